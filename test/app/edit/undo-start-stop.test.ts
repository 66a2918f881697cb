import { expect, it } from 'vitest';
import { createCore, type Core } from '../../support/core/core.ts';
import { MORNING } from '../../support/values.ts';

const START = { type: 'timer/start', taskId: 1 } as const;
const OTHER = { type: 'timer/start', taskId: 2 } as const;
const STOP = { type: 'timer/stop' } as const;
const UNDO = { type: 'mend/undo' } as const;
const REDO = { type: 'mend/redo' } as const;
const MINUTE = 60_000;

async function connected(offline = false): Promise<Core> {
  const core = createCore();
  await core.connect();
  if (offline) core.focus.always = 'offline';
  return core;
}

/** What Toggl Focus holds and shows. */
const kept = ({ focus }: Core) =>
  focus.entries.filter((entry) => entry.deletedAt === undefined).map(({ seconds }) => seconds);

it('takes a start back, and does it again since it was', async () => {
  const core = await connected();
  await core.command(START);
  expect(core.snapshot().undo).toMatchObject({ what: 'start' });
  await core.time.pass(MINUTE);
  await core.command(UNDO);
  expect(core.snapshot().timer.state).toBe('idle');
  expect(core.entries()).toEqual([]);
  await core.command(REDO);
  expect(core.snapshot().timer).toMatchObject({ startAt: MORNING, task: { id: 1 } });
});

it('takes a stop back before it was sent: one session, sent once', async () => {
  const core = await connected(true);
  await core.command(START);
  await core.time.pass(10 * MINUTE);
  await core.command(STOP);
  await core.time.pass(MINUTE);
  await core.command(UNDO);
  expect(core.snapshot().timer).toMatchObject({ state: 'running', startAt: MORNING });
  expect(core.entries()).toEqual([]);
  core.focus.always = undefined;
  await core.time.pass(9 * MINUTE);
  await core.command(STOP);
  await core.time.pass(20 * MINUTE);
  expect(kept(core)).toEqual([20 * 60]);
  expect(core.focus.entries).toHaveLength(1);
});

it('takes a stop back after it was sent: what is there is deleted, and what runs is an entry of its own', async () => {
  const core = await connected();
  await core.command(START);
  await core.time.pass(10 * MINUTE);
  await core.command(STOP);
  await core.time.pass(MINUTE);
  expect(kept(core)).toEqual([600]);
  await core.command(UNDO);
  await core.time.pass(9 * MINUTE);
  expect(kept(core)).toEqual([]);
  await core.command(STOP);
  await core.time.pass(10 * MINUTE);
  expect(kept(core)).toEqual([20 * 60]);
  // Each step by itself: the second stop, then the start as it was renamed.
  await core.command(UNDO);
  await core.command(UNDO);
  expect(core.snapshot().timer.state).toBe('idle');
  await core.time.pass(10 * MINUTE);
  expect(kept(core)).toEqual([]);
  expect(core.entries()).toEqual([]);
});

it('does a stop again that was sent and taken back: its entry is restored there', async () => {
  const core = await connected();
  await core.command(START);
  await core.time.pass(10 * MINUTE);
  await core.command(STOP);
  await core.time.pass(10 * MINUTE);
  await core.command(UNDO);
  await core.time.pass(10 * MINUTE);
  await core.command(REDO);
  await core.time.pass(10 * MINUTE);
  expect(core.snapshot().timer.state).toBe('idle');
  expect(kept(core)).toEqual([600]);
  expect(core.focus.entries).toHaveLength(1);
});

it('takes a switch back: the first work runs on, and nothing is left of the second', async () => {
  const core = await connected();
  await core.command(START);
  await core.time.pass(10 * MINUTE);
  await core.command(OTHER);
  expect(core.snapshot().undo).toMatchObject({ what: 'switch' });
  await core.time.pass(5 * MINUTE);
  await core.command(UNDO);
  expect(core.snapshot().timer).toMatchObject({ startAt: MORNING, task: { id: 1 } });
  await core.command(STOP);
  await core.time.pass(20 * MINUTE);
  expect(kept(core)).toEqual([15 * 60]);
});

it('leaves alone what has been started since in another way', async () => {
  const core = await connected();
  await core.command(START);
  await core.time.pass(10 * MINUTE);
  await core.command(STOP);
  core.store.setSession('focus:1/2' as never, {
    id: 'other',
    startAt: core.time.now(),
    task: undefined,
    description: 'taken over',
    timeBlockId: undefined,
  });
  expect(await core.command(UNDO)).toMatchObject({ error: { kind: 'nothing-to-undo' } });
  expect(core.snapshot().timer).toMatchObject({ id: 'other' });
  expect(core.entries()).toHaveLength(1);
});

it('offers to throw away what ran for ten seconds, and nothing that ran longer', async () => {
  const core = await connected();
  await core.command(START);
  await core.time.pass(10_000);
  await core.command(STOP);
  const { slipId } = core.snapshot().undo ?? {};
  expect(slipId).toBe(core.entries()[0]?.id);
  await core.command({ type: 'entries/delete', entryIds: [slipId ?? ''] });
  await core.time.pass(MINUTE);
  expect(core.entries()).toEqual([]);
  expect(kept(core)).toEqual([]);
  await core.command(START);
  await core.time.pass(11_000);
  await core.command(STOP);
  expect(core.snapshot().undo).toMatchObject({ what: 'stop', slipId: undefined });
});

it('lets run again what was too short to be kept', async () => {
  const core = await connected();
  await core.command(START);
  await core.time.pass(500);
  await core.command(STOP);
  await core.command(UNDO);
  expect(core.snapshot().timer).toMatchObject({ startAt: MORNING });
});
