import { expect, it } from 'vitest';
import type { FocusEntry } from '../../../src-main/domain/focus-types.ts';
import type { Core } from '../../support/core/core.ts';
import { seconds } from '../../support/values.ts';
import {
  backOnline,
  connectedCore,
  forget,
  trackMany,
} from '../../support/core/tracked-entries.ts';

/** Somebody changes the only entry in Toggl Focus. */
function changeThere({ focus }: Core, change: Partial<FocusEntry>): void {
  focus.entries[0] = { ...focus.entries[0]!, ...change };
}

async function read(core: Core): Promise<void> {
  const result = await core.command({ type: 'read/shown' });
  if (!result.ok) throw new Error(`not read: ${result.error.kind}`);
}

/** An entry whose description was changed here, without a network, and in Toggl Focus. */
async function conflict(): Promise<{ readonly core: Core; readonly entryId: string }> {
  const core = await connectedCore();
  const [entryId] = await trackMany(core, 1);
  core.focus.faults.push('offline');
  await core.command({ type: 'entry/edit', entryId: entryId!, description: 'mine' });
  changeThere(core, { description: 'theirs', seconds: seconds(90) });
  await read(core);
  return { core, entryId: entryId! };
}

it('waits for the person where an entry was changed here and there, and tells how it stands there', async () => {
  const { core } = await conflict();
  await core.time.pass(3_600_000);
  expect(core.focus.routes).toEqual(['update under 1']);
  expect(core.focus.entries).toMatchObject([{ description: 'theirs' }]);
  expect(core.entries()).toMatchObject([
    { description: 'mine', seconds: 90, conflict: { description: 'theirs', seconds: 90 } },
  ]);
});

it('needs the person, and says so where they would disconnect', async () => {
  const { core, entryId } = await conflict();
  expect(core.snapshot().sync).toMatchObject({ waiting: 0, rejected: 0, conflicts: 1 });
  const disconnect = { type: 'account/disconnect', evenIfWaiting: false } as const;
  const error = { kind: 'entries-waiting', count: 1 };
  expect(await core.command(disconnect)).toMatchObject({ ok: false, error });
  await core.command({ type: 'entry/resolve', entryId, keep: 'theirs' });
  expect(core.snapshot().sync).toMatchObject({ conflicts: 0 });
});

it('replaces all that stands there when the person keeps what stands here', async () => {
  const { core, entryId } = await conflict();
  forget(core);
  expect(await core.command({ type: 'entry/resolve', entryId, keep: 'mine' })).toMatchObject({
    ok: true,
  });
  await core.time.pass(3_600_000);
  expect(core.focus.routes).toEqual(['replace under 1']);
  expect(core.focus.entries).toMatchObject([{ description: 'mine', seconds: 90 }]);
  expect(core.entries()).toMatchObject([{ conflict: undefined, delivery: { state: 'delivered' } }]);
});

it('takes what stands there, and tells nothing, when the person gives way', async () => {
  const { core, entryId } = await conflict();
  forget(core);
  await core.command({ type: 'entry/resolve', entryId, keep: 'theirs' });
  await core.time.pass(3_600_000);
  expect(core.focus.requests).toEqual([]);
  expect(core.entries()).toMatchObject([
    { description: 'theirs', conflict: undefined, delivery: { state: 'delivered' } },
  ]);
});

it('moves an entry to the task that was kept by a change of all fields, for a replace cannot', async () => {
  const core = await connectedCore();
  const [entryId] = await trackMany(core, 1);
  core.focus.faults.push('offline');
  await core.command({ type: 'entry/edit', entryId: entryId!, taskId: 2 });
  changeThere(core, { taskId: undefined, task: undefined, description: 'theirs' });
  await read(core);
  forget(core);
  await core.command({ type: 'entry/resolve', entryId: entryId!, keep: 'mine' });
  expect(core.focus.routes).toEqual(['update']);
  expect(core.focus.entries).toMatchObject([{ taskId: 2, description: 'theirs' }]);
});

it('survives a restart, and ends when both agree', async () => {
  const { core } = await conflict();
  await core.restart();
  await core.time.pass(3_600_000);
  expect(core.entries()).toMatchObject([{ conflict: { description: 'theirs' } }]);
  changeThere(core, { description: 'mine' });
  await read(core);
  expect(core.entries()).toMatchObject([{ conflict: undefined, description: 'mine' }]);
});

it('lets a delete decide', async () => {
  const { core, entryId } = await conflict();
  await core.command({ type: 'entries/delete', entryIds: [entryId] });
  expect(core.focus.entries[0]?.deletedAt).toBeDefined();
  expect(core.snapshot().sync).toMatchObject({ waiting: 0, rejected: 0 });
});

it('tells only what was changed here, after a day without a network', async () => {
  const core = await connectedCore();
  const [entryId] = await trackMany(core, 1);
  core.focus.always = 'offline';
  await core.command({ type: 'entry/edit', entryId: entryId!, description: 'mine' });
  await core.time.pass(3_600_000);
  changeThere(core, { seconds: seconds(90) });
  await backOnline(core);
  expect(core.focus.entries).toMatchObject([{ description: 'mine', seconds: 90 }]);
});

it('looks before it tells a change that had to wait for the network, and overwrites nothing', async () => {
  const core = await connectedCore();
  const [entryId] = await trackMany(core, 1);
  core.focus.always = 'offline';
  await core.command({ type: 'entry/edit', entryId: entryId!, description: 'mine' });
  changeThere(core, { description: 'theirs' });
  await backOnline(core);
  await core.time.pass(3_600_000);
  expect(core.focus.requests).toEqual(['read']);
  expect(core.focus.entries).toMatchObject([{ description: 'theirs' }]);
  expect(core.entries()).toMatchObject([{ conflict: { description: 'theirs' } }]);
});

it('merges what was changed there in other fields meanwhile, and tells only its own', async () => {
  const core = await connectedCore();
  const ids = await trackMany(core, 3);
  core.focus.always = 'offline';
  for (const entryId of ids) {
    await core.command({ type: 'entry/edit', entryId, description: 'mine' });
  }
  changeThere(core, { seconds: seconds(90) });
  await backOnline(core);
  await core.time.pass(0);
  expect(core.focus.requests).toEqual(['read', 'update 3']);
  expect(core.focus.entries[0]).toMatchObject({ description: 'mine', seconds: 90 });
  expect(core.entries().at(-1)).toMatchObject({ description: 'mine', seconds: 90 });
});

it('names the task of an entry that is told with its id alone', async () => {
  const core = await connectedCore();
  await trackMany(core, 1);
  changeThere(core, { taskId: 2, task: undefined });
  await read(core);
  expect(core.entries()).toMatchObject([{ task: { id: 2, name: 'Review' } }]);
});

it('finds a conflict with an entry that was moved there to where the look would end', async () => {
  const core = await connectedCore();
  const [entryId] = await trackMany(core, 1);
  await core.time.pass(3 * 86_400_000);
  core.focus.always = 'offline';
  const { startAt } = core.store.entry(entryId!)!;
  await core.command({ type: 'entry/edit', entryId: entryId!, startAt: startAt - 60_000 });
  changeThere(core, { startAt: (startAt + 60_000) as FocusEntry['startAt'] });
  await backOnline(core);
  await core.time.pass(0);
  expect(core.focus.requests).toEqual(['read']);
  expect(core.store.entry(entryId!)?.sent).toMatchObject({ conflict: true });
});
