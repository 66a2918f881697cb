import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { createCore, type Core } from '../../support/core/core.ts';
import { at, focusEntry, focusTask, seconds } from '../../support/values.ts';

const DAY_MS = 86_400_000;
const YESTERDAY = (at('12:00') - DAY_MS) as Instant;

async function connected(): Promise<Core> {
  const core = createCore();
  await core.connect();
  return core;
}

/** So many finished entries on the server, one a minute, the last one ending at noon of yesterday. */
function fill(core: Core, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const startAt = (YESTERDAY - (count - index) * 60_000) as Instant;
    core.focus.entries.push(focusEntry(1000 + index, { startAt, seconds: seconds(60) }));
  }
}

it('reads the shown day by one request and knows then when that was', async () => {
  const core = await connected();
  fill(core, 3);
  await core.command({ type: 'show/day', at: YESTERDAY });
  expect(await core.command({ type: 'read/shown' })).toMatchObject({ ok: true });
  expect(core.focus.requests).toEqual(['read']);
  expect(core.snapshot().shown).toMatchObject({
    day: { trackedSeconds: 180, readAt: at('08:00') },
  });
});

it('reads what is older than a week as a stream, and removes what is no longer there', async () => {
  const core = await connected();
  fill(core, 250);
  const range = { fromAt: YESTERDAY - 30 * DAY_MS, toAt: at('23:00') };
  await core.command({ type: 'show/range', ...range });
  const counts: (number | undefined)[] = [];
  core.stint.onSnapshot(({ reading }) => counts.push(reading?.entries));
  await core.command({ type: 'read/shown' });
  expect(core.focus.requests).toEqual(['long read']);
  expect(core.snapshot().shown).toMatchObject({ range: { count: 250, readAt: at('08:00') } });
  expect(counts).toContain(250);
  expect(core.snapshot().reading).toBeUndefined();

  core.focus.entries.splice(10, 5);
  await core.command({ type: 'read/shown' });
  expect(core.snapshot().shown).toMatchObject({ range: { count: 245 } });
});

it('removes nothing after a long read that broke off, keeps what came, and is not the wiser about when', async () => {
  const core = await connected();
  fill(core, 250);
  const range = { fromAt: YESTERDAY - 30 * DAY_MS, toAt: at('23:00') };
  await core.command({ type: 'show/range', ...range });
  core.focus.api.streamEntriesInBatches = (_, { onBatch }) => {
    onBatch(core.focus.entries.slice(0, 100));
    const error = { kind: 'no-answer', applied: 'maybe', detail: 'reset' } as const;
    return Promise.resolve({ ok: false, error, quota: undefined });
  };
  expect(await core.command({ type: 'read/shown' })).toEqual({
    ok: false,
    error: { kind: 'no-answer' },
  });
  expect(core.snapshot().shown).toMatchObject({ range: { count: 100, readAt: undefined } });
  expect(core.snapshot().reading).toBeUndefined();
});

it('gives a long read up when the person calls it off, and goes on delivering', async () => {
  const core = await connected();
  fill(core, 250);
  await core.command({ type: 'show/range', fromAt: 1, toAt: at('23:00') });
  core.focus.api.streamEntriesInBatches = (_, { onBatch, signal }) => {
    onBatch(core.focus.entries.slice(0, 100));
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        onBatch(core.focus.entries.slice(100));
        const error = { kind: 'no-answer', applied: 'maybe', detail: 'aborted' } as const;
        resolve({ ok: false, error, quota: undefined });
      });
    });
  };
  const reading = core.stint.command({ type: 'read/shown' });
  await core.command({ type: 'timer/start', taskId: 1 });
  await core.time.pass(60_000);
  await core.command({ type: 'timer/stop' });
  expect(core.snapshot().reading).toEqual({ entries: 100 });
  expect(core.states()).toEqual(['waiting']);
  expect(await core.command({ type: 'read/cancel' })).toMatchObject({ ok: true });
  expect(await reading).toEqual({ ok: false, error: { kind: 'cancelled' } });
  await core.time.pass(0);
  expect(core.states()).toEqual(['delivered']);
  expect(core.snapshot().sync.pause).toBeUndefined();
  expect(core.snapshot().shown).toMatchObject({ range: { count: 101, readAt: undefined } });
});

it('asks for a page of what the filter lets through, and shows that alone', async () => {
  const core = await connected();
  fill(core, 3);
  const queries: unknown[] = [];
  const { api } = core.focus;
  const listEntries = api.listEntries.bind(api);
  core.focus.api.listEntries = (range, query) => {
    queries.push(query);
    return listEntries(range, query);
  };
  const range = { fromAt: YESTERDAY - DAY_MS, toAt: at('00:00') };
  const filter = { entryType: 'activity', taskId: 1, archived: false, oldestFirst: true } as const;
  await core.command({ type: 'show/range', ...range, filter });
  await core.command({ type: 'read/page' });
  await core.command({ type: 'show/range', ...range, filter: { entryType: 'break', statusId: 4 } });
  await core.command({ type: 'read/page', archived: true });
  expect(queries).toMatchObject([
    { type: 'activity', taskId: 1, archived: false, orderBy: 'start' },
    { type: 'break', statusId: 4, archived: true, orderBy: '-start' },
  ]);
  expect(core.snapshot().shown).toMatchObject({ range: { count: 0, task: undefined } });
});

it('reads page after page, newest first, and none behind the last', async () => {
  const core = await connected();
  fill(core, 150);
  await core.command({ type: 'show/range', fromAt: YESTERDAY - DAY_MS, toAt: at('00:00') });
  await core.command({ type: 'read/page' });
  expect(core.snapshot().shown).toMatchObject({ range: { count: 100, nextPage: 2 } });
  await core.command({ type: 'read/page' });
  expect(core.snapshot().shown).toMatchObject({ range: { count: 150, nextPage: undefined } });
  expect(core.snapshot().shown).toMatchObject({ range: { readAt: undefined } });
  await core.command({ type: 'read/page' });
  expect(core.focus.requests).toEqual(['page', 'page']);
});

it('begins with the first page again where archived entries are wanted', async () => {
  const core = await connected();
  const asked: unknown[] = [];
  const list = core.focus.api.listEntries.bind(core.focus.api);
  core.focus.api.listEntries = (range, query) => {
    asked.push({ page: query?.page, archived: query?.archived, by: query?.orderBy });
    return list(range, query);
  };
  fill(core, 150);
  await core.command({ type: 'show/day', at: YESTERDAY });
  await core.command({ type: 'read/page' });
  await core.command({ type: 'read/page', archived: true });
  expect(asked).toEqual([
    { page: 1, archived: undefined, by: '-start' },
    { page: 1, archived: true, by: '-start' },
  ]);
});

it('reads the entries of a task by its own list', async () => {
  const core = await connected();
  core.focus.entries.push(focusEntry(7), focusEntry(8, { taskId: 2, task: focusTask(2) }));
  await core.command({ type: 'show/task', taskId: 2 });
  await core.command({ type: 'read/page' });
  expect(core.focus.requests).toEqual(['task page']);
  expect(core.snapshot().shown).toMatchObject({ entries: { count: 1, trackedSeconds: 600 } });
});

it('reads the plan of what is shown, and what was tracked on it only where something is planned', async () => {
  const core = await connected();
  await core.command({ type: 'read/plan' });
  expect(core.focus.requests).toEqual(['plan']);
  core.focus.timeBlocks = [
    {
      id: 5,
      startAt: at('07:30'),
      seconds: seconds(3600),
      taskId: 1,
      task: focusTask(1, 'Schema work'),
      description: undefined,
      completedAt: undefined,
    },
  ];
  core.focus.entries.push(focusEntry(7, { startAt: at('07:40'), timeBlockId: 5 }));
  await core.command({ type: 'read/plan' });
  expect(core.focus.requests).toEqual(['plan', 'plan', 'tracked on plan']);
  expect(core.snapshot().today.planned).toMatchObject([{ id: 5, doneSeconds: 600 }]);
});

it('syncs what is shown by four reads at most, and asks for settings once a day', async () => {
  const core = await connected();
  await core.command({ type: 'sync/now' });
  expect(core.focus.requests).toEqual(['tasks', 'read', 'plan']);
  core.focus.requests.length = 0;
  await core.time.pass(DAY_MS + 1);
  await core.command({ type: 'sync/now' });
  expect(core.focus.requests).toEqual(['tasks', 'read', 'plan', 'settings']);
});

it('does not call a sync failed because the plan of Toggl has no time blocks', async () => {
  const core = await connected();
  core.focus.api.streamTimeBlocks = () =>
    Promise.resolve({
      ok: false,
      error: {
        kind: 'answered',
        applied: 'no',
        status: 403,
        code: undefined,
        reason: 'not for you',
        requiredFields: [],
        traceId: undefined,
        retryAfter: undefined,
      },
      quota: undefined,
    });
  expect(await core.command({ type: 'sync/now' })).toMatchObject({ ok: true });
  expect(await core.command({ type: 'read/plan' })).toMatchObject({ ok: false });
  expect(core.snapshot().sync.pause).toBeUndefined();
});

it.each(['read/shown', 'read/page', 'read/plan', 'sync/now'] as const)(
  'makes no %s when only the reserve of the quota is left, and says so',
  async (type) => {
    const core = await connected();
    core.focus.quota = { remaining: 5, resetsIn: seconds(600) };
    await core.command({ type: 'read/shown' });
    core.focus.requests.length = 0;
    expect(await core.command({ type })).toMatchObject({
      ok: false,
      error: { kind: 'quota-reserved' },
    });
    expect(core.focus.requests).toEqual([]);
  },
);

it('says that it is offline, and nothing of what was there is gone', async () => {
  const core = await connected();
  fill(core, 3);
  await core.command({ type: 'show/day', at: YESTERDAY });
  await core.command({ type: 'read/shown' });
  core.focus.always = 'offline';
  expect(await core.command({ type: 'read/shown' })).toEqual({
    ok: false,
    error: { kind: 'offline', cause: 'network' },
  });
  expect(core.snapshot().shown).toMatchObject({ day: { trackedSeconds: 180 } });
});
