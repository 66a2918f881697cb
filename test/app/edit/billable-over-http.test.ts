import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createLiveCore, type LiveCore } from '../../support/core/live-core.ts';
import { createFaultServer, TASK_A, type FaultServer } from '../../support/server/fault-server.ts';
import { applyThenDrop } from '../../support/server/faults.ts';
import { MORNING } from '../../support/values.ts';

type Setup = { readonly core: LiveCore; readonly server: FaultServer };

async function connected(): Promise<Setup> {
  const folder = mkdtempSync(join(tmpdir(), 'stint-billable-'));
  const core: { now?: LiveCore['now'] } = {};
  const server = await createFaultServer({ now: () => core.now?.() ?? MORNING });
  const live = createLiveCore({
    file: join(folder, 'stint.sqlite'),
    startAt: MORNING,
    account: server.account,
  });
  onTestFinished(async () => {
    await live.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });
  await live.open();
  core.now = () => live.now();
  await live.connect();
  return { core: live, server };
}

const shown = ({ core }: Setup) => core.stint().snapshot().today.entries;
const there = ({ server }: Setup) => server.entries().map(({ billable }) => billable);

async function add(setup: Setup, billable?: boolean): Promise<string> {
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
  const setup = await connected();
  await add(setup, true);
  expect(there(setup)).toEqual([1]);
  const other = await connected();
  await add(other);
  expect(there(other)).toEqual([0]);
  expect(shown(other)).toMatchObject([{ billable: false, delivery: { state: 'delivered' } }]);
});

it('is changed, taken back and made again, each by one request', async () => {
  const setup = await connected();
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
  const setup = await connected();
  const entryId = await add(setup);
  setup.server.faults.next(applyThenDrop);
  await setup.core.command({ type: 'entry/edit', entryId, billable: true });
  await setup.core.passUntil(setup.core.now() + 3_600_000);
  expect(there(setup)).toEqual([1]);
  expect(shown(setup)).toMatchObject([{ billable: true, delivery: { state: 'delivered' } }]);
});

it('of a split entry is that of both parts', async () => {
  const setup = await connected();
  const entryId = await add(setup, true);
  await setup.core.command({ type: 'entry/split', entryId, at: MORNING - 3_300_000 });
  expect(there(setup)).toEqual([1, 1]);
});
