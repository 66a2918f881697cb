import { expect, onTestFinished } from 'vitest';
import type { Seconds } from '#contract';
import { createConnectFocus } from '../../../src-main/adapters/focus/client.ts';
import { createCore, type Core } from '../../support/core/core.ts';
import { createFaultServer, TASK_A, type FaultServer } from '../../support/server/fault-server.ts';
import { until } from '../../support/until.ts';
import { MORNING } from '../../support/values.ts';

export type WireCore = { readonly core: Core; readonly server: FaultServer };

/** The core with the real client against the embedded Toggl Focus; the clock of both is the test's. */
export async function wireCore(): Promise<WireCore> {
  const clock = { now: (): number => MORNING };
  const server = await createFaultServer({ now: () => clock.now() });
  onTestFinished(() => server.stop());
  const { baseUrl } = server.account;
  const core = createCore({ connectFocus: createConnectFocus({ fetch }), baseUrl });
  clock.now = () => core.time.now();
  return { core, server };
}

export async function connectedWireCore(): Promise<WireCore> {
  const setup = await wireCore();
  expect(await connect(setup)).toEqual({ ok: true, value: undefined });
  await until(() => !setup.core.snapshot().sync.busy, 'the first read is over');
  setup.server.forgetRequests();
  return setup;
}

export function connect({ core, server }: WireCore): ReturnType<Core['command']> {
  const { organizationId, workspaceId, credential } = server.account;
  const place = { kind: 'ids', organizationId, workspaceId } as const;
  return core.command({ type: 'account/connect', credential, place });
}

export async function track({ core }: WireCore, taskId: number = TASK_A.id): Promise<void> {
  await core.command({ type: 'timer/start', taskId });
  await core.time.pass(600_000);
  await core.command({ type: 'timer/stop' });
}

/** Lets the core's timers come due, as often as it takes. */
export async function untilStates({ core }: WireCore, states: readonly string[]): Promise<void> {
  await until(
    async () => {
      await core.time.pass(5_000);
      return JSON.stringify(core.states()) === JSON.stringify(states);
    },
    `the states are ${states.join(', ')}`,
  );
}

/** As much time, in steps in which answers may arrive. */
export async function pass({ core }: WireCore, span: Seconds): Promise<void> {
  for (let left = span * 1000; left > 0; left -= 60_000) {
    await core.time.pass(Math.min(left, 60_000));
    await until(() => !core.snapshot().sync.busy, 'nothing is under way');
  }
}
