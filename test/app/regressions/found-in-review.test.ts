import { expect, it } from 'vitest';
import type { Command } from '#contract';
import type { FocusAnswer } from '../../../src-main/domain/focus-types.ts';
import { createCore, type Core } from '../../support/core/core.ts';
import { createFakeFocus, type FakeFocus } from '../../support/server/fake-focus.ts';
import { settle } from '../../support/core/fake-time.ts';
import { focusEntry, MORNING, seconds } from '../../support/values.ts';

const HOUR = 3_600_000;

const connectTo = (workspaceId: number, key = 'toggl_sk_test') =>
  ({
    type: 'account/connect',
    credential: { kind: 'key', key },
    place: { kind: 'ids', organizationId: 1, workspaceId },
  }) as const satisfies Command;

async function connected(): Promise<Core> {
  const core = createCore();
  await core.connect();
  return core;
}

async function track(core: Core, description = 'x'): Promise<string> {
  await core.command({ type: 'timer/start', description });
  await core.time.pass(60_000);
  await core.command({ type: 'timer/stop' });
  return core.entries()[0]!.id;
}

/** A core whose accounts are told apart by their key, each with a server of its own. */
function coreOf(servers: Readonly<Record<string, FakeFocus>>): Core {
  const connectFocus = ({ credential }: { readonly credential: { readonly kind: string } }) =>
    servers['key' in credential ? String(credential.key) : '']!.api;
  return createCore({ baseUrl: 'http://focus.test/api', connectFocus });
}

function answerAlways(core: Core, route: string, answer: FocusAnswer<never>): void {
  Object.defineProperty(core.focus.api, route, {
    value: () => {
      core.focus.requests.push(route);
      return Promise.resolve(answer);
    },
  });
}

it('creates anew, without a storm of look-ups, what was to be restored and is gone', async () => {
  const core = await connected();
  core.focus.always = 'offline';
  await track(core, 'a');
  const id = await track(core, 'b');
  core.focus.always = undefined;
  await core.time.pass(HOUR);
  core.focus.always = 'offline';
  await core.command({ type: 'entries/delete', entryIds: [id] });
  await core.command({ type: 'entries/restore', entryIds: [id] });
  core.focus.entries.length = 0;
  core.focus.always = undefined;
  core.focus.requests.length = 0;
  await core.time.pass(HOUR);
  expect(core.focus.requests.length).toBeLessThan(5);
});

it('waits after a 402 that announces no wait', async () => {
  const core = await connected();
  core.focus.quota = { remaining: 0, resetsIn: seconds(0) };
  core.focus.always = { status: 402 };
  await track(core);
  expect(core.focus.requests.length).toBeLessThan(3);
});

it('does not wait for a quota from a clock that was a year ahead', async () => {
  const core = await connected();
  core.time.setWall(MORNING + 365 * 24 * HOUR);
  core.focus.quota = { remaining: 0, resetsIn: seconds(600) };
  core.focus.faults.push({ status: 402 });
  await track(core);
  core.time.setWall(MORNING);
  core.focus.quota = undefined;
  await core.restart();
  await core.time.pass(HOUR);
  expect(core.focus.entries).toHaveLength(1);
});

it('does not stretch a wait by what the clock was set back', async () => {
  const core = await connected();
  core.time.setWall(MORNING + 3 * HOUR);
  core.focus.faults.push({ status: 429 });
  await track(core);
  core.time.setWall(MORNING);
  await core.time.pass(HOUR);
  expect(core.focus.entries).toHaveLength(1);
});

it('does not leave a timer behind that was started while another account was checked', async () => {
  const core = await connected();
  let open: () => void = () => undefined;
  core.focus.gate = new Promise((resolve) => (open = resolve));
  const connecting = core.stint.command(connectTo(6));
  await settle();
  await core.command({ type: 'timer/start', description: 'meanwhile' });
  core.focus.gate = undefined;
  open();
  expect(await connecting).toMatchObject({ ok: false, error: { kind: 'entries-waiting' } });
  expect(core.snapshot()).toMatchObject({
    account: { workspaceId: 2 },
    timer: { state: 'running', description: 'meanwhile' },
  });
});

it('keeps a key that only memory holds when asked to unlock', async () => {
  const core = createCore();
  core.keychain.onWrite = 'locked';
  await core.command(connectTo(2));
  core.keychain.secret = { state: 'locked' };
  await core.command({ type: 'account/unlock' });
  expect(core.snapshot().account).toMatchObject({ secret: 'memory' });
});

it('never uses the key of a former account that is still in the keychain', async () => {
  const servers = { A: createFakeFocus(), B: createFakeFocus() };
  const core = coreOf(servers);
  await core.command(connectTo(2, 'A'));
  core.keychain.onWrite = 'locked';
  await core.command(connectTo(6, 'B'));
  servers.A.requests.length = 0;
  servers.B.always = 'offline';
  await track(core);
  await core.restart();
  await core.time.pass(HOUR);
  expect(servers.A.requests).toEqual([]);
  expect(core.snapshot().account).toMatchObject({ secret: 'missing' });
  expect(core.states()).toEqual(['waiting']);
});

it('sends what is queued behind a look-up that fails again and again', async () => {
  const core = await connected();
  core.focus.faults.push('dropped');
  await track(core, 'lost');
  const detail = 'not Toggl';
  answerAlways(core, 'streamEntries', {
    ok: false,
    quota: undefined,
    error: { kind: 'unreadable', applied: 'maybe', status: 200, detail },
  });
  await core.time.pass(60_000);
  await track(core, 'second');
  await core.time.pass(24 * HOUR);
  expect(core.focus.entries).toMatchObject([{ description: 'second' }]);
});

it('sends what is queued behind a change that fails again and again', async () => {
  const core = await connected();
  const entryId = await track(core, 'first');
  answerAlways(core, 'updateEntry', {
    ok: false,
    quota: undefined,
    error: { kind: 'no-answer', applied: 'maybe', detail: 'reset' },
  });
  await core.command({ type: 'entry/edit', entryId, description: 'other' });
  await track(core, 'second');
  await core.time.pass(24 * HOUR);
  expect(core.focus.entries).toHaveLength(2);
});

it('sends nothing under the old key once the new one was accepted', async () => {
  const servers = { A: createFakeFocus(), B: createFakeFocus() };
  const core = coreOf(servers);
  await core.command(connectTo(2, 'A'));
  await core.command({ type: 'timer/start', description: 'x' });
  await core.time.pass(60_000);
  const answer = core.keychain.holdWrites();
  const connecting = core.stint.command(connectTo(2, 'B'));
  await settle();
  servers.A.always = { status: 401 };
  await core.command({ type: 'timer/stop' });
  answer();
  await connecting;
  await settle();
  expect(core.snapshot().account).toMatchObject({ keyRefused: false, secret: 'keychain' });
  expect(servers.B.entries).toHaveLength(1);
});

it('goes on delivering after the disk could not be read for a while', async () => {
  const core = await connected();
  core.focus.always = 'offline';
  await track(core);
  const counts = core.store.counts.bind(core.store);
  core.store.counts = () => {
    throw new Error('disk I/O error');
  };
  await core.time.pass(600_000);
  core.store.counts = counts;
  core.focus.always = undefined;
  await core.time.pass(HOUR);
  expect(core.states()).toEqual(['delivered']);
});

it('takes a key back that the keychain took only after a disconnect', async () => {
  const core = createCore();
  const answer = core.keychain.holdWrites();
  const connecting = core.stint.command(connectTo(2));
  await settle();
  await core.command({ type: 'account/disconnect', evenIfWaiting: true });
  answer();
  await connecting;
  expect(core.keychain.secret).toEqual({ state: 'absent' });
});

it('leaves the task alone when only the description of an entry is changed', async () => {
  const core = createCore();
  core.focus.entries.push(focusEntry(500, { taskId: 77, task: undefined, description: 'web' }));
  await core.connect();
  const [entry] = core.entries();
  await core.command({ type: 'entry/edit', entryId: entry!.id, description: 'changed' });
  await core.time.pass(60_000);
  expect(core.focus.entries).toMatchObject([{ taskId: 77, description: 'changed' }]);
});
