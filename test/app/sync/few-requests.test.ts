import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { CoreCommand } from '../../../src-main/app/stint.ts';
import { fillStore } from '../../bench/delivery/fill-store.ts';
import { playPollingDay } from '../../bench/delivery/polling-day.ts';
import { playWorkingDay } from '../../bench/delivery/working-day.ts';
import { createFaultServer, TASK_A, type FaultServer } from '../../support/server/fault-server.ts';
import { applyThenDrop, type Fault } from '../../support/server/faults.ts';
import { createLiveCore, type LiveCore } from '../../support/core/live-core.ts';
import { MORNING } from '../../support/values.ts';

type Setup = { readonly core: LiveCore; readonly server: FaultServer };

/** The core before its first run, with the real client and the embedded server; sessions may wait already. */
async function prepare(queued: number): Promise<Setup> {
  const folder = mkdtempSync(join(tmpdir(), 'stint-frugal-'));
  const file = join(folder, 'stint.sqlite');
  const server = await createFaultServer({ now: () => MORNING });
  if (queued > 0) fillStore(file, { queued, delivered: 0, endAt: MORNING });
  const core = createLiveCore({ file, startAt: MORNING, account: server.account });
  onTestFinished(async () => {
    await core.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });
  return { core, server };
}

async function connected(): Promise<Setup> {
  const setup = await prepare(0);
  await setup.core.open();
  await setup.core.connect();
  setup.server.forgetRequests();
  return setup;
}

async function track({ core }: Setup): Promise<void> {
  await core.command({ type: 'timer/start', taskId: TASK_A.id });
  await core.passUntil(core.now() + 600_000);
  await core.command({ type: 'timer/stop' });
}

/** An hour in which nobody touches anything: whatever delivery still wants to send, it has sent. */
async function quietHour({ core }: Setup): Promise<void> {
  await core.passUntil(core.now() + 3_600_000);
}

function requestsOf({ server }: Setup): string[] {
  return server.requests().map(({ method, path }) => `${method} ${path}`);
}

const CREATE = `POST O/tasks/${TASK_A.id}/time-entries`;
const BULK = 'POST O/time-entries/bulk';
const READ = 'GET O/time-entries/stream';
const DAY_MS = 86_400_000;

it('asks four things of the server when an account is connected: tasks, today, settings, the plan', async () => {
  const setup = await prepare(0);
  await setup.core.open();
  await setup.core.connect();
  expect(requestsOf(setup)).toEqual([
    'GET O/tasks/stream',
    READ,
    'GET /users/me/settings',
    'GET O/time-blocks/stream',
  ]);
});

it('sends one session by one request and asks nothing afterwards', async () => {
  const setup = await connected();
  await track(setup);
  await quietHour(setup);
  expect(requestsOf(setup)).toEqual([CREATE]);
});

it.each([
  [2, 1],
  [1_000, 1],
  [2_500, 3],
  [10_000, 10],
])(
  'sends a backlog of %i by %i bulk requests, and learns all ids by one read',
  async (queued, bulks) => {
    const setup = await prepare(queued);
    await setup.core.open();
    await quietHour(setup);
    expect(requestsOf(setup)).toEqual([...Array<string>(bulks).fill(BULK), READ]);
    const starts = setup.server.entries().map(({ start_at }) => start_at);
    expect(starts).toHaveLength(queued);
    expect(new Set(starts).size).toBe(queued);
  },
  60_000,
);

it.each<[string, number, Fault, string[]]>([
  ['a session', 0, applyThenDrop, [CREATE, READ]],
  ['a backlog', 300, applyThenDrop, [BULK, READ]],
])('adds one read where the answer to %s is lost', async (_, queued, fault, expected) => {
  const setup = queued > 0 ? await prepare(queued) : await connected();
  setup.server.faults.next(fault);
  if (queued > 0) await setup.core.open();
  else await track(setup);
  await quietHour(setup);
  expect(requestsOf(setup)).toEqual(expected);
  expect(setup.server.entries()).toHaveLength(queued > 0 ? queued : 1);
});

it('costs nothing to restart, to open the popup, to turn its pages and to search', async () => {
  const setup = await connected();
  await setup.core.restart();
  setup.core.stint().snapshot();
  setup.core.stint().search({ kind: 'tasks', text: 'review' });
  setup.core.stint().search({ kind: 'entries', text: 'review', offset: 0, count: 50 });
  await setup.core.command({ type: 'show/day', at: MORNING - DAY_MS });
  await setup.core.command({ type: 'show/week', at: MORNING });
  await setup.core.command({ type: 'show/range', fromAt: MORNING - 90 * DAY_MS, toAt: MORNING });
  await setup.core.command({ type: 'show/task', taskId: TASK_A.id });
  await setup.core.command({ type: 'task/pin', taskId: TASK_A.id, pinned: true });
  await setup.core.command({ type: 'show/today' });
  setup.core.stint().wake();
  await quietHour(setup);
  expect(requestsOf(setup)).toEqual([]);
});

const TASKS = 'GET O/tasks/stream';
const PLAN = 'GET O/time-blocks/stream';
const LONG_AGO = { type: 'show/range', fromAt: MORNING - 365 * DAY_MS, toAt: MORNING } as const;
const OF_TASK = { type: 'show/task', taskId: TASK_A.id } as const;

it.each<[string, readonly CoreCommand[], readonly string[]]>([
  ['a day', [{ type: 'show/day', at: MORNING - DAY_MS }, { type: 'read/shown' }], [READ]],
  ['a week', [{ type: 'show/week', at: MORNING }, { type: 'read/shown' }], [READ]],
  ['a year', [LONG_AGO, { type: 'read/shown' }], [READ]],
  ['a page of a range', [LONG_AGO, { type: 'read/page' }], ['GET O/time-entries']],
  ['a page of a task', [OF_TASK, { type: 'read/page' }], [`GET O/tasks/${TASK_A.id}/time-entries`]],
  ['the plan where nothing is planned', [{ type: 'read/plan' }], [PLAN]],
  ['a sync', [{ type: 'sync/now' }], [TASKS, READ, PLAN]],
  [
    'a new task',
    [{ type: 'task/create', name: 'Report' }, { type: 'task/send-held' }],
    ['POST O/tasks'],
  ],
  ['a look elsewhere after a reading', [{ type: 'elsewhere/look' }], []],
])('reads %s by as many requests as it names', async (_, commands, expected) => {
  const setup = await connected();
  await Promise.all(commands.map((command) => setup.core.command(command)));
  await quietHour(setup);
  expect(requestsOf(setup)).toEqual(expected);
});

it('asks once a launch what runs elsewhere', async () => {
  const setup = await connected();
  await setup.core.restart();
  await setup.core.command({ type: 'elsewhere/look' });
  await setup.core.command({ type: 'elsewhere/look' });
  expect(requestsOf(setup)).toEqual(['GET O/tracking/current']);
});

it('gets a working day done on the free plan: 30 single entries, one bulk of ten, three look-ups, four reads to connect', async () => {
  const day = await playWorkingDay();
  expect(day).toEqual({
    hours: [9, 6, 5, 0, 0, 7, 5, 6, 0],
    requests: 30 + 1 + 3 + 4,
    refusedForQuota: 0,
    sessionsRefused: 0,
    entries: 40,
    doubled: 0,
  });
}, 30_000);

it('is far below what a client costs that asks every minute what runs', () => {
  const { requests, refusedForQuota } = playPollingDay();
  expect(requests).toBe(9 * 60 + 40);
  expect(refusedForQuota).toBe(requests - 9 * 30);
});
