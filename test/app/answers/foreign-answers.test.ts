import { expect, it } from 'vitest';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { answer, redirect, type Answer, type Fault } from '../../support/server/faults.ts';
import { until } from '../../support/until.ts';
import { seconds } from '../../support/values.ts';
import {
  connect,
  connectedWireCore,
  pass,
  track,
  untilStates,
  wireCore,
  type WireCore,
} from './core-over-http.ts';

const PAGE: Answer = {
  headers: { 'Content-Type': 'text/html' },
  body: '<!doctype html><title>Access denied</title>',
};
const EMPTY: Answer = { body: '' };
const OTHER: Answer = { body: { message: 'Forbidden' } };
const LYING: Answer = {
  ...PAGE,
  headers: { 'X-Toggl-Quota-Remaining': '0', 'X-Toggl-Quota-Resets-In': '3600' },
};

const foreign: readonly (readonly [number, string, Fault])[] = [
  ...[400, 401, 402, 403, 404, 422, 429, 502].map(
    (status) => [status, 'a page', answer(status, PAGE)] as const,
  ),
  ...[401, 403, 404, 503].map((status) => [status, 'nothing', answer(status, EMPTY)] as const),
  [403, 'JSON of another shape', answer(403, OTHER)],
  [404, 'an array', answer(404, { body: [] })],
  [403, 'an error that is no text', answer(403, { body: { error: { code: 7 } } })],
  [402, 'a page and headers of the quota', answer(402, LYING)],
  [200, 'a page', answer(200, PAGE)],
  [200, 'nothing', answer(200, EMPTY)],
  [200, 'null', answer(200, { body: 'null' })],
  [204, 'nothing', answer(204, EMPTY)],
  [302, 'a redirect', redirect('https://portal.example.com/')],
];

const held = ({ server }: WireCore) =>
  server.entries().map((entry) => [entry.task_id, entry.duration, entry.deleted_at !== null]);

it.each(foreign)(
  'keeps a session and sends it once after something else answered %i with %s',
  async (_status, _what, fault) => {
    const setup = await connectedWireCore();
    const heal = setup.server.faults.when(() => true, fault);
    await track(setup);
    await until(() => setup.server.requests().length > 0, 'it was tried');
    await until(() => !setup.core.snapshot().sync.busy, 'it was answered');
    expect(setup.core.states()).toEqual([expect.stringMatching(/waiting|checking/)]);
    expect(setup.core.snapshot().account).toMatchObject({ keyRefused: false });
    heal();
    await untilStates(setup, ['delivered']);
    expect(held(setup)).toEqual([[TASK_A.id, 600, false]]);
  },
);

it.each([403, 511])('says what answered %i, and until when it waits', async (status) => {
  const setup = await connectedWireCore();
  setup.server.faults.when(() => true, answer(status, PAGE));
  await track(setup);
  await until(() => setup.core.snapshot().sync.pause !== undefined, 'it waits');
  expect(setup.core.snapshot().sync.pause).toEqual({
    reason: 'foreign',
    status,
    retryAt: expect.any(Number) as unknown,
  });
});

it('asks more and more seldom where only what is sent is kept from Toggl Focus', async () => {
  const setup = await connectedWireCore();
  setup.server.faults.when(({ method }) => method === 'POST', answer(403, PAGE));
  await track(setup);
  await pass(setup, seconds(2 * 3_600));
  expect(setup.core.states()).toEqual(['blocked']);
  expect(setup.core.snapshot().sync).toMatchObject({ waiting: 1, rejected: 0 });
  expect(setup.server.requests().length).toBeLessThan(60);
});

it.each(foreign.filter(([status]) => status !== 204))(
  'tells no change as refused because something else answered %i with %s',
  async (_status, _what, fault) => {
    const setup = await connectedWireCore();
    await track(setup);
    await untilStates(setup, ['delivered']);
    await track(setup, TASK_B.id);
    await untilStates(setup, ['delivered', 'delivered']);
    const [second, first] = setup.core.entries();
    const heal = setup.server.faults.when(() => true, fault);
    await setup.core.command({ type: 'entry/edit', entryId: first!.id, seconds: 60 });
    await setup.core.command({ type: 'entries/delete', entryIds: [second!.id] });
    await until(() => !setup.core.snapshot().sync.busy, 'it was answered');
    expect(setup.core.snapshot().sync).toMatchObject({ rejected: 0, waiting: 2 });
    heal();
    await until(async () => {
      await setup.core.time.pass(5_000);
      return setup.core.snapshot().sync.waiting === 0;
    }, 'the changes were told');
    expect(held(setup)).toEqual([
      [TASK_A.id, 60, false],
      [TASK_B.id, 600, true],
    ]);
  },
);

it.each(foreign.filter(([, what]) => what !== 'null'))(
  'does not connect where something else answers %i with %s, and says so',
  async (status, what, fault) => {
    const setup = await wireCore();
    setup.server.faults.when(() => true, fault);
    const isShapeless = status < 300 && what === 'nothing';
    expect(await connect(setup)).toEqual({
      ok: false,
      error: isShapeless ? { kind: 'unexpected-answer' } : { kind: 'foreign-answer', status },
    });
  },
);

it.each(foreign)(
  'leaves the day and the tasks as they are when a refresh is answered %i with %s',
  async (status, what, fault) => {
    const setup = await connectedWireCore();
    await track(setup);
    await untilStates(setup, ['delivered']);
    const before = setup.core.snapshot();
    setup.server.faults.when(() => true, fault);
    await setup.core.command({ type: 'sync/now' });
    const after = setup.core.snapshot();
    expect(after.today.entries).toEqual(before.today.entries);
    expect(after.tasks.count).toBe(before.tasks.count);
    // JSON and silence may be Toggl's all the same: each counts as one request.
    if (status >= 300 || what === 'a page') expect(after.quota).toEqual(before.quota);
  },
);
