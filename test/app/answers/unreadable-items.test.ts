import { expect, it } from 'vitest';
import type { ApiResponse } from '../../../src-main/demo/focus-without-network.ts';
import { TASK_B, type Matches } from '../../support/server/fault-server.ts';
import { answer, applyThenDrop, rewritten, type Fault } from '../../support/server/faults.ts';
import { until } from '../../support/until.ts';
import { seconds } from '../../support/values.ts';
import { connectedWireCore, pass, track, untilStates, type WireCore } from './core-over-http.ts';

type WireEntry = Readonly<Record<string, unknown>>;

const stream: Matches = ({ method, path }) => method === 'GET' && path === 'O/time-entries/stream';

/** The stream with each entry as the function makes it. */
function withEntries(change: (entry: WireEntry) => WireEntry): Fault {
  return rewritten((response: ApiResponse) => ({
    ...response,
    body: JSON.stringify((JSON.parse(response.body) as WireEntry[]).map(change)),
  }));
}

const absurd = withEntries((entry) => ({ ...entry, duration: 1e17 }));

async function twoDelivered(): Promise<WireCore> {
  const setup = await connectedWireCore();
  await track(setup);
  await track(setup, TASK_B.id);
  await untilStates(setup, ['delivered', 'delivered']);
  return setup;
}

it('shows the day without what cannot be read, and says how many that are', async () => {
  const { core, server } = await twoDelivered();
  const heal = server.faults.when(
    stream,
    withEntries((entry) => (entry['task_id'] === TASK_B.id ? { ...entry, duration: 1e19 } : entry)),
  );
  expect(await core.command({ type: 'sync/now' })).toMatchObject({ ok: true });
  expect(core.snapshot().sync.leftOut).toEqual({ entries: 1, tasks: 0, plans: 0 });
  expect(core.states()).toEqual(['delivered', 'delivered']);
  heal();
  await core.command({ type: 'sync/now' });
  expect(core.snapshot().sync.leftOut.entries).toBe(0);
});

it('takes nothing for deleted, and nothing for never sent, because it could not be read', async () => {
  const setup = await twoDelivered();
  const { core, server } = setup;
  const heal = server.faults.when(stream, absurd);
  server.faults.next(applyThenDrop);
  await track(setup);
  await until(() => core.states().includes('checking'), 'the answer was lost');
  await pass(setup, seconds(3_600));
  expect(core.states()).toEqual(['checking', 'delivered', 'delivered']);
  expect(server.count('POST', 'O/tasks/*/time-entries')).toBe(3);
  const looks = server.count('GET', 'O/time-entries/stream');
  expect(looks).toBeGreaterThan(1);
  expect(looks).toBeLessThan(30);
  heal();
  await untilStates(setup, ['delivered', 'delivered', 'delivered']);
  expect(server.entries()).toHaveLength(3);
});

it('sends again what was not carried out although something else cannot be read', async () => {
  const setup = await twoDelivered();
  const { core, server } = setup;
  server.faults.when(stream, absurd);
  server.faults.next(({ raw }) => raw.destroy());
  await track(setup);
  await untilStates(setup, ['delivered', 'delivered', 'delivered']);
  expect(server.entries()).toHaveLength(3);
  expect(core.snapshot().sync.waiting).toBe(0);
});

it.each([
  ['null', 200, 'null'],
  ['nothing', 200, ''],
  ['nothing', 204, ''],
  ['data that is null', 200, '{"data":null}'],
])('does not take %s (%i) for an empty list', async (_what, status, body) => {
  const setup = await twoDelivered();
  const { core, server } = setup;
  const heal = server.faults.when(stream, answer(status, { body }));
  server.faults.next(applyThenDrop);
  await track(setup);
  await pass(setup, seconds(600));
  await core.command({ type: 'sync/now' });
  expect(core.states()).toEqual(['checking', 'delivered', 'delivered']);
  heal();
  await untilStates(setup, ['delivered', 'delivered', 'delivered']);
  expect(server.entries()).toHaveLength(3);
});
