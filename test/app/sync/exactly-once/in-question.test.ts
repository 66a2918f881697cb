import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import type { FocusEntry } from '../../../../src-main/domain/focus-types.ts';
import type { Core } from '../../../support/core/core.ts';
import { connectedCore, forget, track } from '../../../support/core/tracked-entries.ts';
import { focusEntry, MORNING, seconds } from '../../../support/values.ts';

const twin = (id: number, change: Partial<FocusEntry> = {}): FocusEntry =>
  focusEntry(id, {
    startAt: MORNING as Instant,
    seconds: seconds(60),
    description: 'mine',
    createdAt: (MORNING + 61_000) as Instant,
    ...change,
  });

/** The answer to its creation was lost, and two stand there, either of which it may be. */
async function asked(): Promise<{ core: Core; entryId: string }> {
  const core = await connectedCore();
  core.focus.faults.push('dropped');
  const { id } = await track(core, 'mine');
  core.focus.entries.push(twin(900, { tagNames: ['x'] }), twin(901, { tagNames: ['y'] }));
  forget(core);
  await core.time.pass(3_600_000);
  return { core, entryId: id };
}

const mineOf = (core: Core, entryId: string) => core.entries().find(({ id }) => id === entryId);

it('deletes nothing that stands where ours did in other words, and says so', async () => {
  const core = await connectedCore();
  core.focus.bodies = false;
  const { id } = await track(core, 'mine');
  core.focus.entries[0] = { ...core.focus.entries[0]!, deletedAt: core.time.now() };
  core.focus.entries.push(twin(900, { description: 'theirs' }));
  forget(core);
  await core.command({ type: 'entries/delete', entryIds: [id] });
  await core.time.pass(3_600_000);
  expect(core.focus.requests).toEqual(['read']);
  expect(core.focus.entries.map(({ deletedAt }) => deletedAt === undefined)).toEqual([false, true]);
  expect(core.snapshot().sync).toMatchObject({ questions: 1, rejected: 0, waiting: 0 });
  await core.command({ type: 'entries/delete', entryIds: [id] });
  await core.time.pass(3_600_000);
  // One look for what a request that was given up may have left.
  expect(core.focus.requests).toEqual(['read', 'read']);
  expect(core.entries()).toMatchObject([{ description: 'theirs' }]);
});

it('sends nothing of one in question, through a restart and when all is sent again', async () => {
  const { core, entryId } = await asked();
  expect(core.focus.requests).toEqual(['read']);
  expect(core.snapshot().sync).toMatchObject({ questions: 1, rejected: 0, waiting: 0 });
  await core.restart();
  await core.command({ type: 'sync/again' });
  await core.command({ type: 'sync/again', entryIds: [entryId] });
  await core.command({ type: 'read/shown' });
  await core.time.pass(86_400_000 / 2);
  expect(core.focus.requests.filter((name) => name === 'create')).toEqual([]);
  expect(mineOf(core, entryId)?.delivery).toMatchObject({
    state: 'in-question',
    alike: [
      { serverId: 900, tagNames: ['x'] },
      { serverId: 901, tagNames: ['y'] },
    ],
  });
  expect(await core.command({ type: 'show/needs-you' })).toMatchObject({ ok: true });
});

it('keeps a disconnect from leaving it behind in silence', async () => {
  const { core } = await asked();
  expect(await core.command({ type: 'account/disconnect', evenIfWaiting: false })).toMatchObject({
    error: { kind: 'entries-waiting', count: 1 },
  });
});

it('takes the place of the one that the person names, and Undo asks again', async () => {
  const { core, entryId } = await asked();
  await core.command({ type: 'entry/identify', entryId, serverId: 901 });
  expect(
    core
      .entries()
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual([entryId, 'server:900']);
  expect(core.snapshot().sync).toMatchObject({ questions: 0, waiting: 0 });
  expect(core.snapshot().undo).toMatchObject({ what: 'edit', count: 1 });
  await core.command({ type: 'mend/undo' });
  expect(core.entries()).toHaveLength(3);
  expect(core.snapshot().sync).toMatchObject({ questions: 1 });
  await core.command({ type: 'entry/identify', entryId, serverId: 901 });
  await core.command({ type: 'read/shown' });
  await core.command({ type: 'entries/delete', entryIds: [entryId] });
  await core.time.pass(3_600_000);
  expect(core.focus.entries.map(({ id, deletedAt }) => [id, deletedAt !== undefined])).toEqual([
    [900, false],
    [901, true],
  ]);
});

it('is sent once where it is none of them, and takes neither away', async () => {
  const { core, entryId } = await asked();
  await core.command({ type: 'entry/identify', entryId, serverId: null });
  await core.time.pass(3_600_000);
  await core.command({ type: 'read/shown' });
  expect(core.focus.requests.filter((name) => name === 'create')).toEqual(['create']);
  expect(core.focus.entries.filter(({ deletedAt }) => deletedAt === undefined)).toHaveLength(3);
  expect(core.states()).toEqual(['delivered', 'delivered', 'delivered']);
});

it('is not answered twice, nor with what was not asked about', async () => {
  const { core, entryId } = await asked();
  const say = (serverId: number | null) =>
    core.command({ type: 'entry/identify', entryId, serverId });
  expect(await say(7)).toMatchObject({ error: { kind: 'unknown-entry' } });
  await say(900);
  expect(await say(901)).toMatchObject({ error: { kind: 'no-question' } });
});

it('takes away what was deleted while in question, where it is carried out only then', async () => {
  const { core, entryId } = await asked();
  await core.command({ type: 'entries/delete', entryIds: [entryId] });
  await core.restart();
  core.focus.entries.push(twin(902));
  await core.command({ type: 'read/shown' });
  await core.time.pass(60_000);
  expect(core.focus.entries.map(({ id, deletedAt }) => [id, deletedAt !== undefined])).toEqual([
    [900, false],
    [901, false],
    [902, true],
  ]);
  expect(core.entries()).toHaveLength(2);
});

it('tells what was changed here while it was in question', async () => {
  const { core, entryId } = await asked();
  await core.command({ type: 'entry/edit', entryId, description: 'better' });
  await core.time.pass(3_600_000);
  expect(mineOf(core, entryId)?.delivery.state).toBe('in-question');
  await core.command({ type: 'entry/identify', entryId, serverId: 900 });
  await core.time.pass(3_600_000);
  expect(core.focus.entries.map(({ description }) => description)).toEqual(['better', 'mine']);
});

it('brings no second row back where the named one was changed before that is undone', async () => {
  const { core, entryId } = await asked();
  await core.command({ type: 'entry/identify', entryId, serverId: 901 });
  core.focus.entries[1] = { ...core.focus.entries[1]!, description: 'changed there' };
  await core.command({ type: 'read/shown' });
  await core.command({ type: 'mend/undo' });
  expect(
    core
      .entries()
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual([entryId, 'server:900']);
});
