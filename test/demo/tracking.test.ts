import { expect, test } from 'vitest';
import { openDemo } from '../support/server/demo-api.ts';
import { TASK_A } from '../support/server/fault-server.ts';

const NOW = '2026-09-14T09:00:00Z';
const now = () => Date.parse(NOW);

test('nothing running answers 204 with an empty body', async () => {
  await using demo = await openDemo();
  const { status, body } = await demo.call('GET', 'O/tracking/current');
  expect([status, body]).toEqual([204, undefined]);
});

test('a start without a time starts now, with 200 and the entry', async () => {
  await using demo = await openDemo({ now });
  const { status, body } = await demo.call('POST', 'O/tracking/start', {
    type: 'activity',
    task_id: TASK_A.id,
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({ start: NOW, task_id: TASK_A.id });
  expect(body).not.toHaveProperty('duration');
  expect(await demo.get('O/tracking/current')).toEqual(body);
});

test('a start needs a type', async () => {
  await using demo = await openDemo();
  expect((await demo.call('POST', 'O/tracking/start', { task_id: TASK_A.id })).status).toBe(400);
});

test('a start while something runs stops that first', async () => {
  await using demo = await openDemo({ now });
  const first = await demo.create({ start: '2026-09-14T08:00:00Z' });
  await demo.call('POST', 'O/tracking/start', { type: 'activity' });
  expect(await demo.get(`O/time-entries/${first}`)).toMatchObject({ duration: 3600 });
});

test('a stop answers the entry with its duration in whole seconds', async () => {
  await using demo = await openDemo();
  await demo.create({ start: NOW });
  const stop = { end: '2026-09-14T09:25:00.900Z' };
  const { status, body } = await demo.call('POST', 'O/tracking/stop', stop);
  expect([status, body]).toMatchObject([200, { duration: 1500 }]);
});

test('a stop when nothing runs answers 404', async () => {
  await using demo = await openDemo();
  expect((await demo.call('POST', 'O/tracking/stop', { end: NOW })).status).toBe(404);
});

test('a stop within the second of the start is an invalid entry, and it runs on', async () => {
  await using demo = await openDemo();
  const id = await demo.create({ start: NOW });
  const { status, body } = await demo.call('POST', 'O/tracking/stop', { end: NOW });
  expect([status, body]).toMatchObject([400, { error: 'invalid_timeentry' }]);
  expect(await demo.get('O/tracking/current')).toMatchObject({ id });
});

test('a stop needs an end', async () => {
  await using demo = await openDemo();
  await demo.create({ start: NOW });
  expect((await demo.call('POST', 'O/tracking/stop', {})).status).toBe(400);
  expect((await demo.call('POST', 'O/tracking/stop')).status).toBe(400);
});

test('the way that looks like the current entry is no id', async () => {
  await using demo = await openDemo();
  expect((await demo.call('GET', 'O/time-entries/current')).status).toBe(400);
});
