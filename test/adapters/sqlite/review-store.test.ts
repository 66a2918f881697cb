import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it, onTestFinished } from 'vitest';
import type { Instant } from '#contract';
import { MIGRATIONS } from '../../../src-main/adapters/sqlite/database/schema-migrations.ts';
import { createStore } from '../../../src-main/adapters/sqlite/store.ts';
import type { AccountId, Store } from '../../../src-main/app/ports/ports.ts';
import type { Plan } from '../../../src-main/domain/day/planned-time.ts';
import { at, delivered, entry, focusTask, seconds, task } from '../../support/values.ts';
import { newFile } from './recovery/database-files.ts';

const MINE = 'focus:1/2' as AccountId;
const OTHER = 'focus:1/3' as AccountId;
const DAY_MS = 86_400_000;
const DAY = { startAt: at('00:00'), endAt: (at('00:00') + DAY_MS) as Instant };

function open(file = newFile()): Store {
  const store = createStore(file);
  onTestFinished(() => {
    store.close();
  });
  return store;
}

function hours(from: number, to: number) {
  return {
    startAt: (DAY.startAt + from * 3_600_000) as Instant,
    endAt: (DAY.startAt + to * 3_600_000) as Instant,
  };
}

it('brings a file of the last version up to date with all that is in it', () => {
  const file = newFile();
  const old = new DatabaseSync(file);
  old.exec(`${MIGRATIONS.slice(0, 2).join('')} PRAGMA user_version = 2`);
  old.exec(`INSERT INTO meta VALUES ('day-read focus:1/2', '1'), ('settings', '{"leftClick":"toggle"}');
    INSERT INTO session VALUES ('focus:1/2', 's1', ${at('10:00')}, '{"id":1,"name":"Task 1"}', NULL);
    INSERT INTO entries (id, account, origin, start_at, seconds, type, task, state, server_id, presence)
    VALUES ('a', 'focus:1/2', 'stint', ${at('09:00')}, 600, 'activity', '{"id":1,"name":"Task 1"}',
      'delivered', 70, 'kept')`);
  old.close();
  const store = open(file);
  expect(store.settings()).toMatchObject({ leftClick: 'toggle', gapsFrom: 5 });
  expect(store.session(MINE)).toMatchObject({ id: 's1', timeBlockId: undefined });
  expect(store.entry('a')).toEqual(entry('a', delivered(70), { task: task(1) }));
  expect(store.readAt(MINE, DAY)).toBeUndefined();
  expect(store.entriesFacts(MINE, { of: 'task', taskId: 1, text: '' }).count).toBe(1);
});

it('knows when a range was read, in one reading or a wider one, the latest of them', () => {
  const store = open();
  store.setReadAt(MINE, hours(0, 12), at('12:00'));
  store.setReadAt(MINE, hours(6, 18), at('18:00'));
  expect(store.readAt(MINE, hours(7, 11))).toBe(at('18:00'));
  expect(store.readAt(MINE, hours(1, 2))).toBe(at('12:00'));
  expect(store.readAt(MINE, hours(0, 18))).toBeUndefined();
  expect(store.readAt(OTHER, hours(7, 11))).toBeUndefined();
  store.setReadAt(MINE, hours(0, 24), at('20:00'));
  expect(store.readAt(MINE, hours(1, 2))).toBe(at('20:00'));
});

it('forgets the oldest readings, however many there were', () => {
  const store = open();
  store.transaction(() => {
    for (let day = 0; day < 520; day += 1) {
      store.setReadAt(MINE, hours(day * 24, day * 24 + 24), (at('08:00') + day) as Instant);
    }
  });
  const known = Array.from({ length: 520 }, (_, day) =>
    store.readAt(MINE, hours(day * 24 + 1, day * 24 + 2)),
  );
  expect(known.filter((readAt) => readAt !== undefined)).toHaveLength(500);
  expect(known[19]).toBeUndefined();
  expect(known[20]).toBeDefined();
});

it('lists entries by stretches, newest first, without what was deleted', () => {
  const store = open();
  for (let index = 0; index < 10; index += 1) {
    const startAt = (DAY.startAt + index * 60_000) as Instant;
    const presence = index === 3 ? 'removing' : index === 4 ? 'removed' : 'kept';
    const type = index === 5 ? 'break' : 'activity';
    store.putEntry(MINE, entry(`e${index}`, delivered(index + 1), { startAt, presence, type }));
  }
  store.putEntry(MINE, entry('before', delivered(90), { startAt: hours(-1, 0).startAt }));
  const wanted = { of: 'range', range: DAY, text: '' } as const;
  const ids = (offset: number, count: number): string[] =>
    store.entriesPage(MINE, wanted, { offset, count }).map(({ id }) => id);
  expect(ids(0, 3)).toEqual(['e9', 'e8', 'e7']);
  expect(ids(3, 9)).toEqual(['e6', 'e5', 'e2', 'e1', 'e0']);
  expect(store.entriesFacts(MINE, wanted)).toEqual({ count: 8, trackedSeconds: 7 * 600 });
  expect(store.removedBetween(MINE, DAY.startAt, DAY.endAt).map(({ id }) => id)).toEqual([
    'e4',
    'e3',
  ]);
});

it('finds entries by words of description, task, project and client, accents and case aside', () => {
  const store = open();
  const work = { ...task(1, 'Übergabe', 'Orion'), clientName: 'Café Noir' };
  store.putEntry(MINE, entry('a', delivered(1), { description: 'Call with Ann', task: work }));
  store.putEntry(MINE, entry('b', delivered(2), { startAt: at('10:00'), task: undefined }));
  store.putEntry(
    MINE,
    entry('c', delivered(3), { startAt: at('11:00'), description: '100% done_', task: undefined }),
  );
  const find = (text: string): string[] =>
    store
      .entriesPage(MINE, { of: 'range', range: DAY, text }, { offset: 0, count: 9 })
      .map(({ id }) => id);
  expect(find('ubergabe')).toEqual(['a']);
  expect(find('ORION ann')).toEqual(['a']);
  expect(find('cafe')).toEqual(['a']);
  expect(find('%')).toEqual(['c']);
  expect(find('ann nobody')).toEqual([]);
  expect(find('  ')).toEqual(['c', 'b', 'a']);
});

it('replaces what is planned in a range, of one kind', () => {
  const store = open();
  const plan = (kind: Plan['kind'], id: number, from: number, length = 3600): Plan => ({
    kind,
    id,
    startAt: hours(from, from).startAt,
    seconds: seconds(length),
    task: task(1),
    description: 'focus',
  });
  const idsOf = (from: number, to: number): string[] =>
    store
      .plansBetween(MINE, hours(from, to).startAt, hours(from, to).endAt)
      .map(({ kind, id }) => `${kind} ${id}`);
  store.putPlans(MINE, [plan('block', 2, 10), plan('block', 1, 9)]);
  store.putPlans(MINE, [plan('entry', 1, 9.5, 0)]);
  expect(store.plansBetween(MINE, DAY.startAt, DAY.endAt)[0]).toEqual(plan('block', 1, 9));
  expect(idsOf(0, 24)).toEqual(['block 1', 'entry 1', 'block 2']);
  expect(idsOf(9.5, 10)).toEqual(['block 1', 'entry 1']);
  expect(idsOf(10, 11)).toEqual(['block 2']);
  store.leavePlans(MINE, 'block', hours(10, 24), []);
  expect(idsOf(0, 24)).toEqual(['block 1', 'entry 1']);
  expect(store.plansBetween(OTHER, DAY.startAt, DAY.endAt)).toEqual([]);
});

it('sums up what was tracked on time blocks, breaks and deleted entries left out', () => {
  const store = open();
  const tracked = [
    entry('a', delivered(1), { timeBlockId: 5 }),
    entry('b', delivered(2), { timeBlockId: 5, startAt: at('10:00') }),
    entry('c', delivered(3), { timeBlockId: 5, startAt: at('11:00'), type: 'break' }),
    entry('d', delivered(4), { timeBlockId: 5, startAt: at('12:00'), presence: 'removing' }),
    entry('e', delivered(5), { timeBlockId: 6, startAt: at('13:00') }),
    entry('f', delivered(6), { startAt: at('14:00') }),
  ];
  for (const one of tracked) store.putEntry(MINE, one);
  expect(store.secondsOfTimeBlocks(MINE, [5, 7])).toEqual(new Map([[5, 1200]]));
  expect(store.secondsOfTimeBlocks(MINE, [])).toEqual(new Map());
});

it('keeps favourites, and counts those of Toggl Focus behind them', () => {
  const file = newFile();
  const store = open(file);
  const pinnedThere = { ...focusTask(3), pinned: true };
  store.putTasks(MINE, [
    focusTask(1),
    focusTask(2),
    pinnedThere,
    { ...pinnedThere, id: 4, archived: true },
  ]);
  store.setPinned(MINE, task(2), at('09:00'));
  store.setPinned(MINE, task(1), at('10:00'));
  store.setPinned(MINE, task(2, 'New name'), at('11:00'));
  const again = open(file);
  expect(again.pinnedTasks(MINE)).toEqual([task(2, 'New name'), task(1), task(3)]);
  expect(again.pinnedTasks(OTHER)).toEqual([]);
  store.setPinned(MINE, task(2), undefined);
  expect(store.pinnedTasks(MINE).map(({ id }) => id)).toEqual([1, 3]);
});

it('keeps the settings of the account, and takes unreadable ones for unknown', () => {
  const file = newFile();
  const settings = {
    currentWorkspaceId: undefined,
    timezone: 'Europe/Berlin',
    weekStartsOn: 0,
    timeFormat: '12h',
    dateFormat: 'ISO',
    readAt: at('08:00'),
  } as const;
  open(file).setFocusSettings(MINE, settings);
  const store = open(file);
  expect(store.focusSettings(MINE)).toEqual(settings);
  expect(store.focusSettings(OTHER)).toBeUndefined();
  store.setFocusSettings(MINE, { ...settings, weekStartsOn: 9 });
  expect(store.focusSettings(MINE)).toBeUndefined();
});

it('adds one task to those that are cached', () => {
  const store = open();
  store.putTasks(MINE, [focusTask(1), focusTask(3)]);
  store.setTasksRead(MINE, at('08:00'), [1]);
  store.putTasks(MINE, [focusTask(2), focusTask(1, 'New name')]);
  expect(store.taskCache(MINE)).toEqual([focusTask(1, 'New name'), focusTask(2)]);
  expect(store.taskCacheFacts(MINE)).toEqual({ count: 2, readAt: at('08:00') });
});
