import { expect, it } from 'vitest';
import type { EntryView } from '#contract';
import { createCore, type Core } from '../../support/core/core.ts';
import { MORNING, seconds } from '../../support/values.ts';

const DAY = 86_400_000;

async function track(core: Core): Promise<EntryView> {
  await core.command({ type: 'timer/start', taskId: 1 });
  await core.time.pass(60_000);
  await core.command({ type: 'timer/stop' });
  return core.entries()[0]!;
}

async function connected(): Promise<Core> {
  const core = createCore();
  await core.connect();
  return core;
}

it('looks an entry up once that was moved to another day after its answer was lost', async () => {
  const core = await connected();
  core.focus.faults.push('lost');
  const { id } = await track(core);
  await core.command({ type: 'entry/edit', entryId: id, startAt: MORNING - DAY });
  await core.time.pass(60_000);
  expect(core.focus.requests).toEqual(['create', 'read', 'update']);
  expect(core.focus.entries).toMatchObject([{ startAt: MORNING - DAY }]);
});

it('gives an entry without a description back as it was when a new one is refused', async () => {
  const core = await connected();
  const { id } = await track(core);
  core.focus.faults.push({ status: 422 });
  await core.command({ type: 'entry/edit', entryId: id, description: 'refused' });
  await core.command({ type: 'entry/revert', entryId: id });
  expect(core.entries()[0]?.description).toBeUndefined();
});

it('tells the server of a revert where an update before it may have been carried out', async () => {
  const core = await connected();
  const { id } = await track(core);
  core.focus.faults.push('lost', { status: 422 });
  await core.command({ type: 'entry/edit', entryId: id, seconds: 30 });
  await core.time.pass(60_000);
  expect(core.states()).toEqual(['rejected']);
  await core.command({ type: 'entry/revert', entryId: id });
  await core.time.pass(0);
  expect(core.states()).toEqual(['delivered']);
  expect(core.focus.entries).toMatchObject([{ seconds: 60 }]);
});

it('does not take a reading for the last word on an unanswered change', async () => {
  const core = await connected();
  const { id } = await track(core);
  core.focus.faults.push('dropped');
  await core.command({ type: 'entry/edit', entryId: id, seconds: 30 });
  await core.command({ type: 'entry/edit', entryId: id, seconds: 60 });
  await core.command({ type: 'sync/now' });
  // Only now is the first change carried out.
  core.focus.entries[0] = { ...core.focus.entries[0]!, seconds: seconds(30) };
  await core.time.pass(60_000);
  expect(core.focus.entries).toMatchObject([{ seconds: 60 }]);
});

it('waits out the grace period though the clock was set forward', async () => {
  const core = await connected();
  core.focus.faults.push('lost');
  await track(core);
  core.time.setWall(core.time.now() + DAY);
  core.stint.wake();
  await core.time.pass(9_000);
  expect(core.focus.requests).toEqual(['create']);
  await core.time.pass(60_000);
  expect(core.focus.requests).toEqual(['create', 'read']);
});

it('tells a newer change only when the unanswered one before can no longer overtake it', async () => {
  const core = await connected();
  const { id } = await track(core);
  core.focus.faults.push('lost');
  await core.command({ type: 'entry/edit', entryId: id, seconds: 30 });
  await core.command({ type: 'entry/edit', entryId: id, seconds: 40 });
  await core.time.pass(9_000);
  expect(core.focus.requests).toEqual(['create', 'update']);
  await core.time.pass(2_000);
  expect(core.focus.requests).toEqual(['create', 'update', 'update']);
});

it('deletes an entry whose update was refused with 404 while it was being deleted', async () => {
  const core = await connected();
  const { id } = await track(core);
  let open: () => void = () => undefined;
  core.focus.gate = new Promise((resolve) => (open = resolve));
  core.focus.faults.push({ status: 404, reason: 'task not found' });
  await core.command({ type: 'entry/edit', entryId: id, taskId: 2 });
  await core.command({ type: 'entries/delete', entryIds: [id] });
  open();
  await core.time.pass(0);
  expect(core.focus.requests).toEqual(['create', 'update', 'delete']);
});
