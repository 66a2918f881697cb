import { expect, it } from 'vitest';
import type { Command } from '#contract';
import { createCore, type Core } from '../../support/core/core.ts';
import { focusEntry, seconds } from '../../support/values.ts';

const connectTo = (address: string): Command => ({
  type: 'account/connect',
  credential: { kind: 'key', key: 'toggl_sk_test' },
  place: { kind: 'address', address },
});
const ADDRESS = 'https://focus.toggl.com/1/workspaces/2/calendar';

async function withEntryWaiting(): Promise<Core> {
  const core = createCore();
  await core.connect();
  core.focus.always = 'offline';
  await core.command({ type: 'timer/start', taskId: 1 });
  await core.time.pass(60_000);
  await core.command({ type: 'timer/stop' });
  return core;
}

it('checks key, organization and workspace with one request, and then reads today, settings and plan', async () => {
  const core = createCore();
  core.focus.entries.push(focusEntry(70));
  expect(await core.command(connectTo(ADDRESS))).toMatchObject({ ok: true });
  expect(core.focus.requests).toEqual(['tasks', 'read', 'settings', 'plan']);
  expect(core.snapshot()).toMatchObject({
    account: { state: 'connected', organizationId: 1, workspaceId: 2, secret: 'keychain' },
    tasks: { count: 2 },
  });
  expect(core.states()).toEqual(['delivered']);
});

it('asks nothing of the server when the address is unclear', async () => {
  const core = createCore();
  const result = await core.command(connectTo('https://example.com/1/workspaces/2'));
  expect(result).toEqual({ ok: false, error: { kind: 'address-unclear' } });
  expect(core.focus.requests).toEqual([]);
});

it.each([
  [{ status: 401 }, { kind: 'key-refused' }],
  [{ status: 403 }, { kind: 'organization-forbidden' }],
  [{ status: 404 }, { kind: 'workspace-not-found' }],
  [{ status: 500 }, { kind: 'server-trouble', status: 500 }],
  ['offline', { kind: 'offline', cause: 'network' }],
  ['dropped', { kind: 'no-answer' }],
  [{ status: 402, retryAfter: seconds(60) }, { kind: 'quota-spent' }],
  [
    { status: 418, reason: 'teapot' },
    { kind: 'refused', status: 418, reason: 'teapot' },
  ],
] as const)('connects nothing and stores no key when the check meets %j', async (fault, error) => {
  const core = createCore();
  core.focus.faults.push(fault);
  const result = await core.command(connectTo(ADDRESS));
  expect(result).toMatchObject({ ok: false, error });
  expect(core.snapshot().account).toEqual({ state: 'none' });
  expect(core.keychain.secret).toEqual({ state: 'absent' });
});

it.each([
  ['locked', 'keychain-locked'],
  ['unavailable', 'keychain-absent'],
] as const)('works for this run when the keychain is %s, and says so', async (onWrite, notice) => {
  const core = createCore();
  core.keychain.onWrite = onWrite;
  expect(await core.command(connectTo(ADDRESS))).toMatchObject({ ok: true });
  expect(core.snapshot()).toMatchObject({
    account: { secret: 'memory' },
    notice: { kind: notice },
  });
});

it('takes up the account after a restart without a request', async () => {
  const core = createCore();
  await core.connect();
  await core.restart();
  expect(core.snapshot().account).toMatchObject({ state: 'connected', secret: 'keychain' });
  expect(core.focus.requests).toEqual([]);
});

it('records and waits while the keychain is locked, and delivers once it is open', async () => {
  const core = createCore();
  await core.connect();
  const kept = core.keychain.secret;
  core.keychain.secret = { state: 'locked' };
  await core.restart();
  await core.command({ type: 'timer/start', taskId: 1 });
  await core.time.pass(60_000);
  await core.command({ type: 'timer/stop' });
  expect(core.snapshot()).toMatchObject({
    account: { secret: 'locked' },
    notice: { kind: 'keychain-locked' },
  });
  expect(core.states()).toEqual(['waiting']);
  core.keychain.secret = kept;
  expect(await core.command({ type: 'account/unlock' })).toMatchObject({ ok: true });
  expect(core.states()).toEqual(['delivered']);
});

it('asks before a disconnect while entries wait, and changes nothing', async () => {
  const core = await withEntryWaiting();
  const result = await core.command({ type: 'account/disconnect', evenIfWaiting: false });
  expect(result).toEqual({ ok: false, error: { kind: 'entries-waiting', count: 1 } });
  expect(core.snapshot().account).toMatchObject({ state: 'connected' });
  expect(core.keychain.secret).toMatchObject({ state: 'found' });
});

it('counts the running session as waiting', async () => {
  const core = createCore();
  await core.connect();
  await core.command({ type: 'timer/start', taskId: 1 });
  const result = await core.command({ type: 'account/disconnect', evenIfWaiting: false });
  expect(result).toMatchObject({ error: { kind: 'entries-waiting', count: 1 } });
});

it('keeps what waits over a disconnect and delivers it when the account is back', async () => {
  const core = await withEntryWaiting();
  await core.command({ type: 'account/disconnect', evenIfWaiting: true });
  expect(core.keychain.secret).toEqual({ state: 'absent' });
  expect(core.snapshot().account).toEqual({ state: 'none' });
  core.focus.always = undefined;
  await core.restart();
  await core.connect();
  await core.time.pass(0);
  expect(core.focus.entries).toHaveLength(1);
  expect(core.states()).toEqual(['delivered']);
});

it('stays connected when the keychain would not let go of the secret', async () => {
  const core = createCore();
  await core.connect();
  core.keychain.onRemove = 'locked';
  const result = await core.command({ type: 'account/disconnect', evenIfWaiting: true });
  expect(result).toEqual({ ok: false, error: { kind: 'keychain-locked' } });
  expect(core.snapshot().account).toMatchObject({ state: 'connected' });
});

it('does not leave entries behind by connecting elsewhere', async () => {
  const core = await withEntryWaiting();
  core.focus.always = undefined;
  core.focus.faults.push({ status: 401 });
  const result = await core.command(connectTo('focus.toggl.com/1/workspaces/3'));
  expect(result).toEqual({ ok: false, error: { kind: 'entries-waiting', count: 1 } });
});

it('does nothing for an account that is not there', async () => {
  const core = createCore();
  for (const command of [
    { type: 'timer/start', taskId: 1 },
    { type: 'sync/now' },
    { type: 'account/disconnect', evenIfWaiting: true },
    { type: 'account/unlock' },
  ] as const) {
    expect(await core.command(command)).toEqual({ ok: false, error: { kind: 'not-connected' } });
  }
  expect(core.stint.search({ kind: 'tasks', text: '' })).toMatchObject({ ok: false });
});

it('reads tasks, today and its plan afresh when asked, and tells why it could not', async () => {
  const core = createCore();
  await core.connect();
  expect(await core.command({ type: 'sync/now' })).toMatchObject({ ok: true });
  expect(core.focus.requests).toEqual(['tasks', 'read', 'plan']);
  core.focus.quota = { remaining: 0, resetsIn: seconds(600) };
  await core.command({ type: 'sync/now' });
  expect(await core.command({ type: 'sync/now' })).toMatchObject({
    error: { kind: 'quota-spent' },
  });
  // Each time one request is made all the same: what is said of the quota may be wrong.
  expect(core.focus.requests).toEqual(['tasks', 'read', 'plan', 'tasks', 'tasks']);
});
