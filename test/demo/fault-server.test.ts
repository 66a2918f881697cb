import { expect, test } from 'vitest';
import { openDemo, type DemoApi } from '../support/server/demo-api.ts';
import * as fault from '../support/server/faults.ts';

const ENTRY = { type: 'activity', duration: 60 };
const post = (demo: DemoApi) => demo.call('POST', 'O/time-entries', ENTRY);
const held = (demo: DemoApi) => demo.server.entries().length;

async function rawPost(demo: DemoApi): Promise<Response> {
  const { baseUrl, organizationId, workspaceId, credential } = demo.server.account;
  return fetch(
    `${baseUrl}/organizations/${organizationId}/workspaces/${workspaceId}/time-entries`,
    {
      method: 'POST',
      redirect: 'manual',
      headers: { authorization: `Bearer ${credential.key}` },
      body: JSON.stringify(ENTRY),
    },
  );
}

test('a request dropped before it was applied leaves nothing behind', async () => {
  await using demo = await openDemo();
  demo.server.faults.next(fault.dropBeforeApply);
  await expect(post(demo)).rejects.toThrow();
  expect(held(demo)).toBe(0);
});

test('a request applied and then dropped leaves its entry behind', async () => {
  await using demo = await openDemo();
  demo.server.faults.next(fault.applyThenDrop);
  await expect(post(demo)).rejects.toThrow();
  expect(held(demo)).toBe(1);
});

test('faults that come next are used up in their order, then all is well', async () => {
  await using demo = await openDemo();
  demo.server.faults.next(fault.answer(503), fault.applyThenAnswer(500));
  const statuses = [await post(demo), await post(demo), await post(demo)].map(
    ({ status }) => status,
  );
  expect(statuses).toEqual([503, 500, 201]);
  expect(held(demo)).toBe(2);
});

test('a standing fault meets what it matches until it is taken away', async () => {
  await using demo = await openDemo();
  const end = demo.server.faults.when(({ path }) => path === 'O/time-entries', fault.answer(401));
  expect((await post(demo)).status).toBe(401);
  expect((await demo.call('GET', 'O/tasks/stream')).status).toBe(200);
  end();
  expect((await post(demo)).status).toBe(201);
});

test('a server that is down refuses connections and comes back on the same address', async () => {
  await using demo = await openDemo();
  await post(demo);
  await demo.server.down();
  await expect(post(demo)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  await demo.server.up();
  expect((await post(demo)).status).toBe(201);
  expect(held(demo)).toBe(2);
});

test('a stalled request is not applied before it is released', async () => {
  await using demo = await openDemo();
  const stalled = fault.stall();
  demo.server.faults.next(stalled.fault);
  const answer = post(demo);
  expect((await stalled.arrived).method).toBe('POST');
  expect(held(demo)).toBe(0);
  stalled.release();
  expect((await answer).status).toBe(201);
});

test('a truncated answer ends in the middle although the request was applied', async () => {
  await using demo = await openDemo();
  demo.server.faults.next(fault.truncated);
  const answer = await rawPost(demo);
  expect(answer.status).toBe(201);
  await expect(answer.text()).rejects.toThrow();
  expect(held(demo)).toBe(1);
});

test('HTML, huge bodies and redirects come as they are', async () => {
  await using demo = await openDemo();
  demo.server.faults.next(fault.html, fault.hugeBody(5_000_000), fault.redirect('http://a.test/'));
  expect(await (await rawPost(demo)).text()).toContain('<!doctype html>');
  expect(await (await rawPost(demo)).text()).toHaveLength(5_000_000);
  expect((await rawPost(demo)).headers.get('location')).toBe('http://a.test/');
  expect(held(demo)).toBe(0);
});

test('a good answer can lose its quota headers', async () => {
  await using demo = await openDemo();
  demo.server.faults.next(fault.withoutQuota, fault.quotaSpent(120));
  const { status, headers } = await post(demo);
  expect([status, headers.get('x-toggl-quota-remaining')]).toEqual([201, null]);
  const spent = await post(demo);
  expect([spent.status, spent.headers.get('x-toggl-quota-resets-in')]).toEqual([402, '120']);
});

test('requests are counted by method and path, whatever became of them', async () => {
  await using demo = await openDemo();
  demo.server.faults.next(fault.answer(500));
  await post(demo);
  const id = await demo.create(ENTRY);
  await demo.call('DELETE', `O/time-entries/${id}`);
  expect(demo.server.count('POST', 'O/time-entries')).toBe(2);
  expect(demo.server.count('DELETE', 'O/time-entries/*')).toBe(1);
  expect(demo.server.journal().map(({ method }) => method)).toEqual(['POST', 'DELETE']);
});
