import { expect, it } from 'vitest';
import type { Core } from '../../support/core/core.ts';
import { POISON } from '../../support/server/fake-focus.ts';
import {
  backOnline,
  connectedCore,
  forget,
  track,
  trackMany,
} from '../../support/core/tracked-entries.ts';

/** Descriptions of what is not deleted there, oldest first. */
function there({ focus }: Core): (string | undefined)[] {
  return focus.entries
    .filter((entry) => entry.deletedAt === undefined)
    .map(({ description }) => description);
}

it('deletes, restores and moves several entries by one request each', async () => {
  const core = await connectedCore();
  const entryIds = await trackMany(core, 3);
  await core.command({ type: 'entries/delete', entryIds });
  expect(there(core)).toHaveLength(0);
  await core.command({ type: 'entries/restore', entryIds });
  expect(there(core)).toHaveLength(3);
  await core.command({ type: 'entries/move', entryIds, taskId: 2 });
  expect(core.focus.entries.map(({ taskId }) => taskId)).toEqual([2, 2, 2]);
  await core.command({ type: 'entries/shift', entryIds, seconds: -60 });
  expect(core.focus.requests).toEqual(['delete 3', 'restore 3', 'update 3', 'update 3']);
  expect(core.states()).toEqual(['delivered', 'delivered', 'delivered']);
});

it('archives and unarchives one by one, for there is no route for several', async () => {
  const core = await connectedCore();
  const entryIds = await trackMany(core, 2);
  await core.command({ type: 'entries/archive', entryIds });
  expect(core.entries().map(({ archived }) => archived)).toEqual([true, true]);
  expect(core.focus.entries.every(({ archivedAt }) => archivedAt !== undefined)).toBe(true);
  await core.command({ type: 'entries/unarchive', entryIds });
  expect(core.focus.requests).toEqual(['archive', 'archive', 'unarchive', 'unarchive']);
  expect(core.focus.entries.some(({ archivedAt }) => archivedAt !== undefined)).toBe(false);
});

it('tells a change of one entry by its own route, and changes of its own in a bulk', async () => {
  const core = await connectedCore();
  const [first, second] = await trackMany(core, 2);
  core.focus.always = 'offline';
  await core.command({ type: 'entry/edit', entryId: first!, description: 'a' });
  await core.command({ type: 'entry/edit', entryId: second!, description: 'b', seconds: 30 });
  await backOnline(core);
  expect(core.focus.requests).toEqual(['read', 'update 2']);
  expect(core.focus.entries).toMatchObject([
    { description: 'a', seconds: 60 },
    { description: 'b', seconds: 30 },
  ]);
});

it('halves a bulk that is refused as a whole until the poison stands alone', async () => {
  const core = await connectedCore();
  const ids = await trackMany(core, 4);
  core.focus.always = 'offline';
  for (const [index, words] of ['a', 'b', POISON, 'd'].entries()) {
    await core.command({ type: 'entry/edit', entryId: ids[index]!, description: words });
  }
  await backOnline(core);
  expect(core.focus.requests).toEqual(['read', 'update 4', 'update 2', 'update', 'update']);
  expect(core.states()).toEqual(['delivered', 'rejected', 'delivered', 'delivered']);
  expect(there(core)).toEqual(['a', 'b', undefined, 'd']);
});

it('finds the entry that is missing there, and deletes the others', async () => {
  const core = await connectedCore();
  const entryIds = await trackMany(core, 3);
  core.focus.entries.splice(1, 1);
  await core.command({ type: 'entries/delete', entryIds });
  // Alone, the missing one is asked for under its task and then by its id.
  expect(core.focus.requests).toEqual([
    'delete 3',
    'delete 2',
    'delete',
    'delete',
    'delete',
    'delete',
  ]);
  expect(there(core)).toEqual([]);
  expect(core.snapshot().sync).toMatchObject({ waiting: 0, rejected: 0 });
});

it('tells a bulk without an answer once more, when it can no longer overtake a newer one', async () => {
  const core = await connectedCore();
  const entryIds = await trackMany(core, 2);
  core.focus.faults.push('lost');
  await core.command({ type: 'entries/move', entryIds, taskId: 2 });
  expect(core.states()).toEqual(['waiting', 'waiting']);
  await core.command({ type: 'entry/edit', entryId: entryIds[0]!, description: 'newer' });
  expect(core.focus.requests).toEqual(['update 2']);
  await core.time.pass(10_000);
  expect(core.focus.requests).toEqual(['update 2', 'update 2']);
  expect(core.focus.entries).toMatchObject([{ description: 'newer', taskId: 2 }, { taskId: 2 }]);
});

it('sends new entries and then the changes of those it has', async () => {
  const core = await connectedCore();
  const [known] = await trackMany(core, 1);
  core.focus.always = 'offline';
  const made = await track(core);
  await core.command({ type: 'entries/archive', entryIds: [known!, made.id] });
  await backOnline(core);
  expect(core.focus.requests).toEqual(['archive', 'create', 'archive']);
  expect(core.focus.entries.every(({ archivedAt }) => archivedAt !== undefined)).toBe(true);
});

it('brings an archive back with the reason when it is refused', async () => {
  const core = await connectedCore();
  const [id] = await trackMany(core, 1);
  core.focus.faults.push({ status: 422, reason: 'locked' });
  await core.command({ type: 'entries/archive', entryIds: [id!] });
  await core.time.pass(3_600_000);
  expect(core.entries()).toMatchObject([
    { archived: false, delivery: { state: 'rejected', reason: 'locked', delivered: true } },
  ]);
  expect(core.focus.requests).toEqual(['archive']);
});

it('survives a death between an archive and its answer', async () => {
  const core = await connectedCore();
  const [id] = await trackMany(core, 1);
  core.focus.faults.push('lost');
  await core.command({ type: 'entries/archive', entryIds: [id!] });
  await core.command({ type: 'entries/unarchive', entryIds: [id!] });
  await core.restart();
  await core.time.pass(40_000);
  expect(core.focus.entries[0]?.archivedAt).toBeUndefined();
  expect(core.entries()).toMatchObject([{ archived: false, delivery: { state: 'delivered' } }]);
  forget(core);
  await core.time.pass(3_600_000);
  // The archive may be carried out as late as that: one look, and nothing to put right.
  expect(core.focus.requests).toEqual(['read']);
});
