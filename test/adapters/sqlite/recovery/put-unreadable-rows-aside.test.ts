import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import {
  at,
  delivered,
  entry,
  focusTask,
  seconds,
  session,
  task,
} from '../../../support/values.ts';
import { valuesOf } from '../../../../src-main/domain/sync/pending-change.ts';
import type { OpenStore } from '../../../../src-main/adapters/sqlite/store.ts';
import type { Plan } from '../../../../src-main/domain/day/planned-time.ts';
import { createSeededRandom } from '../../../../src-main/demo/seed/seeded-random.ts';
import { scribble } from '../../../support/disk/damage.ts';
import { newFile, openAt } from './database-files.ts';
import { ACCOUNT, MINE } from '../long-life.ts';

const NOW = at('20:00');
const DAY = { startAt: at('00:00'), endAt: (at('00:00') + 86_400_000) as Instant };
const PLAN: Plan = {
  kind: 'block',
  id: 7,
  startAt: at('10:00'),
  seconds: seconds(600),
  task: task(1),
  description: undefined,
};

/** One sound row in each table, and beside it a second one that is to be spoilt. */
function lived(): string {
  const file = newFile();
  const store = openAt(file, NOW);
  store.setAccount(ACCOUNT);
  store.setSettings({ leftClick: 'toggle' });
  store.setSession(MINE, session({ startAt: at('19:00') }));
  store.putEntry(MINE, entry('sound', { state: 'queued' }, { startAt: at('08:00') }));
  store.putEntry(MINE, entry('spoilt', delivered(70), { startAt: at('09:00'), sent: undefined }));
  store.putTasks(MINE, [focusTask(1), focusTask(2)]);
  store.setTasksRead(MINE, at('08:00'), [1, 2]);
  store.setPinned(MINE, task(1), at('08:00'));
  store.setPinned(MINE, task(2), at('09:00'));
  store.touchTask(MINE, task(1), at('08:00'));
  store.touchTask(MINE, task(2), at('09:00'));
  store.putPlans(MINE, [PLAN, { ...PLAN, id: 8, startAt: at('11:00') }]);
  store.setReadAt(MINE, DAY, at('12:00'));
  store.close();
  return file;
}

function spoil(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}

/** Whatever a snapshot reads, of every table. */
function readAll(store: OpenStore) {
  return {
    entries: store.entriesBetween(MINE, DAY.startAt, DAY.endAt).map(({ id }) => id),
    facts: store.entriesFacts(MINE, { of: 'range', range: DAY, text: '' }).count,
    found: store.entriesFacts(MINE, { of: 'range', range: DAY, text: 'task' }).count,
    waiting: store.counts(MINE).queued,
    last: store.lastEntry(MINE)?.id,
    session: store.session(MINE)?.id,
    tasks: store.taskCache(MINE).map(({ id }) => id),
    pins: store.pinnedTasks(MINE).map(({ id }) => id),
    recents: store.recentTasks(MINE, 9).map(({ id }) => id),
    plans: store.plansBetween(MINE, DAY.startAt, DAY.endAt).map(({ id }) => id),
    readAt: store.readAt(MINE, DAY),
    account: store.account()?.kind,
    settings: store.settings().leftClick,
    tasksReadAt: store.taskCacheFacts(MINE).readAt,
  };
}

const SOUND = {
  entries: ['spoilt', 'sound'],
  facts: 2,
  found: 2,
  waiting: 1,
  last: 'spoilt',
  session: 's1',
  tasks: [1, 2],
  pins: [1, 2],
  recents: [2, 1],
  plans: [7, 8],
  readAt: at('12:00'),
  account: 'focus',
  settings: 'toggle',
  tasksReadAt: at('08:00'),
};
const WITHOUT_ENTRY = { entries: ['sound'], facts: 1, found: 1, last: 'sound' };
const spoilt = (change: string) => `UPDATE entries SET ${change} WHERE id = 'spoilt'`;

it('reads all that is sound, and puts nothing aside', () => {
  const store = openAt(lived(), NOW);
  expect(store.notice).toBeUndefined();
  expect(readAll(store)).toEqual(SOUND);
});

it('reads what may be carried out late', () => {
  const file = lived();
  const store = openAt(file, NOW);
  const there = entry('spoilt', delivered(70), { startAt: at('09:00') });
  const [creates, updates] = [[valuesOf(there)], [valuesOf(there), valuesOf(there)]];
  const late = { sinceAt: NOW, creates, updates, deeds: ['delete'] } as const;
  const waiting = { ...there, late, lookAt: NOW };
  store.putEntry(MINE, waiting);
  store.close();
  const next = openAt(file, NOW);
  expect(next.notice).toBeUndefined();
  expect(next.entry('spoilt')).toEqual(waiting);
});

it.each<[string, Partial<typeof SOUND> | Record<string, unknown>]>([
  [spoilt('seconds = 100000000000000000'), WITHOUT_ENTRY],
  [spoilt('seconds = 9000000000000'), WITHOUT_ENTRY],
  [spoilt('start_at = 9007199254740993'), WITHOUT_ENTRY],
  [spoilt('start_at = -9223372036854775808'), WITHOUT_ENTRY],
  [spoilt('server_id = 9007199254740993'), WITHOUT_ENTRY],
  [spoilt('since_at = 9007199254740993'), WITHOUT_ENTRY],
  [spoilt('status = 9007199254740993'), WITHOUT_ENTRY],
  [spoilt('time_block_id = 9007199254740993'), WITHOUT_ENTRY],
  [spoilt('changed = 9223372036854775807'), WITHOUT_ENTRY],
  [spoilt(`task = '{"id":9007199254740993,"name":"x"}'`), WITHOUT_ENTRY],
  [spoilt(`task = '{"id":"x","name":"x"}'`), WITHOUT_ENTRY],
  [spoilt(`task = '{"id":3,"name":null}'`), WITHOUT_ENTRY],
  [spoilt(`task = '[]'`), WITHOUT_ENTRY],
  [spoilt(`sent = '{"startAt":1}'`), WITHOUT_ENTRY],
  [spoilt(`sent = '{"startAt":1,"seconds":1e17,"type":"activity"}'`), WITHOUT_ENTRY],
  [spoilt('sent_at = 9007199254740993'), WITHOUT_ENTRY],
  [spoilt('look_at = 9007199254740993'), WITHOUT_ENTRY],
  [spoilt(`late = '{'`), WITHOUT_ENTRY],
  [spoilt(`late = '{"sinceAt":1e17}'`), WITHOUT_ENTRY],
  [spoilt(`late = '{"sinceAt":${NOW},"creates":[{"startAt":1}]}'`), WITHOUT_ENTRY],
  [spoilt(`late = '{"sinceAt":${NOW},"updates":7}'`), WITHOUT_ENTRY],
  [spoilt(`late = '{"sinceAt":${NOW},"deeds":["dance"]}'`), WITHOUT_ENTRY],
  [spoilt(`late = '{"sinceAt":${NOW},"others":7}'`), WITHOUT_ENTRY],
  [spoilt(`late = '{"sinceAt":${NOW},"others":["x"]}'`), WITHOUT_ENTRY],
  [spoilt(`delivery_facts = '{'`), WITHOUT_ENTRY],
  [spoilt(`tags = '{'`), WITHOUT_ENTRY],
  [spoilt(`tags = '[7]'`), WITHOUT_ENTRY],
  [spoilt(`tags = '[{"id":7}]'`), WITHOUT_ENTRY],
  [
    spoilt(
      `sent = json_set(json_object('startAt', start_at, 'seconds', 60, 'type', 'break'), '$.tags', 7)`,
    ),
    WITHOUT_ENTRY,
  ],
  [spoilt(`delivery_facts = '{"alike":{"serverId":7}}'`), WITHOUT_ENTRY],
  [spoilt(`delivery_facts = '{"alike":[{"serverId":7,"tagNames":"x"}]}'`), WITHOUT_ENTRY],
  [spoilt(`delivery_facts = '{"alike":[{"serverId":7,"createdAt":"x"}]}'`), WITHOUT_ENTRY],
  [spoilt(`delivery_facts = '{"deed":"dance"}'`), WITHOUT_ENTRY],
  [spoilt(`delivery_facts = '{"alike":[{"serverId":"x"}]}'`), WITHOUT_ENTRY],
  ['UPDATE session SET start_at = 9007199254740993', { session: undefined }],
  [`UPDATE session SET task = '{'`, { session: undefined }],
  [`UPDATE session SET time_block_id = 9007199254740993`, { session: undefined }],
  [`UPDATE tasks SET value = '{"id":2}' WHERE id = 2`, { tasks: [1] }],
  ['UPDATE tasks SET id = 9007199254740993 WHERE id = 2', { tasks: [1] }],
  [`UPDATE pins SET task = '{' WHERE task_id = 2`, { pins: [1] }],
  ['UPDATE pins SET task_id = 9007199254740993 WHERE task_id = 2', { pins: [1] }],
  [`UPDATE recents SET task = '{' WHERE task_id = 2`, { recents: [1] }],
  ['UPDATE recents SET used_at = 9007199254740993 WHERE task_id = 2', { recents: [1] }],
  ['UPDATE plans SET seconds = 100000000000000000 WHERE id = 8', { plans: [7] }],
  ['UPDATE plans SET id = 9007199254740993 WHERE id = 8', { plans: [7] }],
  [`UPDATE plans SET task = '{' WHERE id = 8`, { plans: [7] }],
  ['UPDATE readings SET read_at = 9007199254740993', { readAt: undefined }],
  [`UPDATE meta SET value = '{' WHERE key = 'account'`, { account: undefined }],
  [`UPDATE meta SET value = '{' WHERE key = 'settings'`, { settings: 'popup' }],
  [`UPDATE meta SET value = '"x"' WHERE key LIKE 'tasks-read%'`, { tasksReadAt: undefined }],
])('puts one row aside, tells of it once, and keeps all else: %s', (sql, change) => {
  const file = lived();
  spoil(file, sql);
  const store = openAt(file, NOW);
  expect(readAll(store)).toEqual({ ...SOUND, ...change });
  const expected = sql.includes('tasks-read') ? undefined : { kind: 'records-put-aside', count: 1 };
  expect(store.notice).toEqual(expected);
  store.close();
  const next = openAt(file, NOW);
  expect(next.notice).toBeUndefined();
  expect(readAll(next)).toEqual({ ...SOUND, ...change });
});

it('keeps what it put aside with every value, where it can be looked at', () => {
  const file = lived();
  spoil(file, spoilt('seconds = 100000000000000000'));
  openAt(file, NOW).close();
  const db = new DatabaseSync(file);
  const rows = db.prepare('SELECT source, record, put_aside_at FROM unreadable').all();
  db.close();
  expect(rows).toMatchObject([{ source: 'entries', put_aside_at: NOW }]);
  const { record } = rows[0] as { record: string };
  expect(record).toContain('"seconds":100000000000000000');
  expect(record).toContain('"id":"spoilt"');
});

it('tells again where the run that told of it was killed', () => {
  const file = lived();
  spoil(file, spoilt('seconds = 100000000000000000'));
  const first = openAt(file, NOW);
  // Not closed: as after a kill.
  expect(openAt(file, NOW).notice).toEqual(first.notice);
});

it('recovers from a damaged file that holds such rows, and counts them', () => {
  const file = lived();
  spoil(file, spoilt('seconds = 100000000000000000'));
  spoil(
    file,
    `INSERT INTO entries SELECT 'far', account, origin, start_at + 1, 9000000000000, type,
    task, description, state, since_at, 71, status, reason, presence, sent, changed, shelf,
    time_block_id, sent_at, late, look_at, delivery_facts, billable, tags FROM entries WHERE id = 'spoilt'`,
  );
  scribble(file, 0, 100, createSeededRandom(7));
  const store = openAt(file, NOW);
  expect(store.notice).toMatchObject({ kind: 'database-recovered', entries: 1, waiting: 1 });
  expect(store.entry('sound')).toBeDefined();
  store.close();
  expect(openAt(file, NOW).notice).toEqual({ kind: 'records-put-aside', count: 2 });
});

it.each<[string, (store: OpenStore) => void]>([
  ['a length', (it) => it.putEntry(MINE, entry('new', delivered(9), { seconds: seconds(1e17) }))],
  ['no number', (it) => it.putEntry(MINE, entry('new', delivered(9), { seconds: seconds(NaN) }))],
  ['a start', (it) => it.putEntry(MINE, entry('new', delivered(9), { startAt: 9e15 as Instant }))],
  ['an id', (it) => it.putEntry(MINE, entry('new', delivered(2 ** 60)))],
  ['an end', (it) => it.putEntry(MINE, entry('new', delivered(9), { seconds: seconds(9e12) }))],
  ['a session', (it) => it.setSession(MINE, session({ startAt: -1 as Instant }))],
  ['a plan', (it) => it.putPlans(MINE, [{ ...PLAN, seconds: seconds(9e12) }])],
  ['a task', (it) => it.putTasks(MINE, [focusTask(2 ** 60)])],
  ['a favourite', (it) => it.setPinned(MINE, task(2 ** 60), NOW)],
])('refuses to write what it could not read back: %s', (_, write) => {
  const store = openAt(lived(), NOW);
  expect(() => write(store)).toThrow(RangeError);
  expect(readAll(store)).toEqual(SOUND);
});
