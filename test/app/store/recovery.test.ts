import { expect, it } from 'vitest';
import { createCore, type Core } from '../../support/core/core.ts';
import { settle } from '../../support/core/fake-time.ts';
import { MORNING } from '../../support/values.ts';

async function running(): Promise<Core> {
  const core = createCore();
  await core.connect();
  await core.command({ type: 'timer/start', taskId: 1, description: 'first draft' });
  await core.time.pass(600_000);
  return core;
}

it('goes on with the running timer after the process was killed', async () => {
  const core = await running();
  await core.restart();
  expect(core.snapshot().timer).toMatchObject({
    state: 'running',
    task: { id: 1, name: 'Schema work' },
    description: 'first draft',
    startAt: MORNING,
  });
  await core.time.pass(600_000);
  await core.command({ type: 'timer/stop' });
  expect(core.focus.entries).toMatchObject([{ seconds: 1_200 }]);
});

it('delivers after a restart what waited before it', async () => {
  const core = await running();
  core.focus.always = 'offline';
  await core.command({ type: 'timer/stop' });
  core.focus.always = undefined;
  await core.restart();
  await core.time.pass(0);
  expect(core.states()).toEqual(['delivered']);
  expect(core.focus.entries).toHaveLength(1);
});

it.each([
  ['had arrived', false, ['create', 'read']],
  ['had not arrived', true, ['create', 'read', 'create']],
])('looks up what was being sent when the process was killed: it %s', async (_, lost, requests) => {
  const core = await running();
  core.focus.gate = new Promise(() => undefined);
  if (lost) core.focus.faults.push('dropped');
  await core.command({ type: 'timer/stop' });
  expect(core.states()).toEqual(['sending']);
  core.focus.gate = undefined;
  await core.restart();
  expect(core.states()).toEqual(['checking']);
  await core.time.pass(60_000);
  expect(core.states()).toEqual(['delivered']);
  expect(core.focus.requests).toEqual(requests);
  expect(core.focus.entries).toHaveLength(1);
});

it('answers a stop with an error and keeps the timer running when the disk fails', async () => {
  const core = await running();
  core.store.close();
  const result = await core.command({ type: 'timer/stop' });
  expect(result).toMatchObject({ ok: false, error: { kind: 'storage-failed' } });
  await core.restart();
  expect(core.snapshot().timer).toMatchObject({ state: 'running', startAt: MORNING });
});

it('lets the keychain take a new key before it quits', async () => {
  const core = createCore();
  const answer = core.keychain.holdWrites();
  const connecting = core.connect();
  await settle();
  const quitting = core.stint.dispose();
  answer();
  await Promise.all([connecting, quitting]);
  await core.restart();
  expect(core.snapshot().account).toMatchObject({ secret: 'keychain' });
});
