import { expect, it } from 'vitest';
import { endOf } from '../../../../src-main/domain/timer/session.ts';
import { connectedCore, track } from '../../../support/core/tracked-entries.ts';

it('books no time that lies ahead, however fast a person starts and stops', async () => {
  const core = await connectedCore();
  for (let round = 0; round < 12; round += 1) {
    await core.command({ type: 'timer/start', taskId: 1 });
    await core.time.pass(140);
    await core.command({ type: 'timer/stop' });
    await core.time.pass(140);
  }
  const ends = core.entries().map(endOf);
  expect(Math.max(...ends)).toBeLessThanOrEqual(core.time.now());
});

it('throws a session of less than a second away and says so, until the next one', async () => {
  const core = await connectedCore();
  await core.command({ type: 'timer/start', taskId: 1 });
  await core.time.pass(300);
  expect(await core.command({ type: 'timer/stop' })).toMatchObject({ ok: true });
  expect(core.entries()).toEqual([]);
  expect(core.focus.requests).toEqual([]);
  expect(core.snapshot().notice).toEqual({ kind: 'session-too-short' });
  await track(core);
  expect(core.snapshot().notice).toBeUndefined();
});

it('starts at once after a slip, in the second that the slip leaves', async () => {
  const core = await connectedCore();
  await core.command({ type: 'timer/start', taskId: 1 });
  await core.command({ type: 'timer/start', taskId: 2 });
  expect(core.snapshot().timer).toMatchObject({ startAt: core.time.now(), task: { id: 2 } });
});
