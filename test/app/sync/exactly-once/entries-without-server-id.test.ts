import { expect, it } from 'vitest';
import type { FocusEntry } from '../../../../src-main/domain/focus-types.ts';
import type { Core } from '../../../support/core/core.ts';
import { backOnline, connectedCore, forget, track } from '../../../support/core/tracked-entries.ts';
import { focusEntry, MORNING, seconds } from '../../../support/values.ts';

/** Three entries that went out in one bulk, which brings no ids; the look for them is refused. */
async function bulkWithoutIds(): Promise<Core> {
  const core = await connectedCore();
  core.focus.always = 'offline';
  for (const words of ['a', 'b', 'c']) await track(core, words);
  core.focus.quota = { remaining: 7, resetsIn: seconds(3_600) };
  await backOnline(core);
  expect(core.focus.requests).toEqual(['bulk 3']);
  return core;
}

function changeThere({ focus }: Core, place: number, change: Partial<FocusEntry>): void {
  focus.entries[place] = { ...focus.entries[place]!, ...change };
}

async function refresh(core: Core): Promise<void> {
  core.focus.quota = undefined;
  expect(await core.command({ type: 'read/shown' })).toMatchObject({ ok: true });
}

const shown = (core: Core): string[] =>
  core.entries().map(({ description, seconds: length }) => `${description} ${length}`);

it('learns the ids of a bulk by one read, at once', async () => {
  const core = await connectedCore();
  core.focus.always = 'offline';
  for (let round = 0; round < 3; round += 1) await track(core);
  await backOnline(core);
  expect(core.focus.requests).toEqual(['bulk 3', 'read']);
  changeThere(core, 0, { description: 'all', seconds: seconds(90), taskId: 2 });
  await refresh(core);
  expect(shown(core)).toEqual(['undefined 60', 'undefined 60', 'all 90']);
});

it('leaves that look until the quota is plentiful again', async () => {
  const core = await bulkWithoutIds();
  core.focus.quota = { remaining: 30, resetsIn: seconds(3_600) };
  await core.time.pass(3_700_000);
  expect(core.focus.requests).toEqual(['bulk 3', 'read']);
});

it('shows one row of each where one of a bulk was lengthened and another deleted there', async () => {
  const core = await bulkWithoutIds();
  changeThere(core, 0, { seconds: seconds(660) });
  changeThere(core, 1, { deletedAt: core.time.now() });
  await core.time.pass(20_000);
  await refresh(core);
  expect(shown(core)).toEqual(['c 60', 'a 660']);
  await core.restart();
  expect(shown(core)).toEqual(['c 60', 'a 660']);
  expect(core.states()).toEqual(['delivered', 'delivered']);
});

it('recognises one that was moved and renamed there by its place between the others', async () => {
  const core = await bulkWithoutIds();
  const { startAt } = core.focus.entries[1]!;
  const moved = (startAt! - 7_200_000) as FocusEntry['startAt'];
  changeThere(core, 1, { startAt: moved, description: 'other', seconds: seconds(90) });
  await core.time.pass(20_000);
  core.focus.entries.push(focusEntry(900, { startAt: core.focus.entries[0]!.startAt, taskId: 2 }));
  await refresh(core);
  expect(core.entries().filter(({ id }) => id.startsWith('server:'))).toHaveLength(1);
  expect(shown(core)).toHaveLength(4);
});

it('recognises a single one, whose 201 had no body, by the second that is its own', async () => {
  const core = await connectedCore();
  core.focus.bodies = false;
  const { id } = await track(core, 'a');
  changeThere(core, 0, { seconds: seconds(660), description: 'b' });
  await core.time.pass(20_000);
  await refresh(core);
  expect(core.entries()).toMatchObject([{ id, seconds: 660, description: 'b' }]);
});

it('asks what became of a single one that is not shown, rather than counting it in silence', async () => {
  const core = await connectedCore();
  core.focus.bodies = false;
  await track(core, 'a');
  changeThere(core, 0, { deletedAt: core.time.now() });
  await core.time.pass(20_000);
  await refresh(core);
  expect(core.states()).toEqual(['rejected']);
  await core.time.pass(86_400_000);
  expect(core.focus.entries).toHaveLength(1);
});

it('concludes nothing from a list that came before the server can be expected to show it', async () => {
  const core = await connectedCore();
  core.focus.bodies = false;
  await track(core, 'a');
  const [made] = core.focus.entries.splice(0);
  await refresh(core);
  expect(core.states()).toEqual(['delivered']);
  core.focus.entries.push(made!);
  await refresh(core);
  expect(core.entries()).toMatchObject([{ description: 'a' }]);
});

it('does not take what another computer tracked in the same second for ours', async () => {
  const core = await connectedCore();
  core.focus.faults.push('dropped');
  await track(core, 'mine');
  const twin = { startAt: MORNING as FocusEntry['startAt'], seconds: seconds(60) };
  core.focus.entries.push(focusEntry(900, { ...twin, description: 'theirs' }));
  forget(core);
  await core.time.pass(60_000);
  expect(core.focus.requests).toEqual(['read', 'create']);
  expect(shown(core).toSorted()).toEqual(['mine 60', 'theirs 60']);
});
