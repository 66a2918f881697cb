import { expect, it } from 'vitest';
import { connectedLiveCore, type ConnectedCore } from '../../support/core/connected-live-core.ts';
import { TASK_A } from '../../support/server/fault-server.ts';
import { applyThenDrop, dropBeforeApply } from '../../support/server/faults.ts';
import { MORNING } from '../../support/values.ts';

const HOUR = 3_600_000;

type Setup = ConnectedCore;

/** With the ids of two tags that were read to be chosen. */
async function connected(): Promise<Setup & { readonly ids: readonly [number, number] }> {
  const setup = await connectedLiveCore();
  const read = await setup.core.stint().command({ type: 'read/tags' });
  const [one, two] = read.ok && read.value && 'tags' in read.value ? read.value.tags : [];
  return { ...setup, ids: [one!.id, two!.id] };
}

const shown = ({ core }: Setup) => core.stint().snapshot().today.entries;
const there = ({ server }: Setup) => server.entries().map(({ tag_ids }) => tag_ids);

async function add(setup: Setup, tagIds?: readonly number[]): Promise<string> {
  const said = tagIds === undefined ? {} : { tagIds };
  const fields = { startAt: MORNING - HOUR, seconds: 600, taskId: TASK_A.id, ...said };
  await setup.core.command({ type: 'entry/add', ...fields });
  await setup.core.command({ type: 'sync/now' });
  return shown(setup)[0]?.id ?? '';
}

it('are told with a new entry, and left to its task where nobody chose', async () => {
  const setup = await connected();
  await add(setup, [setup.ids[1], setup.ids[0]]);
  expect(there(setup)).toEqual([JSON.stringify([setup.ids[1], setup.ids[0]])]);
  const other = await connected();
  await add(other);
  expect(there(other)).toEqual([null]);
  expect(shown(other)[0]?.tags).toBeUndefined();
});

it('are changed, taken back and made again, each by one request', async () => {
  const setup = await connected();
  const { core, server, ids } = setup;
  const entryId = await add(setup);
  server.forgetRequests();
  await core.command({ type: 'entry/edit', entryId, tagIds: [ids[0]] });
  expect(there(setup)).toEqual([JSON.stringify([ids[0]])]);
  await core.command({ type: 'mend/undo' });
  expect(there(setup)).toEqual([null]);
  await core.command({ type: 'mend/redo' });
  expect(there(setup)).toEqual([JSON.stringify([ids[0]])]);
  await core.command({ type: 'entry/edit', entryId, tagIds: [] });
  expect(there(setup)).toEqual(['[]']);
  expect(server.requests()).toHaveLength(4);
  await core.command({ type: 'sync/now' });
  expect(shown(setup)).toMatchObject([{ tags: [], delivery: { state: 'delivered' } }]);
});

it('are told once more where the answer was lost, and taken back all the same', async () => {
  const setup = await connected();
  const { core, server, ids } = setup;
  const entryId = await add(setup);
  server.faults.next(applyThenDrop);
  await core.command({ type: 'entry/edit', entryId, tagIds: [ids[0]] });
  await core.command({ type: 'mend/undo' });
  await core.passUntil(core.now() + HOUR);
  expect(there(setup)).toEqual([null]);
  expect(shown(setup)).toMatchObject([{ tags: undefined, delivery: { state: 'delivered' } }]);
});

it.each([
  ['was carried out', applyThenDrop],
  ['was not', dropBeforeApply],
])('do not double an entry whose creation had no answer and %s', async (_name, fault) => {
  const setup = await connected();
  const { core, server, ids } = setup;
  server.faults.next(fault);
  await add(setup, [ids[0]]);
  await core.passUntil(core.now() + HOUR);
  expect(there(setup)).toEqual([JSON.stringify([ids[0]])]);
  expect(shown(setup)).toMatchObject([
    { tags: [{ id: ids[0] }], delivery: { state: 'delivered' } },
  ]);
});

it('of a split entry are those of both parts', async () => {
  const setup = await connected();
  const { core, ids } = setup;
  const entryId = await add(setup, [ids[1]]);
  await core.command({ type: 'entry/split', entryId, at: MORNING - HOUR + 300_000 });
  expect(there(setup)).toEqual([JSON.stringify([ids[1]]), JSON.stringify([ids[1]])]);
});

it('are the same as in Toggl Focus where they were told, and it says so', async () => {
  const setup = await connected();
  const { core, ids } = setup;
  const entryId = await add(setup, [ids[1], ids[0]]);
  const checked = await core.stint().command({ type: 'entry/check', entryId });
  expect(checked).toMatchObject({ ok: true, value: { details: { same: true } } });

  await core.command({ type: 'entry/edit', entryId, tagIds: [ids[0]] });
  setup.server.faults.when(({ method }) => method === 'PATCH', dropBeforeApply);
  await core.command({ type: 'entry/edit', entryId, tagIds: [] });
  const other = await core.stint().command({ type: 'entry/check', entryId });
  expect(other).toMatchObject({ ok: true, value: { details: { same: false } } });
});
