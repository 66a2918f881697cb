import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import type { OpenStore } from '../../../../src-main/adapters/sqlite/store.ts';
import {
  at,
  delivered,
  entry,
  focusTask,
  seconds,
  session,
  task,
} from '../../../support/values.ts';
import { newFile, openAt } from '../recovery/database-files.ts';
import { MINE } from '../long-life.ts';

const NOW = at('20:00');
const DAY = { startAt: at('00:00'), endAt: (at('00:00') + 86_400_000) as Instant };
/** Beyond the look at the start of a large file. */
const LATER_ROWS = 150;

function filled(file: string): OpenStore {
  const store = openAt(file, NOW);
  store.transaction(() => {
    store.putEntry(MINE, entry('old', delivered(70), { startAt: at('09:00'), task: task(1) }));
    for (let index = 0; index < LATER_ROWS; index += 1) {
      const startAt = (at('10:00') + index * 1000) as Instant;
      store.putEntry(MINE, entry(`e${index}`, delivered(100 + index), { startAt }));
    }
    store.setSession(MINE, session({ startAt: at('19:00') }));
    store.putTasks(MINE, [focusTask(1), focusTask(2)]);
    store.touchTask(MINE, task(1), at('08:00'));
    store.touchTask(MINE, task(2), at('09:00'));
    store.setPinned(MINE, task(2), at('09:00'));
    const plan = { kind: 'block', description: undefined, seconds: seconds(60) } as const;
    store.putPlans(MINE, [
      { ...plan, id: 7, startAt: at('10:00'), task: task(1) },
      { ...plan, id: 8, startAt: at('11:00'), task: task(1) },
    ]);
  });
  return store;
}

/** As a disk does it, beside a store that is open. */
function spoil(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA ignore_check_constraints = ON; ${sql}`);
  db.close();
}

const old = (change: string) => `UPDATE entries SET ${change} WHERE id = 'old'`;
const dayOf = (store: OpenStore) => store.entriesBetween(MINE, DAY.startAt, DAY.endAt).length;
const ranged = { of: 'range', range: DAY, text: '' } as const;

it.each<[string, (store: OpenStore) => unknown, unknown]>([
  [old('since_at = 9007199254740993'), dayOf, LATER_ROWS],
  [old('seconds = 9000000000000'), dayOf, LATER_ROWS],
  [old(`task = '{"id":3}'`), dayOf, LATER_ROWS],
  [old(`sent = '{"startAt":1}'`), dayOf, LATER_ROWS],
  [old(`sent = 'null'`), dayOf, LATER_ROWS],
  [old('status = 9007199254740993'), (it) => it.entry('old'), undefined],
  [old('time_block_id = 9007199254740993'), (it) => it.entriesOnServer(MINE, [70]), []],
  [old(`task = '[]'`), (it) => it.entriesPage(MINE, ranged, { offset: LATER_ROWS, count: 9 }), []],
  ['UPDATE session SET start_at = -5', (it) => it.session(MINE), undefined],
  [`UPDATE session SET task = '7'`, (it) => it.session(MINE), undefined],
  [`UPDATE tasks SET value = '{"id":2}' WHERE id = 2`, (it) => it.taskCache(MINE).length, 1],
  [`UPDATE tasks SET value = '{"id":2}' WHERE id = 2`, (it) => it.task(MINE, 2), undefined],
  [`UPDATE recents SET task = '{' WHERE task_id = 2`, (it) => it.recentTasks(MINE, 9).length, 1],
  [`UPDATE pins SET task = '{}' WHERE task_id = 2`, (it) => it.pinnedTasks(MINE).length, 0],
  [
    'UPDATE plans SET seconds = 9000000000000 WHERE id = 8',
    (it) => it.plansBetween(MINE, DAY.startAt, DAY.endAt).length,
    1,
  ],
  [
    `UPDATE plans SET id = 9007199254740993 WHERE id = 8`,
    (it) => it.plansBetween(MINE, DAY.startAt, DAY.endAt).length,
    1,
  ],
])('puts a row aside that goes bad while the store is open: %s', (sql, read, left) => {
  const file = newFile();
  const store = filled(file);
  expect(store.notice).toBeUndefined();
  spoil(file, sql);
  expect(read(store)).toEqual(left);
  expect(store.notice).toEqual({ kind: 'records-put-aside', count: 1 });
  const db = new DatabaseSync(file);
  expect(db.prepare('SELECT count(*) AS n FROM unreadable').get()).toEqual({ n: 1 });
  db.close();
});

it('goes on with what was being written when it met one', () => {
  const file = newFile();
  const store = filled(file);
  spoil(file, old('since_at = 9007199254740993'));
  store.transaction(() => {
    store.putEntry(MINE, entry('new', { state: 'queued' }, { startAt: at('18:00') }));
    dayOf(store);
  });
  expect(store.entry('new')).toBeDefined();
  expect(store.entry('old')).toBeUndefined();
});

/** Too large to be looked through at each start. */
function large(file: string): void {
  const store = filled(file);
  const description = 'x'.repeat(30_000);
  store.transaction(() => {
    for (let index = 0; index < LATER_ROWS; index += 1) {
      const startAt = (at('12:00') + index * 1000) as Instant;
      store.putEntry(MINE, entry(`l${index}`, delivered(900 + index), { startAt, description }));
    }
  });
  store.close();
}

it.each(['seconds = 9000000000000', 'start_at = 9007199254740993'])(
  'finds any span beyond reading at the start of a large file: %s',
  (change) => {
    const file = newFile();
    large(file);
    spoil(file, old(change));
    expect(openAt(file, NOW).notice).toEqual({ kind: 'records-put-aside', count: 1 });
  },
);

it('takes a row that cannot even be moved for damage, which the next start recovers from', () => {
  const file = newFile();
  large(file);
  const bytes = readFileSync(file);
  const place = bytes.indexOf('{"id":1,"name"', bytes.indexOf('old' + MINE));
  bytes.write('x', place);
  writeFileSync(file, bytes);
  const store = openAt(file, NOW);
  expect(() => store.entry('old')).toThrow('the database is damaged');
  expect(store.entry('e1')).toBeDefined();
  store.close();
  const next = openAt(file, NOW);
  expect(next.notice).toMatchObject({ kind: 'database-recovered' });
  expect(next.entry('e1')).toBeDefined();
});
