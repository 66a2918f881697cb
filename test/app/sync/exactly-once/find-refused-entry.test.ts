import { expect, it } from 'vitest';
import type { FocusApi } from '../../../../src-main/app/ports/focus-api.ts';
import type { Core } from '../../../support/core/core.ts';
import { backOnline, connectedCore, forget, track } from '../../../support/core/tracked-entries.ts';

const QUARTER = 900_000;

async function backlog(size: number, taskOf: (place: number) => number): Promise<Core> {
  const core = await connectedCore();
  core.focus.always = 'offline';
  for (let place = 0; place < size; place += 1) await track(core, `w${place}`, taskOf(place));
  return core;
}

/** The server refuses every creation that carries one of these tasks. */
function refuseTasks({ focus }: Core, gone: readonly number[], status = 404): void {
  const before: Pick<FocusApi, 'createTaskEntry' | 'createEntries'> = {
    createTaskEntry: focus.api.createTaskEntry.bind(focus.api),
    createEntries: focus.api.createEntries.bind(focus.api),
  };
  const refusing = <T>(isRefused: boolean, carryOut: () => T): T => {
    if (isRefused) focus.faults.push({ status, reason: 'task not found' });
    return carryOut();
  };
  Object.assign(focus.api, {
    createTaskEntry: (...[taskId, entry]: Parameters<FocusApi['createTaskEntry']>) =>
      refusing(gone.includes(taskId), () => before.createTaskEntry(taskId, entry)),
    createEntries: (...[entries]: Parameters<FocusApi['createEntries']>) => {
      const isRefused = entries.some(({ taskId }) => gone.includes(taskId ?? 0));
      return refusing(isRefused, () => before.createEntries(entries));
    },
  });
}

it('rejects those that the server names, and sends all others by the next request', async () => {
  const core = await backlog(20, () => 1);
  core.focus.faults.push({ status: 422, reason: 'required fields missing', culprits: [3, 7] });
  await backOnline(core);
  expect(core.focus.requests).toEqual(['bulk 20', 'bulk 18', 'read']);
  expect(core.snapshot().sync).toMatchObject({ waiting: 0, rejected: 2 });
  const refused = core.entries().filter(({ delivery }) => delivery.state === 'rejected');
  expect(refused.map(({ description }) => description)).toEqual(['w7', 'w3']);
});

it('refuses the entries of a task together once one of them was refused by itself', async () => {
  const core = await backlog(40, (place) => (place % 4 === 0 ? 2 : 1));
  refuseTasks(core, [2]);
  await backOnline(core);
  await core.time.pass(QUARTER);
  expect(core.focus.entries).toHaveLength(30);
  expect(core.snapshot().sync).toMatchObject({ waiting: 0, rejected: 10 });
  expect(core.focus.requests.length).toBeLessThanOrEqual(6);
});

it('pauses after three requests where the same is said of all, and loses nothing by it', async () => {
  const core = await backlog(30, (place) => (place % 2) + 1);
  core.focus.always = { status: 403, reason: 'no access' };
  forget(core);
  core.stint.wake();
  await core.time.pass(60_000);
  expect(core.focus.requests).toEqual(['bulk 30', 'create', 'create']);
  expect(core.snapshot().sync).toMatchObject({ waiting: 30, rejected: 0 });
  await core.time.pass(4 * QUARTER);
  expect(core.focus.requests.length).toBeLessThanOrEqual(7);
  core.focus.always = undefined;
  await core.time.pass(2 * QUARTER);
  expect(core.focus.entries).toHaveLength(30);
});

it('sends all that is left in one request once what was said of all has ended', async () => {
  const core = await backlog(30, (place) => (place % 3 === 0 ? 1 : 2));
  core.focus.always = { status: 403, reason: 'no access' };
  forget(core);
  core.stint.wake();
  await core.time.pass(60_000);
  core.focus.always = undefined;
  forget(core);
  await core.time.pass(2 * QUARTER);
  expect(core.focus.requests).toEqual(['create', 'bulk 29', 'read']);
});

it('takes no missing answer for a sign that the server accepts anything', async () => {
  const core = await backlog(30, (place) => (place % 3 === 0 ? 1 : 2));
  const refusal = { status: 403, reason: 'no access' };
  core.focus.always = undefined;
  core.focus.faults.push(refusal, refusal, 'dropped', refusal);
  forget(core);
  core.stint.wake();
  await core.time.pass(60_000);
  expect(core.focus.requests).toEqual(['bulk 30', 'create', 'create', 'create']);
  expect(core.snapshot().sync).toMatchObject({ waiting: 30, rejected: 0 });
  await core.time.pass(2 * QUARTER);
  expect(core.focus.entries).toHaveLength(30);
});

it('takes two refusals for the fault of two entries once each was refused twice', async () => {
  const core = await backlog(2, (place) => place + 1);
  refuseTasks(core, [1, 2]);
  await backOnline(core);
  await core.time.pass(8 * QUARTER);
  expect(core.snapshot().sync).toMatchObject({ waiting: 0, rejected: 2 });
});

it('goes on after a key was refused once, and asks for a new one after the second time', async () => {
  const core = await connectedCore();
  core.focus.faults.push({ status: 401 });
  await track(core, 'a');
  expect(core.snapshot().account).toMatchObject({ keyRefused: false });
  await track(core, 'b');
  expect(core.states()).toEqual(['delivered', 'delivered']);
  core.focus.faults.push({ status: 401 });
  await track(core, 'c');
  await core.time.pass(3_700_000);
  expect(core.states()).toEqual(['delivered', 'delivered', 'delivered']);
});

it('lets any success end the wait for a new key', async () => {
  const core = await connectedCore();
  core.focus.faults.push({ status: 401 }, { status: 401 });
  await track(core, 'a');
  await track(core, 'b');
  expect(core.snapshot().account).toMatchObject({ keyRefused: true });
  await core.command({ type: 'read/shown' });
  await core.time.pass(0);
  expect(core.snapshot().account).toMatchObject({ keyRefused: false });
  expect(core.states()).toEqual(['delivered', 'delivered']);
});
