import { expect, it } from 'vitest';
import { createCore, type Core } from '../../support/core/core.ts';
import { at, focusEntry, focusTask, seconds } from '../../support/values.ts';

const RUNNING = focusEntry(7, {
  startAt: at('07:30'),
  seconds: undefined,
  description: 'on the phone',
  task: focusTask(2, 'Review'),
  taskId: 2,
});

/** After a launch: no reading of this run has told what runs there. */
async function withTimerElsewhere(): Promise<Core> {
  const core = createCore();
  await core.connect();
  core.focus.entries.push(RUNNING);
  await core.restart();
  return core;
}

it('learns from a reading of today what runs elsewhere, and that it has ended', async () => {
  const core = createCore();
  core.focus.entries.push(RUNNING);
  await core.connect();
  expect(core.snapshot().elsewhere).toMatchObject({
    startAt: at('07:30'),
    description: 'on the phone',
    task: { name: 'Review' },
  });
  expect(core.snapshot().today.entries).toEqual([]);
  core.focus.entries[0] = { ...RUNNING, seconds: seconds(600) };
  await core.command({ type: 'read/shown' });
  expect(core.snapshot().elsewhere).toBeUndefined();
  expect(core.snapshot().today.trackedSeconds).toBe(600);
});

it('asks once a launch, and not at all after a reading has told', async () => {
  const core = await withTimerElsewhere();
  await core.command({ type: 'elsewhere/look' });
  await core.command({ type: 'elsewhere/look' });
  expect(core.focus.requests).toEqual(['running']);
  expect(core.snapshot().elsewhere).toMatchObject({ description: 'on the phone' });

  const other = createCore();
  await other.connect();
  await other.command({ type: 'elsewhere/look' });
  expect(other.focus.requests).toEqual([]);
});

it('fails in silence, and does not use the reserve of the quota', async () => {
  const core = await withTimerElsewhere();
  core.focus.faults.push({ status: 500 });
  expect(await core.command({ type: 'elsewhere/look' })).toMatchObject({ ok: true });
  expect(core.snapshot().elsewhere).toBeUndefined();

  const poor = await withTimerElsewhere();
  poor.focus.quota = { remaining: 5, resetsIn: seconds(600) };
  await poor.command({ type: 'read/plan' });
  poor.focus.requests.length = 0;
  await poor.command({ type: 'elsewhere/look' });
  expect(poor.focus.requests).toEqual([]);
});

it('takes it over: ended there at this moment, and the same work goes on here from then', async () => {
  const core = await withTimerElsewhere();
  await core.command({ type: 'elsewhere/look' });
  expect(await core.command({ type: 'elsewhere/take-over' })).toMatchObject({ ok: true });
  expect(core.focus.requests).toEqual(['running', 'stop']);
  const { elsewhere, timer, today } = core.snapshot();
  expect(elsewhere).toBeUndefined();
  expect(timer).toMatchObject({
    state: 'running',
    startAt: at('08:00'),
    description: 'on the phone',
    task: { name: 'Review' },
  });
  expect(today.entries).toMatchObject([{ startAt: at('07:30'), seconds: 1800 }]);
  expect(today.entries[0]?.delivery.state).toBe('delivered');
});

it('begins here at the moment when it ended there, however late the answer comes', async () => {
  const core = await withTimerElsewhere();
  await core.command({ type: 'elsewhere/look' });
  let answer: () => void = () => undefined;
  core.focus.gate = new Promise((resolve) => (answer = resolve));
  const takingOver = core.stint.command({ type: 'elsewhere/take-over' });
  await core.time.pass(4_000);
  answer();
  await takingOver;
  expect(core.snapshot().timer).toMatchObject({ startAt: at('08:00') });
});

it('counts from the press, whatever stood before it in the line', async () => {
  const core = await withTimerElsewhere();
  await core.command({ type: 'elsewhere/look' });
  let answer: () => void = () => undefined;
  core.focus.gate = new Promise((resolve) => (answer = resolve));
  const reading = core.stint.command({ type: 'read/plan' });
  const takingOver = core.stint.command({ type: 'elsewhere/take-over' });
  await core.time.pass(4_000);
  answer();
  await Promise.all([reading, takingOver]);
  expect(core.snapshot().timer).toMatchObject({ startAt: at('08:00') });
  expect(core.snapshot().today.entries).toMatchObject([{ seconds: 1800 }]);
});

it('ends what runs here by that, as a start does', async () => {
  const core = await withTimerElsewhere();
  await core.command({ type: 'elsewhere/look' });
  await core.command({ type: 'timer/start', taskId: 1 });
  await core.time.pass(60_000);
  await core.command({ type: 'elsewhere/take-over' });
  const { timer, today } = core.snapshot();
  expect(timer).toMatchObject({ startAt: at('08:01'), task: { name: 'Review' } });
  expect(today.entries.map((entry) => entry.seconds)).toEqual([60, 1860]);
});

it('starts nothing here where nothing runs there any more', async () => {
  const core = await withTimerElsewhere();
  const nothing = { ok: false, error: { kind: 'nothing-elsewhere' } };
  expect(await core.command({ type: 'elsewhere/take-over' })).toEqual(nothing);
  await core.command({ type: 'elsewhere/look' });
  core.focus.faults.push({ status: 404 });
  expect(await core.command({ type: 'elsewhere/take-over' })).toEqual(nothing);
  expect(core.snapshot()).toMatchObject({ timer: { state: 'idle' }, elsewhere: undefined });
});

it('starts nothing here after an unclear answer: the next look tells', async () => {
  const core = await withTimerElsewhere();
  await core.command({ type: 'elsewhere/look' });
  core.focus.faults.push('dropped');
  expect(await core.command({ type: 'elsewhere/take-over' })).toEqual({
    ok: false,
    error: { kind: 'no-answer' },
  });
  expect(core.snapshot()).toMatchObject({ timer: { state: 'idle' }, elsewhere: undefined });
  await core.command({ type: 'elsewhere/look' });
  expect(core.snapshot().elsewhere).toMatchObject({ startAt: at('07:30') });
});

it('keeps showing it where the server was not reached', async () => {
  const core = await withTimerElsewhere();
  await core.command({ type: 'elsewhere/look' });
  core.focus.faults.push('offline');
  expect(await core.command({ type: 'elsewhere/take-over' })).toEqual({
    ok: false,
    error: { kind: 'offline', cause: 'network' },
  });
  expect(core.snapshot().elsewhere).toMatchObject({ startAt: at('07:30') });
});

it('says no more of it in this run once the person left it', async () => {
  const core = await withTimerElsewhere();
  await core.command({ type: 'elsewhere/look' });
  await core.command({ type: 'elsewhere/leave' });
  await core.command({ type: 'read/shown' });
  expect(core.snapshot().elsewhere).toBeUndefined();
});
