import { expect, it, onTestFinished } from 'vitest';
import type { EntriesFilter } from '#contract';
import { createStore } from '../../../../src-main/adapters/sqlite/store.ts';
import type { AccountId } from '../../../../src-main/app/ports/ports.ts';
import { newFile } from '../recovery/database-files.ts';
import { at, delivered, entry, focusTask, task } from '../../../support/values.ts';

const MINE = 'focus:1/2' as AccountId;
const range = { startAt: at('00:00'), endAt: at('23:00') };

function filled() {
  const store = createStore(newFile());
  onTestFinished(() => store.close());
  store.putTasks(MINE, [
    { ...focusTask(1), statusId: 4, statusName: 'Todo' },
    { ...focusTask(2), statusId: 6, statusName: 'Done' },
    { ...focusTask(3), statusId: 4, statusName: 'Todo' },
    focusTask(4),
  ]);
  const rows = [
    entry('a', delivered(1), { startAt: at('08:00'), task: task(1) }),
    entry('b', delivered(2), { startAt: at('09:00'), task: task(2), type: 'break' }),
    entry('c', delivered(3), { startAt: at('10:00'), task: task(3), archiveState: 'archived' }),
    entry('d', delivered(4), { startAt: at('11:00'), task: undefined, archiveState: 'archiving' }),
  ];
  for (const row of rows) store.putEntry(MINE, row);
  return store;
}

it.each<readonly [EntriesFilter, string]>([
  [{}, 'dcba'],
  [{ oldestFirst: true }, 'abcd'],
  [{ entryType: 'break' }, 'b'],
  [{ entryType: 'activity', oldestFirst: true }, 'acd'],
  [{ archived: true }, 'dc'],
  [{ archived: false }, 'ba'],
  [{ taskId: 3 }, 'c'],
  [{ statusId: 4 }, 'ca'],
  [{ statusId: 4, archived: false, entryType: 'activity' }, 'a'],
  [{ statusId: 9 }, ''],
])('lists and counts what a filter lets through: %j', (filter, found) => {
  const store = filled();
  const wanted = { of: 'range', range, filter, text: '' } as const;
  const page = store.entriesPage(MINE, wanted, { offset: 0, count: 9 });
  expect(page.map(({ id }) => id).join('')).toBe(found);
  expect(store.entriesFacts(MINE, wanted).count).toBe(found.length);
});

it('names each status of the tasks once', () => {
  expect(filled().taskStatuses(MINE)).toEqual([
    { id: 6, name: 'Done' },
    { id: 4, name: 'Todo' },
  ]);
});
