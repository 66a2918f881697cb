import { expect, it } from 'vitest';
import type { FocusEntry } from '../../../../src-main/domain/focus-types.ts';
import type { Core } from '../../../support/core/core.ts';
import {
  backOnline,
  connectedCore,
  forget,
  track,
  trackMany,
} from '../../../support/core/tracked-entries.ts';
import { valuesOf } from '../../../../src-main/domain/sync/pending-change.ts';
import { merge } from '../../../../src-main/domain/reconcile/reconcile-reading.ts';
import { at, entry, focusEntry, seconds } from '../../../support/values.ts';

const MINUTE = 60_000;
/** The look comes five minutes after it was sent anew, and for this Stint two and a half after those. */
const LOOKED = 8 * MINUTE;

/** What was given up is carried out only now. */
function arrive({ focus }: Core, entry: FocusEntry): void {
  focus.entries.push({ ...entry, id: focus.entries.length + 170 });
}

function living({ focus }: Core): readonly FocusEntry[] {
  return focus.entries.filter(({ deletedAt }) => deletedAt === undefined);
}

it('takes the twin away again that a creation left minutes after it was given up, and says so', async () => {
  const core = await connectedCore();
  core.focus.faults.push('dropped');
  await track(core, 'a');
  forget(core);
  await core.time.pass(15_000);
  expect(core.focus.requests).toEqual(['read', 'create']);
  arrive(core, core.focus.entries[0]!);
  await core.time.pass(7 * MINUTE);
  expect(core.focus.requests).toHaveLength(2);
  await core.time.pass(MINUTE);
  expect(core.focus.requests).toEqual(['read', 'create', 'read', 'delete']);
  expect(living(core)).toMatchObject([{ id: 70 }]);
  expect(core.entries()).toHaveLength(1);
  expect(core.snapshot().notice).toEqual({ kind: 'twins-removed', count: 1 });
  await core.time.pass(60 * MINUTE);
  expect(core.focus.requests).toHaveLength(4);
});

it('lets the person have a twin back', async () => {
  const core = await connectedCore();
  core.focus.faults.push('dropped');
  await track(core, 'a');
  await core.time.pass(15_000);
  arrive(core, core.focus.entries[0]!);
  await core.command({ type: 'read/shown' });
  const [twin] = core.snapshot().today.removed;
  await core.command({ type: 'entries/restore', entryIds: [twin!.id] });
  await core.time.pass(20 * MINUTE);
  expect(living(core)).toHaveLength(2);
  expect(core.entries()).toHaveLength(2);
});

it('takes a whole bulk of twins away by one request', async () => {
  const core = await connectedCore();
  core.focus.always = 'offline';
  for (let round = 0; round < 20; round += 1) await track(core, `w${round}`);
  core.focus.faults.push('dropped');
  await backOnline(core);
  await core.time.pass(15_000);
  expect(core.focus.entries).toHaveLength(20);
  for (const entry of [...core.focus.entries]) arrive(core, entry);
  await core.time.pass(LOOKED);
  expect(living(core).map(({ id }) => id)).toEqual(
    core.focus.entries.slice(0, 20).map((e) => e.id),
  );
  expect(core.focus.requests).toEqual(['bulk 20', 'read', 'bulk 20', 'read', 'delete 20']);
});

it('keeps the twin where ours was deleted there', async () => {
  const core = await connectedCore();
  core.focus.faults.push('dropped');
  await track(core, 'a');
  await core.time.pass(15_000);
  arrive(core, core.focus.entries[0]!);
  core.focus.entries[0] = { ...core.focus.entries[0]!, deletedAt: core.time.now() };
  await core.time.pass(LOOKED);
  expect(living(core)).toHaveLength(1);
  expect(core.entries()).toHaveLength(1);
});

it('adopts what arrives while it waits to be sent anew', () => {
  const given = entry('a', { state: 'queued' });
  const late = { sinceAt: at('09:30'), creates: [valuesOf(given)] };
  const waiting = { ...given, description: 'edited since', late };
  const { put } = merge([waiting], [focusEntry(70)], at('09:31'));
  expect(put).toMatchObject([
    { delivery: { state: 'delivered', serverId: 70 }, description: 'edited since' },
  ]);
  expect(put[0]?.sent).toEqual(valuesOf(given));
});

it('tells a change again that an older one has overtaken', async () => {
  const core = await connectedCore();
  const [entryId] = await trackMany(core, 1);
  core.focus.faults.push('dropped');
  await core.command({ type: 'entry/edit', entryId: entryId!, seconds: 30 });
  await core.command({ type: 'entry/edit', entryId: entryId!, seconds: 40 });
  await core.time.pass(16_000);
  expect(living(core)).toMatchObject([{ seconds: 40 }]);
  core.focus.entries[0] = { ...core.focus.entries[0]!, seconds: seconds(30) };
  await core.time.pass(LOOKED);
  expect(living(core)).toMatchObject([{ seconds: 40 }]);
  expect(core.focus.requests).toEqual(['update', 'update', 'read', 'update']);
});

it('brings back what a delete took away after its undo', async () => {
  const core = await connectedCore();
  const [id] = await trackMany(core, 1);
  core.focus.faults.push('dropped');
  await core.command({ type: 'entries/delete', entryIds: [id!] });
  await core.command({ type: 'entries/restore', entryIds: [id!] });
  await core.time.pass(16_000);
  core.focus.entries[0] = { ...core.focus.entries[0]!, deletedAt: core.time.now() };
  await core.time.pass(LOOKED);
  expect(living(core)).toHaveLength(1);
  expect(core.entries()).toHaveLength(1);
});

it('deletes again what a restore brought back after the delete', async () => {
  const core = await connectedCore();
  const [id] = await trackMany(core, 1);
  await core.command({ type: 'entries/delete', entryIds: [id!] });
  core.focus.faults.push('dropped');
  await core.command({ type: 'entries/restore', entryIds: [id!] });
  await core.command({ type: 'entries/delete', entryIds: [id!] });
  await core.time.pass(16_000);
  core.focus.entries[0] = { ...core.focus.entries[0]!, deletedAt: undefined };
  await core.time.pass(LOOKED);
  expect(living(core)).toHaveLength(0);
  expect(core.entries()).toHaveLength(0);
});

it('waits after a restart as long as without one before it looks', async () => {
  const core = await connectedCore();
  core.focus.gate = new Promise(() => undefined);
  core.focus.faults.push('lost');
  void core.stint.command({ type: 'timer/start', taskId: 1 });
  await core.time.pass(MINUTE);
  void core.stint.command({ type: 'timer/stop' });
  await core.time.pass(2_000);
  core.focus.gate = undefined;
  forget(core);
  await core.restart();
  await core.time.pass(37_000);
  expect(core.focus.requests).toEqual([]);
  await core.time.pass(2_000);
  expect(core.focus.requests).toEqual(['read']);
});

it('takes away after a restart what was given up and deleted, however late it is carried out', async () => {
  const core = await connectedCore();
  core.focus.faults.push('dropped');
  const { id } = await track(core, 'a');
  core.focus.always = 'offline';
  await core.command({ type: 'entries/delete', entryIds: [id] });
  await backOnline(core);
  await core.time.pass(20 * MINUTE);
  const { startAt, seconds: long } = core.store.entry(id)!;
  await core.restart();
  arrive(core, focusEntry(0, { startAt, seconds: long, description: 'a' }));
  await core.command({ type: 'read/shown' });
  await core.time.pass(MINUTE);
  expect(living(core)).toEqual([]);
  expect(core.entries()).toEqual([]);
});

it('takes away what was added and taken back before it is carried out', async () => {
  const core = await connectedCore();
  await core.time.pass(60 * MINUTE);
  const startAt = at('08:00');
  core.focus.faults.push('dropped', 'none', 'offline');
  await core.command({ type: 'entry/add', startAt, seconds: 60, taskId: 1 });
  await core.time.pass(10_000);
  expect(core.focus.requests).toEqual(['create', 'read', 'create']);
  await core.command({ type: 'mend/undo' });
  arrive(core, focusEntry(0, { startAt, seconds: seconds(60) }));
  await core.time.pass(LOOKED);
  expect(living(core)).toEqual([]);
  expect(core.entries()).toEqual([]);
});
