import { expect, it } from 'vitest';
import type { Core } from '../../../support/core/core.ts';
import { POISON } from '../../../support/server/fake-focus.ts';
import { connectedCore, forget, track, trackMany } from '../../../support/core/tracked-entries.ts';

async function refused(count: number): Promise<Core> {
  const core = await connectedCore();
  for (let round = 0; round < count; round += 1) {
    core.focus.faults.push({ status: 422, reason: 'not now' });
    await track(core, `w${round}`);
  }
  expect(core.snapshot().sync).toMatchObject({ waiting: 0, rejected: count });
  forget(core);
  return core;
}

it('sends an entry that was refused once more as it is, where a person asks', async () => {
  const core = await refused(2);
  const { id } = core.entries()[0]!;
  await core.command({ type: 'sync/again', entryIds: [id] });
  await core.time.pass(0);
  expect(core.focus.requests).toEqual(['create']);
  expect(core.states()).toEqual(['delivered', 'rejected']);
});

it('sends all of them by one request', async () => {
  const core = await refused(3);
  await core.command({ type: 'sync/again' });
  await core.time.pass(0);
  expect(core.focus.requests).toEqual(['bulk 3', 'read']);
  expect(core.snapshot().sync).toMatchObject({ waiting: 0, rejected: 0 });
});

it('has it refused again, and sends it no more by itself', async () => {
  const core = await connectedCore();
  await track(core, POISON);
  forget(core);
  await core.command({ type: 'sync/again' });
  await core.time.pass(3_600_000);
  expect(core.focus.requests).toEqual(['create']);
  expect(core.states()).toEqual(['rejected']);
});

it('tells a change once more that was refused, and restores first what is gone', async () => {
  const core = await connectedCore();
  const [first, second] = await trackMany(core, 2);
  core.focus.faults.push({ status: 422, reason: 'locked' });
  await core.command({ type: 'entry/edit', entryId: first!, seconds: 30 });
  await core.time.pass(0);
  const place = core.focus.entries.findIndex(({ id }) => id === 71);
  core.focus.entries[place] = { ...core.focus.entries[place]!, deletedAt: core.time.now() };
  await core.command({ type: 'entry/edit', entryId: second!, seconds: 40 });
  await core.time.pass(0);
  expect(core.snapshot().sync).toMatchObject({ rejected: 2 });
  await core.command({ type: 'sync/again' });
  await core.time.pass(60_000);
  expect(core.snapshot().sync).toMatchObject({ waiting: 0, rejected: 0 });
  expect(core.focus.entries).toMatchObject([
    { seconds: 30, deletedAt: undefined },
    { seconds: 40, deletedAt: undefined },
  ]);
});

it.each([
  ['entries/delete', 'deletedAt'],
  ['entries/archive', 'archivedAt'],
] as const)('carries out %s that was refused, also after a restart', async (type, moment) => {
  const core = await connectedCore();
  const [first] = await trackMany(core, 1);
  core.focus.faults.push({ status: 422, reason: 'locked' });
  await core.command({ type, entryIds: [first!] });
  await core.time.pass(0);
  expect(core.snapshot().sync).toMatchObject({ waiting: 0, rejected: 1 });
  expect(core.focus.entries[0]?.[moment]).toBeUndefined();
  await core.restart();
  await core.command({ type: 'sync/again', entryIds: [first!] });
  await core.time.pass(60_000);
  expect(core.focus.entries[0]?.[moment]).toBeDefined();
  expect(core.snapshot().sync).toMatchObject({ waiting: 0, rejected: 0 });
});

it('does not delete again what the person took back after the refusal', async () => {
  const core = await connectedCore();
  const [first] = await trackMany(core, 1);
  core.focus.faults.push({ status: 422, reason: 'locked' });
  await core.command({ type: 'entries/delete', entryIds: [first!] });
  await core.time.pass(0);
  await core.command({ type: 'mend/undo' });
  expect(core.snapshot().sync).toMatchObject({ rejected: 0 });
  await core.command({ type: 'sync/again' });
  await core.time.pass(60_000);
  expect(core.focus.entries).toMatchObject([{ deletedAt: undefined }]);
});
