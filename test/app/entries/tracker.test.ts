import { expect, it } from 'vitest';
import { createCore, type Core } from '../../support/core/core.ts';
import { MORNING } from '../../support/values.ts';

async function connected(): Promise<Core> {
  const core = createCore();
  await core.connect();
  return core;
}

it('starts with neither task nor description, and sends it as it is', async () => {
  const core = await connected();
  expect(await core.command({ type: 'timer/start', description: '   ' })).toMatchObject({
    ok: true,
  });
  await core.time.pass(90_000);
  await core.command({ type: 'timer/stop' });
  await core.time.pass(1000);
  expect(core.focus.entries).toMatchObject([{ startAt: MORNING, seconds: 90 }]);
  expect(core.focus.entries[0]).not.toMatchObject({ taskId: expect.anything() as number });
  expect(core.snapshot().doneBefore).toEqual([]);
});

it('refuses a task that it does not know rather than track something else', async () => {
  const core = await connected();
  const result = await core.command({ type: 'timer/start', taskId: 999, description: 'Mail' });
  expect(result).toEqual({ ok: false, error: { kind: 'unknown-task' } });
});

it('says so when nothing runs', async () => {
  const core = await connected();
  expect(await core.command({ type: 'timer/stop' })).toEqual({
    ok: false,
    error: { kind: 'nothing-running' },
  });
});

it('ends the running session at the instant the next one starts', async () => {
  const core = await connected();
  await core.command({ type: 'timer/start', taskId: 1 });
  await core.time.pass(90_500);
  await core.command({ type: 'timer/start', taskId: 2 });
  expect(core.focus.entries).toMatchObject([{ taskId: 1, startAt: MORNING, seconds: 90 }]);
  expect(core.snapshot().timer).toMatchObject({ task: { id: 2 }, startAt: MORNING + 90_000 });
});

it('gives each of many quick sessions a second of its own', async () => {
  const core = await connected();
  for (let round = 0; round < 5; round += 1) {
    await core.command({ type: 'timer/start', taskId: 1 });
    await core.time.pass(1_000);
    await core.command({ type: 'timer/stop' });
  }
  const starts = core.focus.entries.map((entry) => entry.startAt);
  expect(new Set(starts).size).toBe(5);
  expect(core.states()).toHaveLength(5);
});

it('answers with the change on disk, and pushes one snapshot that shows it', async () => {
  const core = await connected();
  const seen: string[] = [];
  core.stint.onSnapshot((snapshot) => seen.push(snapshot.timer.state));
  await core.stint.command({ type: 'timer/start', taskId: 1 });
  expect(core.store.session('focus:1/2' as never)).toMatchObject({ startAt: MORNING });
  expect(seen[0]).toBe('running');
});

it('lists recent tasks latest first and remembers what was tracked last', async () => {
  const core = await connected();
  for (const taskId of [1, 2]) {
    await core.command({ type: 'timer/start', taskId, description: `round ${taskId}` });
    await core.time.pass(60_000);
    await core.command({ type: 'timer/stop' });
  }
  expect(core.snapshot().recentTasks.map(({ id }) => id)).toEqual([2, 1]);
  expect(core.snapshot().last).toMatchObject({ task: { id: 2 }, description: 'round 2' });
});

it('totals the finished entries of today', async () => {
  const core = await connected();
  await core.command({ type: 'timer/start', taskId: 1 });
  await core.time.pass(600_000);
  await core.command({ type: 'timer/stop' });
  expect(core.snapshot().today.trackedSeconds).toBe(600);
});

it('starts a new day at midnight with an empty list', async () => {
  const core = await connected();
  await core.command({ type: 'timer/start', taskId: 1 });
  await core.time.pass(600_000);
  await core.command({ type: 'timer/stop' });
  await core.time.pass(86_400_000);
  expect(core.entries()).toEqual([]);
  expect(core.snapshot().today.trackedSeconds).toBe(0);
});

it('searches the cached tasks without a request', async () => {
  const core = await connected();
  expect(core.stint.search({ kind: 'tasks', text: 'schéma' })).toMatchObject({
    ok: true,
    value: [{ id: 1, name: 'Schema work' }],
  });
  expect(core.focus.requests).toEqual([]);
});

it('keeps each setting that a person chose, whatever is chosen after it', async () => {
  const core = await connected();
  expect(core.snapshot().settings).toMatchObject({ leftClick: 'popup', gapsFrom: 5 });
  await core.command({ type: 'settings/left-click', leftClick: 'toggle' });
  await core.command({ type: 'settings/gaps-from', minutes: 15 });
  await core.command({ type: 'settings/day-goal', minutes: 450 });
  await core.restart();
  expect(core.snapshot().settings).toMatchObject({
    leftClick: 'toggle',
    gapsFrom: 15,
    goalMinutes: 450,
  });
  await core.command({ type: 'settings/day-goal', minutes: null });
  expect(core.snapshot().settings.goalMinutes).toBeUndefined();
});
