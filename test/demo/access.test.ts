import { expect, test } from 'vitest';
import { openDemo } from '../support/server/demo-api.ts';

test('a wrong key answers 401 in the words of Toggl Focus', async () => {
  await using demo = await openDemo();
  const { status, body } = await demo.as('Bearer toggl_sk_wrong')('GET', '/users/me/settings');
  expect(status).toBe(401);
  expect(body).toEqual({
    error: 'invalid_session',
    error_description: 'the provided API key is invalid',
    trace_id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
  });
});

test('no key at all answers 401', async () => {
  await using demo = await openDemo();
  expect((await demo.as(undefined)('GET', '/users/me/settings')).status).toBe(401);
});

test('e-mail and password are let in with Basic where the server has a login', async () => {
  await using demo = await openDemo({ login: { email: 'ada@example.org', password: 'p:w' } });
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
  const settings = (authorization: string) => demo.as(authorization)('GET', '/users/me/settings');
  expect((await settings(basic('ada@example.org:p:w'))).status).toBe(200);
  expect((await settings(basic('ada@example.org:other'))).status).toBe(401);
});

test('a foreign organization answers 403 and says so', async () => {
  await using demo = await openDemo();
  const { status, body } = await demo.call('GET', '/organizations/1/workspaces/9001/tasks');
  expect(status).toBe(403);
  expect(body).toMatchObject({
    error_description: expect.stringContaining('organization') as string,
  });
});

test('an unknown workspace answers 404', async () => {
  await using demo = await openDemo();
  expect((await demo.call('GET', '/organizations/7001/workspaces/1/tasks')).status).toBe(404);
});

test('a malformed organization answers 400 invalid_organization_id', async () => {
  await using demo = await openDemo();
  const { status, body } = await demo.call('GET', '/organizations/acme/workspaces/9001/tasks');
  expect(status).toBe(400);
  expect(body).toMatchObject({ error: 'invalid_organization_id' });
});

test('an unknown route answers 404', async () => {
  await using demo = await openDemo();
  expect((await demo.call('POST', 'O/tracking', {})).status).toBe(404);
});

test('a known route with another verb answers 405', async () => {
  await using demo = await openDemo();
  expect((await demo.call('PATCH', 'O/tracking/current', {})).status).toBe(405);
  expect((await demo.call('GET', 'O/time-entries/bulk')).status).toBe(405);
});

test('a body that is not JSON answers 400', async () => {
  await using demo = await openDemo();
  expect((await demo.call('POST', 'O/time-entries', '{"type":')).status).toBe(400);
});

test('a body over one megabyte answers 413 and changes nothing', async () => {
  await using demo = await openDemo();
  const description = 'x'.repeat(1_100_000);
  const { status } = await demo.call('POST', 'O/time-entries', { type: 'activity', description });
  expect(status).toBe(413);
  expect(demo.server.entries()).toEqual([]);
});

test('every answer carries both quota headers and each request takes one', async () => {
  let now = Date.parse('2026-09-14T09:00:00Z');
  await using demo = await openDemo({ quota: 5, now: () => now });
  const quota = async (path: string) => {
    const { headers } = await demo.call('GET', path);
    return [headers.get('x-toggl-quota-remaining'), headers.get('x-toggl-quota-resets-in')];
  };
  expect(await quota('/users/me/settings')).toEqual(['4', '3600']);
  now += 60_000;
  expect(await quota('/no/such/route')).toEqual(['3', '3540']);
});

test('a spent quota answers 402 until its hour is over', async () => {
  let now = Date.parse('2026-09-14T09:00:00Z');
  await using demo = await openDemo({ quota: 1, now: () => now });
  const settings = () => demo.call('GET', '/users/me/settings');
  await settings();
  now += 1_800_000;
  const spent = await settings();
  expect(spent.status).toBe(402);
  expect(spent.headers.get('x-toggl-quota-remaining')).toBe('0');
  expect(spent.headers.get('x-toggl-quota-resets-in')).toBe('1800');
  now += 1_800_000;
  expect((await settings()).status).toBe(200);
});

test('a request beyond the quota is not carried out', async () => {
  await using demo = await openDemo({ quota: 0 });
  await demo.call('POST', 'O/time-entries', { type: 'activity' });
  expect(demo.server.entries()).toEqual([]);
});
