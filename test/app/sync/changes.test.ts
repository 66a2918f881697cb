import { expect, it } from 'vitest';
import type { EntryView } from '#contract';
import { createCore, type Core } from '../../support/core/core.ts';
import { POISON } from '../../support/server/fake-focus.ts';
import { seconds } from '../../support/values.ts';

async function connected(): Promise<Core> {
  const core = createCore();
  await core.connect();
  return core;
}

async function track(core: Core, description?: string): Promise<EntryView> {
  await core.command({ type: 'timer/start', taskId: 1, description });
  await core.time.pass(60_000);
  await core.command({ type: 'timer/stop' });
  return core.entries()[0]!;
}

async function backOnline(core: Core): Promise<void> {
  core.focus.always = undefined;
  core.focus.requests.length = 0;
  core.stint.wake();
  await core.time.pass(0);
}

it('sends a backlog as one bulk, and one entry alone by its own route', async () => {
  const core = await connected();
  core.focus.always = 'offline';
  for (let round = 0; round < 3; round += 1) await track(core);
  await backOnline(core);
  expect(core.focus.requests).toEqual(['bulk 3', 'read']);
  expect(core.states()).toEqual(['delivered', 'delivered', 'delivered']);
});

it('halves a refused bulk until the poison entry stands alone', async () => {
  const core = await connected();
  core.focus.always = 'offline';
  for (const words of ['a', 'b', POISON, 'd']) await track(core, words);
  await backOnline(core);
  expect(core.focus.requests).toEqual(['bulk 4', 'bulk 2', 'create', 'create', 'read']);
  expect(core.states()).toEqual(['delivered', 'rejected', 'delivered', 'delivered']);
});

it('looks up a lost bulk by one read', async () => {
  const core = await connected();
  core.focus.always = 'offline';
  for (let round = 0; round < 3; round += 1) await track(core);
  core.focus.faults.push('lost');
  await backOnline(core);
  await core.time.pass(60_000);
  expect(core.focus.requests).toEqual(['bulk 3', 'read']);
  expect(core.focus.entries).toHaveLength(3);
});

it('sends a waiting entry as it was edited, and never one that was deleted', async () => {
  const core = await connected();
  core.focus.always = 'offline';
  const first = await track(core);
  const second = await track(core);
  await core.command({ type: 'entry/edit', entryId: first.id, seconds: 30, taskId: 2 });
  await core.command({ type: 'entries/delete', entryIds: [second.id] });
  await backOnline(core);
  expect(core.focus.requests).toEqual(['create']);
  expect(core.focus.entries).toMatchObject([{ taskId: 2, seconds: 30 }]);
  expect(core.entries()).toHaveLength(1);
});

it('tells a change that was made while the entry was on its way, after its outcome', async () => {
  const core = await connected();
  let open: () => void = () => undefined;
  core.focus.gate = new Promise((resolve) => (open = resolve));
  const { id } = await track(core);
  await core.command({ type: 'entry/edit', entryId: id, description: 'in time' });
  expect(core.focus.requests).toEqual(['create']);
  open();
  await core.time.pass(0);
  expect(core.focus.requests).toEqual(['create', 'update']);
  expect(core.focus.entries).toMatchObject([{ description: 'in time' }]);
  expect(core.states()).toEqual(['delivered']);
});

it('finds a lost entry by what was sent, and then tells the change', async () => {
  const core = await connected();
  core.focus.faults.push('lost');
  const { id } = await track(core);
  await core.command({ type: 'entry/edit', entryId: id, seconds: 45 });
  await core.time.pass(60_000);
  expect(core.focus.requests).toEqual(['create', 'read', 'update']);
  expect(core.focus.entries).toMatchObject([{ seconds: 45 }]);
});

it('deletes on the server what is deleted here, and restores it on undo', async () => {
  const core = await connected();
  const { id } = await track(core);
  await core.command({ type: 'entries/delete', entryIds: [id] });
  expect(core.entries()).toEqual([]);
  expect(core.focus.entries[0]?.deletedAt).toBeDefined();
  await core.command({ type: 'entries/restore', entryIds: [id] });
  expect(core.states()).toEqual(['delivered']);
  expect(core.focus.entries).toMatchObject([{ deletedAt: undefined }]);
  expect(core.focus.requests).toEqual(['create', 'delete', 'restore']);
});

it('learns the id that a bulk did not bring before it tells of a change', async () => {
  const core = await connected();
  core.focus.always = 'offline';
  const { id } = await track(core);
  await track(core);
  await backOnline(core);
  await core.command({ type: 'entries/delete', entryIds: [id] });
  await core.time.pass(0);
  expect(core.focus.requests).toEqual(['bulk 2', 'read', 'delete']);
  expect(core.focus.entries.filter((entry) => entry.deletedAt === undefined)).toHaveLength(1);
});

it('repeats a change whose answer was lost, for it may safely be asked twice', async () => {
  const core = await connected();
  const { id } = await track(core);
  core.focus.faults.push('lost');
  await core.command({ type: 'entry/edit', entryId: id, description: 'twice' });
  expect(core.states()).toEqual(['waiting']);
  await core.time.pass(10_000);
  expect(core.focus.requests).toEqual(['create', 'update', 'update']);
  expect(core.states()).toEqual(['delivered']);
});

it('comes back with the reason when a change is refused, and gives it up on request', async () => {
  const core = await connected();
  const { id } = await track(core, 'before');
  core.focus.faults.push({ status: 422, reason: 'locked' });
  await core.command({ type: 'entry/edit', entryId: id, description: 'after' });
  await core.time.pass(3_600_000);
  expect(core.entries()).toMatchObject([
    { description: 'after', delivery: { state: 'rejected', reason: 'locked', delivered: true } },
  ]);
  expect(core.focus.requests).toEqual(['create', 'update']);
  await core.command({ type: 'entry/revert', entryId: id });
  expect(core.entries()).toMatchObject([
    { description: 'before', delivery: { state: 'delivered' } },
  ]);
});

it('survives a restart with changes still to tell', async () => {
  const core = await connected();
  const kept = await track(core);
  const gone = await track(core);
  core.focus.always = 'offline';
  await core.command({ type: 'entry/edit', entryId: kept.id, seconds: 10 });
  await core.command({ type: 'entries/delete', entryIds: [gone.id] });
  core.focus.always = undefined;
  await core.restart();
  await core.time.pass(40_000);
  expect(core.focus.entries).toMatchObject([
    { seconds: 10 },
    { deletedAt: expect.anything() as unknown },
  ]);
});

it('keeps the last requests of the hour from reads, and says so', async () => {
  const core = await connected();
  core.focus.quota = { remaining: 4, resetsIn: seconds(1_800) };
  await track(core);
  const result = await core.command({ type: 'sync/now' });
  expect(result).toMatchObject({ ok: false, error: { kind: 'quota-reserved' } });
  core.focus.faults.push('lost');
  await track(core);
  await core.time.pass(600_000);
  expect(core.focus.requests).toEqual(['create', 'create']);
  core.focus.quota = { remaining: 30, resetsIn: seconds(3_600) };
  await core.time.pass(1_300_000);
  expect(core.focus.requests).toEqual(['create', 'create', 'read']);
  expect(core.states()).toEqual(['delivered', 'delivered']);
});
