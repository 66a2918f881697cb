import { expect, it, onTestFinished } from 'vitest';
import { createConnectFocus } from '../../../src-main/adapters/focus/client.ts';
import { createCore, type Core } from '../../support/core/core.ts';
import { createFaultServer, TASK_A, type FaultServer } from '../../support/server/fault-server.ts';
import { applyThenDrop } from '../../support/server/faults.ts';
import { until } from '../../support/until.ts';
import { at, MORNING } from '../../support/values.ts';

const DAY_MS = 86_400_000;

type Setup = {
  readonly core: Core;
  readonly server: FaultServer;
  /** What somebody else does in Toggl Focus. */
  readonly call: (method: string, path: string, body: object) => Promise<void>;
};

/** The core after a launch, with the real client against the embedded Toggl Focus. */
async function launched(prepare: (call: Setup['call']) => Promise<void>): Promise<Setup> {
  const server = await createFaultServer({ now: () => MORNING });
  onTestFinished(() => server.stop());
  const { baseUrl, organizationId, workspaceId, credential } = server.account;
  const workspace = `${baseUrl}/organizations/${organizationId}/workspaces/${workspaceId}`;
  async function call(method: string, path: string, body: object): Promise<void> {
    const headers = { authorization: `Bearer ${credential.key}` };
    const answer = await fetch(workspace + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
  }
  const core = createCore({ connectFocus: createConnectFocus({ fetch }), baseUrl });
  const place = { kind: 'ids', organizationId, workspaceId } as const;
  expect(await core.command({ type: 'account/connect', credential, place })).toMatchObject({
    ok: true,
  });
  await until(() => !core.snapshot().sync.busy, 'the first reads are over');
  await prepare(call);
  await core.restart();
  await until(() => core.snapshot().account.state === 'connected', 'the account is taken up');
  server.forgetRequests();
  return { core, server, call };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

it('takes a timer over that runs elsewhere', async () => {
  const { core, server } = await launched((call) =>
    call('POST', '/tracking/start', {
      type: 'activity',
      start: iso(at('07:00')),
      task_id: TASK_A.id,
      description: 'from the phone',
    }),
  );
  await core.command({ type: 'elsewhere/look' });
  expect(core.snapshot().elsewhere).toMatchObject({
    startAt: at('07:00'),
    description: 'from the phone',
    task: { name: TASK_A.name },
  });
  expect(await core.command({ type: 'elsewhere/take-over' })).toMatchObject({ ok: true });
  expect(server.requests().map(({ path }) => path)).toEqual([
    'O/tracking/current',
    'O/tracking/stop',
  ]);
  expect(server.entries()).toMatchObject([{ duration: 3600 }]);
  expect(core.snapshot().timer).toMatchObject({ state: 'running', startAt: at('08:00') });
  expect(core.entries()).toMatchObject([{ seconds: 3600, delivery: { state: 'delivered' } }]);
});

it('reads pages of a range until the last one', async () => {
  const { core, server } = await launched((call) =>
    call(
      'POST',
      '/time-entries/bulk',
      Array.from({ length: 130 }, (_, index) => ({
        type: 'activity',
        start: iso(at('00:00') - (index + 1) * 3_600_000),
        duration: 60 + index,
      })),
    ),
  );
  const range = { fromAt: at('00:00') - 30 * DAY_MS, toAt: at('00:00') };
  await core.command({ type: 'show/range', ...range });
  await core.command({ type: 'read/page' });
  expect(core.snapshot().shown).toMatchObject({ range: { count: 100, nextPage: 2 } });
  await core.command({ type: 'read/page' });
  expect(core.snapshot().shown).toMatchObject({ range: { count: 130, nextPage: undefined } });
  await core.command({ type: 'read/shown' });
  expect(core.snapshot().shown).toMatchObject({ range: { count: 130, readAt: MORNING } });
  expect(server.requests().map(({ path }) => path)).toEqual([
    'O/time-entries',
    'O/time-entries',
    'O/time-entries/stream',
  ]);
});

it('looks how one entry stands there, and learns of a change on the way', async () => {
  const { core, server, call } = await launched((made) =>
    made('POST', `/tasks/${TASK_A.id}/time-entries`, {
      type: 'activity',
      start: iso(at('07:00')),
      duration: 600,
    }),
  );
  await core.command({ type: 'read/shown' });
  const [entry] = core.entries();
  const serverId = server.entries()[0]?.id ?? 0;
  await call('PATCH', `/time-entries/${serverId}`, { duration: 900 });
  const check = { type: 'entry/check', entryId: entry?.id ?? '' } as const;
  expect(await core.command(check)).toMatchObject({
    ok: true,
    value: { details: { serverId, same: false } },
  });
  expect(await core.command(check)).toMatchObject({ value: { details: { same: true } } });
  expect(core.entries()).toMatchObject([{ seconds: 900 }]);
});

it('creates a task once, though the answer to it is lost', async () => {
  const { core, server } = await launched(() => Promise.resolve());
  server.faults.next(applyThenDrop);
  const creating = core.command({ type: 'task/create', name: 'Count the zebras' });
  await core.command({ type: 'task/send-held' });
  const result = await creating;
  expect(result).toMatchObject({ ok: true, value: { task: { name: 'Count the zebras' } } });
  expect(server.count('POST', 'O/tasks')).toBe(1);
  const found = core.stint.search({ kind: 'tasks', text: 'count the zebras' });
  expect(found.ok && found.value).toHaveLength(1);
});
