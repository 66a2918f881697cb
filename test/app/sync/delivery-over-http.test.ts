import { expect, it, onTestFinished } from 'vitest';
import type { Seconds } from '#contract';
import { createConnectFocus } from '../../../src-main/adapters/focus/client.ts';
import { createCore, type Core } from '../../support/core/core.ts';
import {
  createFaultServer,
  TASK_A,
  TASK_B,
  type FaultServer,
} from '../../support/server/fault-server.ts';
import * as fault from '../../support/server/faults.ts';
import { MORNING, seconds } from '../../support/values.ts';
import { until } from '../../support/until.ts';

type Setup = { readonly core: Core; readonly server: FaultServer };

const PATIENCE: Seconds = seconds(5);

/** The core with the real client against the embedded Toggl Focus; the clock of both is the test's. */
async function connected(options: { readonly quotaPerHour?: number } = {}): Promise<Setup> {
  const clock = { now: (): number => MORNING };
  const server = await createFaultServer({ now: () => clock.now(), ...options });
  onTestFinished(() => server.stop());
  const { baseUrl, organizationId, workspaceId, credential } = server.account;
  const limit = { timeout: PATIENCE, maxBytes: 1024 * 1024 };
  const connectFocus = createConnectFocus({ fetch, limits: { small: limit, stream: limit } });
  const core = createCore({ connectFocus, baseUrl });
  clock.now = () => core.time.now();
  const place = { kind: 'ids', organizationId, workspaceId } as const;
  const result = await core.command({ type: 'account/connect', credential, place });
  expect(result).toEqual({ ok: true, value: undefined });
  await until(() => !core.snapshot().sync.busy, 'the first read is over');
  server.forgetRequests();
  return { core, server };
}

async function track({ core }: Setup, taskId: number): Promise<void> {
  await core.command({ type: 'timer/start', taskId });
  await core.time.pass(600_000);
  await core.command({ type: 'timer/stop' });
}

/** Lets the core's timers come due, as often as it takes. */
async function untilStates({ core }: Setup, states: readonly string[]): Promise<void> {
  await until(
    async () => {
      await core.time.pass(5_000);
      return JSON.stringify(core.states()) === JSON.stringify(states);
    },
    `the states are ${states.join(', ')}`,
  );
}

function held({ server }: Setup): readonly unknown[] {
  return server.entries().map(({ task_id, start_at, duration, type }) => ({
    task_id,
    start_at,
    duration,
    type,
  }));
}

const onTaskA = { task_id: TASK_A.id, start_at: MORNING, duration: 600, type: 'activity' };

it('delivers a session exactly as it was tracked', async () => {
  const setup = await connected();
  await track(setup, TASK_A.id);
  await untilStates(setup, ['delivered']);
  expect(held(setup)).toEqual([onTaskA]);
  expect(setup.server.requests()).toHaveLength(1);
});

it.each([
  ['the connection drops after the server applied it', fault.applyThenDrop],
  ['the connection drops before the server applied it', fault.dropBeforeApply],
  ['the server applies it and answers 502', fault.applyThenAnswer(502)],
  ['the server answers 503 and has not applied it', fault.answer(503)],
  ['a proxy answers with a page', fault.html],
])('holds exactly one entry when %s', async (_, what) => {
  const setup = await connected();
  setup.server.faults.next(what);
  await track(setup, TASK_A.id);
  await untilStates(setup, ['delivered']);
  expect(held(setup)).toEqual([onTaskA]);
});

it('keeps sessions while the server is down, and each arrives once when it is up', async () => {
  const setup = await connected();
  await setup.server.down();
  await track(setup, TASK_A.id);
  await track(setup, TASK_B.id);
  await until(() => setup.core.snapshot().sync.pause?.reason === 'offline', 'it is offline');
  expect(setup.core.states()).toEqual(['waiting', 'waiting']);
  await setup.server.up();
  setup.core.stint.wake();
  await untilStates(setup, ['delivered', 'delivered']);
  expect(held(setup)).toHaveLength(2);
});

it('tells that the task is gone, and delivers on another task', async () => {
  const setup = await connected();
  setup.server.deleteTask(TASK_A.id);
  await track(setup, TASK_A.id);
  await untilStates(setup, ['rejected']);
  const [refused] = setup.core.entries();
  await setup.core.command({ type: 'entry/edit', entryId: refused!.id, taskId: TASK_B.id });
  await untilStates(setup, ['delivered']);
  expect(held(setup)).toMatchObject([{ task_id: TASK_B.id }]);
});
