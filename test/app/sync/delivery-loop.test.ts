import { expect, it } from 'vitest';
import { DELIVERY_POLICY } from '../../../src-main/domain/sync/delivery-policy.ts';
import { createCore, type Core } from '../../support/core/core.ts';
import { seconds } from '../../support/values.ts';

const HOUR = 3_600_000;

async function connected(): Promise<Core> {
  const core = createCore();
  await core.connect();
  return core;
}

/** A session of ten minutes, stopped. */
async function track(core: Core, taskId = 1): Promise<void> {
  await core.command({ type: 'timer/start', taskId });
  await core.time.pass(600_000);
  await core.command({ type: 'timer/stop' });
}

it('delivers a session as one entry, by one request', async () => {
  const core = await connected();
  await track(core);
  expect(core.states()).toEqual(['delivered']);
  expect(core.focus.requests).toEqual(['create']);
  expect(core.focus.entries).toMatchObject([{ taskId: 1, seconds: 600, type: 'activity' }]);
});

it('delivers a session without a task by its description', async () => {
  const core = await connected();
  await core.command({ type: 'timer/start', description: '  Mail  ' });
  await core.time.pass(5_000);
  await core.command({ type: 'timer/stop' });
  expect(core.focus.entries).toMatchObject([{ taskId: undefined, description: 'Mail' }]);
});

it('keeps a session while offline and delivers it once when the network is back', async () => {
  const core = await connected();
  core.focus.always = 'offline';
  await track(core);
  expect(core.states()).toEqual(['waiting']);
  expect(core.snapshot().sync.pause).toMatchObject({ reason: 'offline', cause: 'network' });
  core.focus.always = undefined;
  core.stint.wake();
  await core.time.pass(0);
  expect(core.states()).toEqual(['delivered']);
  expect(core.focus.entries).toHaveLength(1);
});

it('tries again by itself, more and more seldom, and never gives up', async () => {
  const core = await connected();
  core.focus.always = 'offline';
  await track(core);
  await core.time.pass(HOUR);
  const inTheFirstHour = core.focus.requests.length;
  expect(inTheFirstHour).toBeGreaterThan(5);
  expect(inTheFirstHour).toBeLessThan(40);
  await core.time.pass(6 * HOUR);
  core.focus.always = undefined;
  await core.time.pass(DELIVERY_POLICY.backoff.capMs);
  expect(core.focus.entries).toHaveLength(1);
});

it('looks before it sends again when an answer is lost, and finds the entry', async () => {
  const core = await connected();
  core.focus.faults.push('lost');
  await track(core);
  expect(core.states()).toEqual(['checking']);
  await core.time.pass(60_000);
  expect(core.states()).toEqual(['delivered']);
  expect(core.focus.requests).toEqual(['create', 'read']);
  expect(core.focus.entries).toHaveLength(1);
});

it('sends again what the look-up does not find', async () => {
  const core = await connected();
  core.focus.faults.push('dropped');
  await track(core);
  await core.time.pass(60_000);
  expect(core.states()).toEqual(['delivered']);
  expect(core.focus.requests).toEqual(['create', 'read', 'create']);
  expect(core.focus.entries).toHaveLength(1);
});

it.each([500, 503])('looks before it sends again after %d', async (status) => {
  const core = await connected();
  core.focus.faults.push({ status });
  await track(core);
  expect(core.states()).toEqual(['checking']);
  await core.time.pass(120_000);
  expect(core.focus.requests).toEqual(['create', 'read', 'create']);
  expect(core.focus.entries).toHaveLength(1);
});

it('does not ask again and again when the look-up itself is refused', async () => {
  const core = await connected();
  core.focus.faults.push('lost', { status: 400 }, { status: 404 });
  await track(core);
  await core.time.pass(HOUR);
  expect(core.focus.requests).toEqual(['create', 'read', 'read', 'read']);
  expect(core.states()).toEqual(['delivered']);
});

it('holds all entries for a new key after 401, also over a restart', async () => {
  const core = await connected();
  core.focus.always = { status: 401 };
  await track(core);
  await track(core, 2);
  expect(core.states()).toEqual(['waiting', 'waiting']);
  expect(core.snapshot().account).toMatchObject({ keyRefused: true });
  expect(core.focus.requests).toEqual(['create', 'create']);
  core.focus.always = undefined;
  await core.connect();
  await core.time.pass(0);
  expect(core.states()).toEqual(['delivered', 'delivered']);
});

it('sends nothing while the quota is spent, also over a restart, and then all', async () => {
  const core = await connected();
  core.focus.quota = { remaining: 0, resetsIn: seconds(1_800) };
  core.focus.faults.push({ status: 402 });
  await track(core);
  await track(core, 2);
  expect(core.snapshot().sync.pause).toMatchObject({ reason: 'quota' });
  await core.restart();
  await core.time.pass(60_000);
  expect(core.focus.requests).toEqual(['create']);
  core.focus.quota = { remaining: 30, resetsIn: seconds(3_600) };
  await core.time.pass(1_800_000);
  expect(core.states()).toEqual(['delivered', 'delivered']);
  expect(core.focus.requests).toEqual(['create', 'bulk 2', 'read']);
});

it('never blocks others behind an entry that is refused, nor sends that again unchanged', async () => {
  const core = await connected();
  core.focus.faults.push({ status: 404, reason: 'task not found' });
  await track(core);
  await track(core, 2);
  await core.time.pass(24 * HOUR);
  expect(core.focus.requests).toEqual(['create', 'create']);
  expect(core.focus.entries).toMatchObject([{ taskId: 2 }]);
  expect(core.store.entriesInState('focus:1/2' as never, 'rejected', 9)).toHaveLength(1);
});

it('sends a refused entry again once a person has mended it', async () => {
  const core = await connected();
  core.focus.faults.push({ status: 404, reason: 'task not found' });
  await track(core);
  const [refused] = core.entries();
  expect(refused?.delivery).toEqual({
    state: 'rejected',
    status: 404,
    reason: 'task not found',
    delivered: false,
  });
  await core.command({ type: 'entry/edit', entryId: refused!.id, taskId: 2 });
  expect(core.states()).toEqual(['delivered']);
  expect(core.focus.entries).toMatchObject([{ taskId: 2, seconds: 600 }]);
});

it('drops a refused entry when a person says so', async () => {
  const core = await connected();
  core.focus.faults.push({ status: 422 });
  await track(core);
  await track(core);
  const [, refused] = core.entries();
  await core.command({ type: 'entries/delete', entryIds: [refused!.id] });
  expect(core.states()).toEqual(['delivered']);
});

it('runs no timer once everything is delivered but that for the border of the day', async () => {
  const core = await connected();
  await track(core);
  expect(core.time.pending()).toBe(1);
});

it('sends one request at a time', async () => {
  const core = await connected();
  let open: () => void = () => undefined;
  core.focus.gate = new Promise((resolve) => {
    open = resolve;
  });
  await track(core);
  await track(core, 2);
  core.stint.wake();
  void core.stint.command({ type: 'sync/now' });
  await core.time.pass(0);
  expect(core.focus.requests).toEqual(['create']);
  expect(core.states()).toEqual(['waiting', 'sending']);
  core.focus.gate = undefined;
  open();
  await core.time.pass(0);
  expect(core.focus.requests).toEqual(['create', 'create', 'tasks', 'read', 'plan']);
});
