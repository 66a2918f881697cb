import { expect, it } from 'vitest';
import type { Command, Instant } from '#contract';
import { createCore, type Core } from '../../support/core/core.ts';
import { createFakeFocus, type FakeFocus } from '../../support/server/fake-focus.ts';
import { settle } from '../../support/core/fake-time.ts';
import {
  backOnline,
  connectedCore,
  forget,
  track,
  trackMany,
} from '../../support/core/tracked-entries.ts';
import { at, focusEntry, seconds } from '../../support/values.ts';

const DAY = 86_400_000;
const YEAR = { type: 'show/range', fromAt: at('00:00') - 300 * DAY, toAt: at('23:59') } as const;

/** From now on answers wait until the returned function is called. */
function shut({ focus }: Core): () => void {
  let open: () => void = () => undefined;
  focus.gate = new Promise((resolve) => (open = resolve));
  return () => {
    focus.gate = undefined;
    open();
  };
}

const connectTo = (workspaceId: number, key: string) =>
  ({
    type: 'account/connect',
    credential: { kind: 'key', key },
    place: { kind: 'ids', organizationId: 1, workspaceId },
  }) as const satisfies Command;

/** A core whose accounts are told apart by their key, each with a server of its own. */
function coreOf(servers: Readonly<Record<string, FakeFocus>>): Core {
  return createCore({
    baseUrl: 'http://focus.test/api',
    connectFocus: ({ credential }) => servers['key' in credential ? credential.key : '']!.api,
  });
}

it('begins the pages of a list at the first one, though a page of another list came meanwhile', async () => {
  const core = await connectedCore();
  for (let id = 0; id < 100; id += 1) {
    core.focus.entries.push(focusEntry(1000 + id, { startAt: (at('00:00') + id) as Instant }));
  }
  await core.command(YEAR);
  const open = shut(core);
  const reading = core.stint.command({ type: 'read/page' });
  await settle();
  await core.command({ ...YEAR, fromAt: YEAR.fromAt + DAY });
  open();
  await reading;
  expect(core.snapshot().shown).toMatchObject({ range: { nextPage: 1 } });
});

it('calls off a long read that still stands in line', async () => {
  const core = await connectedCore();
  await core.command(YEAR);
  const open = shut(core);
  const first = core.stint.command({ type: 'read/plan' });
  const reading = core.stint.command({ type: 'read/shown' });
  await settle();
  await core.command({ type: 'read/cancel' });
  open();
  await first;
  expect(await reading).toEqual({ ok: false, error: { kind: 'cancelled' } });
  expect(core.focus.requests).toEqual(['plan']);
  expect(await core.command({ type: 'read/shown' })).toMatchObject({ ok: true });
});

it('does not look twice for an entry when the first look leaves the reserve only', async () => {
  const core = await connectedCore();
  core.focus.entries.push(focusEntry(7, { startAt: at('07:00') }));
  await core.command({ type: 'read/shown' });
  core.focus.entries[0] = { ...core.focus.entries[0]!, taskId: 2 };
  forget(core);
  core.focus.quota = { remaining: 5, resetsIn: seconds(600) };
  expect(await core.command({ type: 'entry/check', entryId: 'server:7' })).toMatchObject({
    ok: false,
    error: { kind: 'quota-reserved' },
  });
  expect(core.focus.requests).toEqual(['entry']);
  expect(core.entries()).toMatchObject([{ delivery: { state: 'delivered' } }]);
});

it('holds nothing back because a range that a person wanted to see was refused', async () => {
  const core = await connectedCore();
  core.focus.faults.push({ status: 403 });
  expect(await core.command({ type: 'read/shown' })).toMatchObject({ ok: false });
  expect(core.snapshot().sync.pause).toBeUndefined();
});

it('pushes one snapshot for a command after which nothing is to be sent', async () => {
  const core = await connectedCore();
  let pushes = 0;
  core.stint.onSnapshot(() => (pushes += 1));
  await core.command({ type: 'timer/start', taskId: 1 });
  expect(pushes).toBe(1);
});

it('looks before it tells a change that waited while another account was connected', async () => {
  const servers = { A: createFakeFocus(), B: createFakeFocus() };
  const core = coreOf(servers);
  await core.command(connectTo(6, 'B'));
  const { id } = await track(core);
  servers.B.always = 'offline';
  await core.command({ type: 'entry/edit', entryId: id, description: 'mine' });
  await core.command({ type: 'account/disconnect', evenIfWaiting: true });
  await core.command(connectTo(2, 'A'));
  servers.B.entries[0] = { ...servers.B.entries[0]!, description: 'theirs' };
  servers.B.always = undefined;
  await core.command(connectTo(6, 'B'));
  await core.time.pass(3_600_000);
  expect(servers.B.entries).toMatchObject([{ description: 'theirs' }]);
});

it('keeps looking at what is shown of an account while a late answer for another one arrives', async () => {
  const servers = { A: createFakeFocus(), B: createFakeFocus() };
  const core = coreOf(servers);
  await core.command(connectTo(2, 'A'));
  let open: () => void = () => undefined;
  servers.B.gate = new Promise((resolve) => (open = resolve));
  const connecting = core.stint.command(connectTo(6, 'B'));
  await settle();
  let openA: () => void = () => undefined;
  servers.A.gate = new Promise((resolve) => (openA = resolve));
  const late = core.stint.command({ type: 'read/shown' });
  open();
  await connecting;
  await core.command(YEAR);
  openA();
  await late;
  await settle();
  expect(core.snapshot()).toMatchObject({
    account: { workspaceId: 6 },
    shown: { kind: 'range' },
  });
});

it('looks for changes that waited where Toggl Focus has their entries, a week at a time', async () => {
  const core = await connectedCore();
  const startAt = (at('06:00') - 200 * DAY) as Instant;
  core.focus.entries.push(focusEntry(7, { startAt }));
  await core.command({ type: 'show/day', at: startAt });
  await core.command({ type: 'read/shown' });
  const [own] = await trackMany(core, 1);
  const spans: number[] = [];
  const streamEntries = core.focus.api.streamEntries.bind(core.focus.api);
  core.focus.api.streamEntries = (range, filter) => {
    spans.push(range.toAt - range.fromAt);
    return streamEntries(range, filter);
  };
  core.focus.always = 'offline';
  await core.command({ type: 'entry/edit', entryId: 'server:7', startAt: at('06:00') });
  await core.command({ type: 'entry/edit', entryId: own!, description: 'mine' });
  await backOnline(core);
  await core.time.pass(0);
  expect(spans).toHaveLength(2);
  expect(Math.max(...spans)).toBeLessThan(9 * DAY);
  expect(core.focus.entries).toMatchObject([{ startAt: at('06:00') }, { description: 'mine' }]);
});

it('reads the surroundings of an unclear answer without those of a change of last year', async () => {
  const core = await connectedCore();
  const startAt = (at('06:00') - 200 * DAY) as Instant;
  core.focus.entries.push(focusEntry(7, { startAt }));
  await core.command({ type: 'show/day', at: startAt });
  await core.command({ type: 'read/shown' });
  forget(core);
  const spans: number[] = [];
  const streamEntries = core.focus.api.streamEntries.bind(core.focus.api);
  core.focus.api.streamEntries = (range, filter) => {
    spans.push(range.toAt - range.fromAt);
    return streamEntries(range, filter);
  };
  core.focus.faults.push('dropped');
  await track(core);
  await core.command({ type: 'entry/edit', entryId: 'server:7', description: 'mine' });
  await core.time.pass(3_600_000);
  expect(Math.max(...spans)).toBeLessThan(9 * DAY);
  expect(core.focus.entries).toMatchObject([{ description: 'mine' }, { taskId: 1 }]);
});

it('lets a new session through between changes that are refused one after the other', async () => {
  const core = await connectedCore();
  const ids = await trackMany(core, 40);
  core.focus.always = 'offline';
  await core.command({ type: 'entries/move', entryIds: ids, taskId: 2 });
  await track(core, 'new');
  core.focus.always = undefined;
  const updateEntries = core.focus.api.updateEntries.bind(core.focus.api);
  const updateTaskEntry = core.focus.api.updateTaskEntry.bind(core.focus.api);
  const asked: string[] = [];
  core.focus.api.updateEntries = async (changes) => {
    asked.push(`bulk ${changes.length}`);
    core.focus.faults.push({ status: 422 });
    return updateEntries(changes);
  };
  core.focus.api.updateTaskEntry = async (...request) => {
    asked.push('one');
    core.focus.faults.push({ status: 422 });
    return updateTaskEntry(...request);
  };
  await backOnline(core);
  await core.time.pass(3_600_000);
  expect(core.snapshot().sync).toMatchObject({ waiting: 0, rejected: 40 });
  expect(asked.length).toBeLessThan(60);
  expect(core.focus.requests.indexOf('create')).toBeLessThan(8);
});

it('takes what stands there as it stands there, where another entry begins in that second', async () => {
  const core = await connectedCore();
  const [moved, other] = await trackMany(core, 2);
  const { startAt } = core.store.entry(other!)!;
  core.focus.faults.push('offline');
  await core.command({ type: 'entry/edit', entryId: moved!, startAt: startAt - 600_000 });
  core.focus.entries[0] = { ...core.focus.entries[0]!, startAt };
  await core.command({ type: 'read/shown' });
  expect(core.store.entry(moved!)?.sent).toMatchObject({ conflict: true });
  forget(core);
  await core.command({ type: 'entry/resolve', entryId: moved!, keep: 'theirs' });
  await core.time.pass(3_600_000);
  expect(core.focus.requests).toEqual([]);
  expect(core.store.entry(moved!)).toMatchObject({ startAt, sent: undefined });
});
