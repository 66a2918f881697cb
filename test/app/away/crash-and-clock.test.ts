import { expect, it } from 'vitest';
import { at, MORNING } from '../../support/values.ts';
import { MINUTE, watchedCore, type WatchedCore } from './watched-core.ts';

const START = { type: 'timer/start', taskId: 1 } as const;
const STOP = { type: 'timer/stop' } as const;

async function runningFor(minutes: number): Promise<WatchedCore> {
  const core = await watchedCore();
  await core.command(START);
  // The heartbeat comes at the first second, and each minute from then on.
  await core.time.pass(minutes * MINUTE + 1000);
  return core;
}

it('killed with the timer running, back twenty minutes later: the last moment alive is asked about', async () => {
  const core = await runningFor(60);
  await core.killedFor(20);
  expect(core.questions()).toMatchObject([
    { why: 'stopped', fromAt: at('09:00:01'), toAt: at('09:20:01'), running: true },
  ]);
  await core.answer('stop');
  expect(core.entries()).toMatchObject([{ startAt: MORNING, seconds: 3601 }]);
});

it('killed twice: each stretch is asked about once, and nothing is decided by itself', async () => {
  const core = await runningFor(60);
  await core.killedFor(20);
  await core.time.pass(10 * MINUTE);
  await core.killedFor(30);
  expect(core.questions()).toHaveLength(2);
  await core.killedFor(0);
  expect(core.questions()).toHaveLength(2);
  await core.command(STOP);
  await core.time.pass(10 * MINUTE);
  expect(core.states()).toEqual(['asked']);
  await core.answer('go-on');
  await core.answer('go-on');
  expect(core.questions()).toEqual([]);
  expect(core.entries().map(({ seconds }) => Math.round(seconds / 60))).toEqual([9, 60]);
});

it('killed within the first minute, back the next day', async () => {
  const core = await watchedCore();
  await core.command(START);
  await core.time.pass(2000);
  await core.killedFor(24 * 60);
  expect(core.questions()).toMatchObject([{ why: 'stopped', fromAt: at('08:00:01') }]);
});

it('killed and back within two minutes: nothing is asked', async () => {
  const core = await runningFor(60);
  await core.killedFor(1);
  expect(core.questions()).toEqual([]);
});

it('killed while the person was away: asked from when they left', async () => {
  const core = await runningFor(60);
  core.leftAt = core.time.now();
  await core.time.pass(30 * MINUTE);
  core.leftAt = undefined;
  await core.killedFor(20);
  expect(core.questions()).toMatchObject([{ why: 'stopped', fromAt: at('09:00:01') }]);
});

it('quit by the person: the timer runs on, and nothing is asked', async () => {
  const core = await runningFor(60);
  core.stint.quitAsked();
  await core.stint.dispose();
  core.time.setWall(core.time.now() + 20 * MINUTE);
  await core.restart();
  expect(core.questions()).toEqual([]);
  expect(core.snapshot().timer).toMatchObject({ startAt: MORNING });
});

it('ended by the end of the desktop session: asked about at the next start', async () => {
  const core = await runningFor(60);
  await core.time.pass(30_000);
  await core.stint.dispose();
  core.time.setWall(core.time.now() + 20 * MINUTE);
  await core.restart();
  expect(core.questions()).toMatchObject([{ why: 'stopped', fromAt: at('09:00:31') }]);
});

it('the clock set forward by an hour: asked, and the leap left out, the length is what has passed', async () => {
  const core = await runningFor(60);
  core.time.setWall(core.time.now() + 60 * MINUTE);
  await core.time.pass(10 * MINUTE);
  expect(core.questions()).toMatchObject([{ why: 'clock', fromAt: at('09:00:01') }]);
  await core.command(STOP);
  await core.answer('go-on');
  expect(core.entries().map(({ seconds }) => seconds)).toEqual([10 * 60, 3601]);
});

it('the clock set back before the start: asked, and the start moved along, nothing lies ahead', async () => {
  const core = await runningFor(60);
  core.time.setWall(at('07:00'));
  await core.time.pass(10 * MINUTE);
  expect(core.questions()).toMatchObject([{ why: 'clock' }]);
  await core.answer('move');
  expect(core.snapshot().timer).toMatchObject({ startAt: at('05:59:59') });
  await core.command({ type: 'mend/undo' });
  expect(core.snapshot().timer).toMatchObject({ startAt: MORNING });
  await core.command({ type: 'mend/redo' });
  await core.command(STOP);
  expect(core.entries()).toMatchObject([{ startAt: at('05:59:59'), seconds: 70 * 60 + 1 }]);
});

it('the clock set back, and stopped before the answer: no entry is sent that ends in the future', async () => {
  const core = await runningFor(60);
  core.time.setWall(at('08:30'));
  await core.command(STOP);
  await core.time.pass(MINUTE);
  expect(core.states()).toEqual(['asked']);
  await core.answer('move');
  await core.time.pass(MINUTE);
  expect(core.focus.entries).toMatchObject([{ startAt: at('07:29:59'), seconds: 3601 }]);
});

it('the move taken back, and stopped then: the length is still what has passed', async () => {
  const core = await runningFor(60);
  core.time.setWall(at('07:00'));
  await core.time.pass(10 * MINUTE);
  await core.answer('move');
  await core.command({ type: 'mend/undo' });
  await core.command(STOP);
  expect(core.entries()).toMatchObject([{ startAt: MORNING, seconds: 70 * 60 + 1 }]);
  expect(core.states()).toEqual(['asked']);
});

it('the clock put right by a minute: nothing is asked', async () => {
  const core = await runningFor(60);
  core.time.setWall(core.time.now() + MINUTE);
  await core.time.pass(10 * MINUTE);
  expect(core.questions()).toEqual([]);
});

it('says where idleness cannot be known: a 0 that never changes is not believed', async () => {
  const core = await watchedCore();
  await core.command(START);
  Object.defineProperty(core, 'leftAt', { get: () => core.time.now() });
  await core.time.pass(9 * MINUTE);
  expect(core.snapshot().awayKnown).toBe(true);
  await core.time.pass(2 * MINUTE);
  expect(core.snapshot().awayKnown).toBe(false);
});
