import { expect, it } from 'vitest';
import { SLIP_MS } from '../../../src-main/domain/timer/double-press.ts';
import { createCore, type Core } from '../../support/core/core.ts';
import { at, focusEntry, MORNING } from '../../support/values.ts';

const START = { type: 'timer/start', taskId: 1 } as const;
const OTHER = { type: 'timer/start', taskId: 2 } as const;
const STOP = { type: 'timer/stop' } as const;

/** With presses as a person's hand makes them. */
async function connected(): Promise<Core> {
  const core = createCore({ slipMs: SLIP_MS });
  await core.connect();
  return core;
}

it('lets a second and a third press within a second of Start do nothing', async () => {
  const core = await connected();
  await core.command(START);
  const before = core.snapshot().timer;
  await core.time.pass(300);
  for (const press of [STOP, START, STOP]) {
    expect(await core.command(press)).toEqual({ ok: true, value: undefined });
    await core.time.pass(200);
  }
  expect(core.snapshot().timer).toEqual(before);
  expect(core.entries()).toEqual([]);
  expect(core.focus.entries).toEqual([]);
});

it('stops a second after Start, however often Stop was pressed before', async () => {
  const core = await connected();
  await core.command(START);
  for (let time = 0; time < 4; time += 1) {
    await core.time.pass(250);
    await core.command(STOP);
  }
  expect(core.snapshot().timer.state).toBe('idle');
  expect(core.entries()).toHaveLength(1);
});

it('cuts no session in two where Stop is pressed twice on what starts again', async () => {
  const core = await connected();
  await core.command(START);
  await core.time.pass(60_000);
  await core.command(STOP);
  await core.time.pass(200);
  await core.command(START);
  expect(core.snapshot().timer.state).toBe('idle');
  await core.time.pass(800);
  await core.command(START);
  expect(core.snapshot().timer.state).toBe('running');
});

it('takes no name from what has just begun, and starts nothing where Stop is pressed twice', async () => {
  const core = await connected();
  await core.command(START);
  await core.time.pass(200);
  await core.command({ type: 'timer/start' });
  expect(core.snapshot().timer).toMatchObject({ task: { id: 1 } });
  await core.time.pass(60_000);
  await core.command(STOP);
  await core.time.pass(200);
  await core.command({ type: 'timer/start' });
  expect(core.snapshot().timer.state).toBe('idle');
});

it('makes the wrong task the right one, for whoever took another at once', async () => {
  const core = await connected();
  await core.command(START);
  await core.time.pass(300);
  await core.command({ ...OTHER, description: 'tea' });
  expect(core.snapshot().timer).toMatchObject({ task: { id: 2 }, description: 'tea' });
  expect(core.snapshot().recentTasks[0]).toMatchObject({ id: 2 });
  await core.command(STOP);
  expect(core.snapshot().timer).toMatchObject({ task: { id: 2 } });
  await core.time.pass(60_000);
  await core.command(STOP);
  expect(core.focus.entries).toMatchObject([{ taskId: 2, startAt: MORNING, seconds: 60 }]);
  expect(core.focus.entries).toHaveLength(1);
});

it('ends what has run for longer, and corrects only what took its place', async () => {
  const core = await connected();
  await core.command(START);
  await core.time.pass(60_000);
  await core.command(OTHER);
  await core.time.pass(300);
  await core.command({ ...OTHER, description: 'tea' });
  await core.time.pass(30_000);
  await core.command(STOP);
  expect(core.focus.entries).toMatchObject([
    { taskId: 1, seconds: 60 },
    { taskId: 2, description: 'tea', seconds: 30 },
  ]);
});

it('begins other work anew right after Stop', async () => {
  const core = await connected();
  await core.command(START);
  await core.time.pass(60_000);
  await core.command(STOP);
  await core.time.pass(300);
  await core.command(OTHER);
  expect(core.entries()).toHaveLength(1);
  expect(core.snapshot().timer).toMatchObject({ task: { id: 2 }, startAt: MORNING + 60_000 });
});

it('measures by the time that passes and not by the clock on the wall', async () => {
  const core = await connected();
  await core.command(START);
  core.time.setWall(core.time.now() + 3_600_000);
  await core.command(STOP);
  expect(core.snapshot().timer.state).toBe('running');
});

it('counts no press that was refused', async () => {
  const core = await connected();
  await core.command(STOP);
  await core.command({ ...START, taskId: 999 });
  await core.command(START);
  expect(core.snapshot().timer.state).toBe('running');
});

it('lets the press of a take-over count, and not its answer', async () => {
  const core = createCore({ slipMs: SLIP_MS });
  core.focus.entries.push(focusEntry(7, { startAt: at('07:30'), seconds: undefined, taskId: 2 }));
  await core.connect();
  let answer: () => void = () => undefined;
  core.focus.gate = new Promise((resolve) => (answer = resolve));
  const takingOver = core.stint.command({ type: 'elsewhere/take-over' });
  await core.time.pass(1_500);
  core.focus.gate = undefined;
  answer();
  await takingOver;
  await core.time.pass(200);
  expect(core.snapshot().timer.state).toBe('running');
  await core.command(STOP);
  expect(core.snapshot().timer.state).toBe('idle');
});
