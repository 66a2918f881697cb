import { expect, it } from 'vitest';
import { connectedLiveCore, type ConnectedCore } from '../../support/core/connected-live-core.ts';
import { TASK_A } from '../../support/server/fault-server.ts';
import { applyThenDrop } from '../../support/server/faults.ts';
import { MORNING } from '../../support/values.ts';

const shown = ({ core }: ConnectedCore) => core.stint().snapshot().today.entries;
const there = ({ server }: ConnectedCore) => server.entries().map(({ billable }) => billable);

async function add(setup: ConnectedCore, billable?: boolean): Promise<string> {
  await setup.core.command({
    type: 'entry/add',
    startAt: MORNING - 3_600_000,
    seconds: 600,
    taskId: TASK_A.id,
    ...(billable === undefined ? {} : { billable }),
  });
  await setup.core.command({ type: 'sync/now' });
  return shown(setup)[0]?.id ?? '';
}

it('is told with a new entry, and learnt where it was not said', async () => {
  const setup = await connectedLiveCore();
  await add(setup, true);
  expect(there(setup)).toEqual([1]);
  const other = await connectedLiveCore();
  await add(other);
  expect(there(other)).toEqual([0]);
  expect(shown(other)).toMatchObject([{ billable: false, delivery: { state: 'delivered' } }]);
});

it('is changed, taken back and made again, each by one request', async () => {
  const setup = await connectedLiveCore();
  const entryId = await add(setup);
  setup.server.forgetRequests();
  await setup.core.command({ type: 'entry/edit', entryId, billable: true });
  expect(there(setup)).toEqual([1]);
  await setup.core.command({ type: 'mend/undo' });
  expect(there(setup)).toEqual([0]);
  await setup.core.command({ type: 'mend/redo' });
  expect(there(setup)).toEqual([1]);
  const [patch, ...others] = setup.server.requests();
  expect(patch?.path).toMatch(/time-entries/);
  expect(others).toHaveLength(2);
  expect(shown(setup)).toMatchObject([{ billable: true, delivery: { state: 'delivered' } }]);
});

it('is told once more where the answer was lost, and stays', async () => {
  const setup = await connectedLiveCore();
  const entryId = await add(setup);
  setup.server.faults.next(applyThenDrop);
  await setup.core.command({ type: 'entry/edit', entryId, billable: true });
  await setup.core.passUntil(setup.core.now() + 3_600_000);
  expect(there(setup)).toEqual([1]);
  expect(shown(setup)).toMatchObject([{ billable: true, delivery: { state: 'delivered' } }]);
});

it('of a split entry is that of both parts', async () => {
  const setup = await connectedLiveCore();
  const entryId = await add(setup, true);
  await setup.core.command({ type: 'entry/split', entryId, at: MORNING - 3_300_000 });
  expect(there(setup)).toEqual([1, 1]);
});
