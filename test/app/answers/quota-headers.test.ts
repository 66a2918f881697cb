import { expect, it } from 'vitest';
import { answer } from '../../support/server/faults.ts';
import { until } from '../../support/until.ts';
import { seconds } from '../../support/values.ts';
import { connectedWireCore, pass, track, untilStates } from './core-over-http.ts';

const spent = (resetsIn: string) =>
  answer(402, {
    headers: { 'X-Toggl-Quota-Remaining': '0', 'X-Toggl-Quota-Resets-In': resetsIn },
    body: { error: 'quota_exceeded' },
  });

const FAR = '999999999';

it('waits an hour at most, whatever the headers announce', async () => {
  const setup = await connectedWireCore();
  setup.server.faults.next(spent(FAR));
  await track(setup);
  await until(() => setup.core.snapshot().sync.pause?.reason === 'quota', 'the quota is spent');
  await pass(setup, seconds(3_600));
  await untilStates(setup, ['delivered']);
});

it('sends at once when a person refreshes, once for each time', async () => {
  const setup = await connectedWireCore();
  const heal = setup.server.faults.when(() => true, spent(FAR));
  await track(setup);
  await until(() => setup.core.snapshot().sync.pause?.reason === 'quota', 'the quota is spent');
  setup.server.forgetRequests();
  expect(await setup.core.command({ type: 'sync/now' })).toMatchObject({
    ok: false,
    error: { kind: 'quota-spent' },
  });
  expect(setup.server.requests()).toHaveLength(1);
  heal();
  expect(await setup.core.command({ type: 'sync/now' })).toMatchObject({ ok: true });
  await untilStates(setup, ['delivered']);
});

it('does not wait for decades that an earlier run has written down', async () => {
  const setup = await connectedWireCore();
  const { core } = setup;
  const resetsIn = seconds(999_999_999);
  const account = 'focus:7001/9001' as Parameters<typeof core.store.setQuota>[0];
  core.store.setQuota(account, { remaining: 0, resetsIn, at: core.time.now() });
  await track(setup);
  expect(core.states()).toEqual(['waiting']);
  await pass(setup, seconds(3_600));
  await untilStates(setup, ['delivered']);
});

it('does not ask each second a server whose count starts anew at once', async () => {
  const setup = await connectedWireCore();
  setup.server.faults.when(() => true, spent('0'));
  await track(setup);
  await pass(setup, seconds(600));
  expect(setup.server.requests().length).toBeLessThan(15);
});

it('goes on with a key that works again, and doubts it only after two refusals', async () => {
  const setup = await connectedWireCore();
  setup.server.faults.next(answer(401));
  await track(setup);
  await until(() => setup.server.requests().length > 0, 'it was tried');
  await until(() => !setup.core.snapshot().sync.busy, 'it was answered');
  expect(setup.core.snapshot().account).toMatchObject({ keyRefused: false });
  const heal = setup.server.faults.when(() => true, answer(401));
  await setup.core.command({ type: 'sync/now' });
  await until(() => !setup.core.snapshot().sync.busy, 'it was answered again');
  expect(setup.core.snapshot().account).toMatchObject({ keyRefused: true });
  heal();
  await setup.core.command({ type: 'sync/now' });
  expect(setup.core.snapshot().account).toMatchObject({ keyRefused: false });
  await untilStates(setup, ['delivered']);
});
