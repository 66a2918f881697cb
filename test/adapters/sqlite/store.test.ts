import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../src-main/adapters/sqlite/database/open-database.ts';
import { MIGRATIONS } from '../../../src-main/adapters/sqlite/database/schema-migrations.ts';
import { createStore } from '../../../src-main/adapters/sqlite/store.ts';
import { valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import type { AccountId, Store } from '../../../src-main/app/ports/ports.ts';
import { at, delivered, entry, focusTask, seconds, session, task } from '../../support/values.ts';
import { newFile } from './recovery/database-files.ts';

const MINE = 'focus:1/2' as AccountId;
const OTHER = 'focus:1/3' as AccountId;

function open(file = newFile()): Store {
  const store = createStore(file);
  onTestFinished(() => {
    store.close();
  });
  return store;
}

function pragma(file: string, name: string): unknown {
  const db = new DatabaseSync(file);
  const row = (db.prepare(`PRAGMA ${name}`).get() ?? {}) as Record<string, unknown>;
  db.close();
  return row[name];
}

it('keeps every value of a session and of entries in each state', () => {
  const file = newFile();
  const store = open(file);
  const running = session({ description: 'dry run' });
  const entries = [
    entry('a', { state: 'queued' }, { startAt: at('09:00') }),
    entry('b', { state: 'sending', sinceAt: at('12:00') }, { startAt: at('09:01') }),
    entry('c', { state: 'unknown', sinceAt: at('12:01') }, { startAt: at('09:02') }),
    entry('d', delivered(70), { startAt: at('09:03') }),
    entry('e', delivered(), { startAt: at('09:04') }),
    entry('f', { state: 'rejected', status: 404, reason: 'gone' }, { startAt: at('09:05') }),
    entry('g', { state: 'queued' }, { startAt: at('09:06'), task: undefined, type: 'break' }),
    entry('h', delivered(71), {
      startAt: at('09:07'),
      presence: 'restoring',
      sent: valuesOf(entry('h', delivered(71), { description: 'before' })),
    }),
    entry(
      'i',
      { state: 'delivered', serverId: 72, refused: { status: 422, reason: 'locked' } },
      { startAt: at('09:08') },
    ),
  ];
  store.setSession(MINE, running);
  for (const one of entries) store.putEntry(MINE, one);
  store.close();
  const again = open(file);
  expect(again.session(MINE)).toEqual(running);
  expect([...again.entriesBetween(MINE, at('00:00'), at('23:00'))].reverse()).toEqual(entries);
});

it('keeps accounts apart', () => {
  const store = open();
  store.putEntry(MINE, entry('a', { state: 'queued' }));
  store.setSession(MINE, session({ startAt: at('11:00') }));
  store.putTasks(MINE, [focusTask(1)]);
  store.setTasksRead(MINE, at('08:00'), [1]);
  store.touchTask(MINE, task(1), at('08:00'));
  expect(store.entriesBetween(OTHER, at('00:00'), at('23:00'))).toEqual([]);
  expect(store.session(OTHER)).toBeUndefined();
  expect(store.taskCache(OTHER)).toEqual([]);
  expect(store.recentTasks(OTHER, 5)).toEqual([]);
  expect(store.counts(OTHER)).toEqual({
    queued: 0,
    sending: 0,
    unknown: 0,
    changed: 0,
    rejected: 0,
    conflicts: 0,
    questions: 0,
  });
});

it('finds the entries that touch a span, its end left out', () => {
  const store = open();
  store.putEntry(MINE, entry('before', { state: 'queued' }, { startAt: at('08:50') }));
  store.putEntry(MINE, entry('into', { state: 'queued' }, { startAt: at('08:55') }));
  store.putEntry(MINE, entry('after', { state: 'queued' }, { startAt: at('10:00') }));
  const found = store.entriesBetween(MINE, at('09:00'), at('10:00'));
  expect(found.map(({ id }) => id)).toEqual(['into']);
});

it('takes back all of a transaction that fails, the inner parts included', () => {
  const store = open();
  const failing = (): void =>
    store.transaction(() => {
      store.setSession(MINE, session());
      store.transaction(() => {
        store.putEntry(MINE, entry('a', { state: 'queued' }));
      });
      throw new Error('power cut');
    });
  expect(failing).toThrow('power cut');
  expect(store.session(MINE)).toBeUndefined();
  expect(store.entry('a')).toBeUndefined();
  store.putEntry(MINE, entry('b', { state: 'queued' }));
  expect(store.entry('b')).toBeDefined();
});

it('refuses a second entry of ours that begins in the same second', () => {
  const store = open();
  store.putEntry(MINE, entry('a', { state: 'queued' }));
  expect(() => {
    store.putEntry(MINE, entry('b', { state: 'queued' }));
  }).toThrow();
  store.putEntry(MINE, entry('c', delivered(1), { origin: 'server' }));
  expect(store.startTaken(MINE, at('09:00'))).toBe(true);
  expect(store.startTaken(MINE, at('09:01'))).toBe(false);
});

it('turns what was being sent into unknown, and nothing else', () => {
  const store = open();
  store.putEntry(MINE, entry('a', { state: 'sending', sinceAt: at('09:00') }));
  store.putEntry(MINE, entry('b', { state: 'queued' }, { startAt: at('09:30') }));
  expect(store.sendingToUnknown(at('10:00'), 30_000)).toBe(1);
  const delivery = { state: 'unknown', sinceAt: at('10:00'), sentAt: at('09:00') };
  expect(store.entry('a')?.delivery).toEqual(delivery);
  expect(store.entry('b')?.delivery).toEqual({ state: 'queued' });
});

it('remembers the latest use of each task', () => {
  const store = open();
  store.touchTask(MINE, task(1, 'Old name'), at('09:00'));
  store.touchTask(MINE, task(2), at('10:00'));
  store.touchTask(MINE, task(1, 'New name'), at('11:00'));
  store.touchTask(MINE, task(2, 'From an older read'), at('08:00'));
  expect(store.recentTasks(MINE, 5)).toEqual([task(1, 'New name'), task(2)]);
});

it('keeps account, settings, quota and task cache over a restart', () => {
  const file = newFile();
  const store = open(file);
  const account = {
    kind: 'focus',
    organizationId: 1,
    workspaceId: 2,
    connectedAt: at('08:00'),
    secretKept: true,
  };
  store.setAccount(account as Parameters<Store['setAccount']>[0]);
  store.setSettings({ leftClick: 'toggle' });
  store.setQuota(MINE, { remaining: 3, resetsIn: seconds(60), at: at('08:00') });
  store.putTasks(MINE, [focusTask(1), focusTask(2)]);
  store.setTasksRead(MINE, at('08:00'), [1, 2]);
  store.setReadAt(MINE, { startAt: at('00:00'), endAt: at('23:00') }, at('08:01'));
  store.close();
  const again = open(file);
  expect(again.account()).toEqual(account);
  expect(again.settings()).toMatchObject({ leftClick: 'toggle', gapsFrom: 5 });
  expect(again.quota(MINE)).toEqual({ remaining: 3, resetsIn: 60, at: at('08:00') });
  expect(again.taskCacheFacts(MINE)).toEqual({ count: 2, readAt: at('08:00') });
  expect(again.task(MINE, 2)).toEqual(focusTask(2));
  expect(again.readAt(MINE, { startAt: at('08:00'), endAt: at('09:00') })).toBe(at('08:01'));
});

it('commits through to the disk', () => {
  const db = openDatabase(newFile());
  onTestFinished(() => {
    db.close();
  });
  const FULL = 2;
  expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: FULL });
  expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
});

it('goes on with the database of 0.1.0', () => {
  const file = newFile();
  const db = new DatabaseSync(file);
  db.exec(`${MIGRATIONS[0] ?? ''} PRAGMA user_version = 1;
    INSERT INTO entries (id, account, origin, start_at, seconds, type, state)
    VALUES ('a', '${MINE}', 'stint', ${at('09:00')}, 600, 'activity', 'queued')`);
  db.close();
  const store = open(file);
  expect(store.entriesInState(MINE, 'queued', 9)).toEqual([
    entry('a', { state: 'queued' }, { task: undefined }),
  ]);
  expect(store.counts(MINE)).toMatchObject({ queued: 1, changed: 0 });
});

it('leaves the file of a newer Stint as it is', () => {
  const file = newFile();
  open(file).close();
  const db = new DatabaseSync(file);
  db.exec('PRAGMA user_version = 99');
  db.close();
  expect(() => createStore(file)).toThrow('newer Stint');
  expect(pragma(file, 'user_version')).toBe(99);
});

it('lists what is to be told, counts it, and forgets what was removed', () => {
  const store = open();
  const earlier = valuesOf(entry('a', delivered(70), { startAt: at('08:00') }));
  store.putEntry(MINE, entry('a', delivered(70), { sent: earlier }));
  store.putEntry(MINE, entry('b', delivered(71), { startAt: at('10:00'), presence: 'removing' }));
  store.putEntry(MINE, entry('c', delivered(72), { startAt: at('11:00'), presence: 'removed' }));
  store.putEntry(
    MINE,
    entry('d', { state: 'queued' }, { startAt: at('12:00'), presence: 'removed' }),
  );
  expect(store.changedEntries(MINE, 9).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(store.counts(MINE)).toMatchObject({ queued: 0, changed: 2, rejected: 0 });
  expect(store.entriesInState(MINE, 'queued', 9)).toEqual([]);
  store.purgeRemoved();
  expect(['a', 'b', 'c', 'd'].filter((id) => store.entry(id))).toEqual(['a', 'b']);
});

it('holds the second in which the server may know an entry by nothing but its values', () => {
  const store = open();
  const earlier = valuesOf(entry('a', delivered(), { startAt: at('08:00') }));
  store.putEntry(MINE, entry('a', delivered(), { sent: earlier }));
  expect(store.startTaken(MINE, at('08:00'))).toBe(true);
  store.putEntry(MINE, entry('a', delivered(70), { sent: earlier }));
  expect(store.startTaken(MINE, at('08:00'))).toBe(false);
});

it('leaves what another account has under the same number of its server alone', () => {
  const store = open();
  const change = valuesOf(entry('x', delivered(7), { description: 'before' }));
  const mine = entry('server:7', delivered(7), { description: 'changed here', sent: change });
  const theirs = entry('server:7', delivered(7), { description: 'of another server' });
  store.putEntry(MINE, mine);
  store.putEntry(OTHER, theirs);
  expect(store.entriesOnServer(MINE, [7])).toEqual([mine]);
  const [kept = theirs] = store.entriesOnServer(OTHER, [7]);
  expect(kept).toEqual({ ...theirs, id: 'server:7@focus:1/3' });

  store.putEntry(OTHER, { ...kept, description: 'read again' });
  expect(store.entriesOnServer(OTHER, [7])).toMatchObject([{ description: 'read again' }]);
  expect(store.changedEntries(MINE, 9)).toEqual([mine]);
});
