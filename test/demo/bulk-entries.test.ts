import { expect, test } from 'vitest';
import { openDemo } from '../support/server/demo-api.ts';
import { TASK_A } from '../support/server/fault-server.ts';

const BULK = 'O/time-entries/bulk';
const entry = (fields: object = {}) => ({
  type: 'activity',
  start: '2026-09-14T09:00:00Z',
  duration: 60,
  ...fields,
});

test('a bulk create answers 204 without ids, with and without tasks', async () => {
  await using demo = await openDemo();
  const { status, body } = await demo.call('POST', BULK, [entry({ task_id: TASK_A.id }), entry()]);
  expect([status, body]).toEqual([204, undefined]);
  expect(demo.server.entries().map((row) => row.task_id)).toEqual([TASK_A.id, null]);
});

test('one entry that is refused refuses the whole bulk', async () => {
  await using demo = await openDemo();
  const { status } = await demo.call('POST', BULK, [entry(), entry({ task_id: 1 })]);
  expect(status).toBe(404);
  expect(demo.server.entries()).toEqual([]);
});

test('an error in a bulk names the place of the entry', async () => {
  await using demo = await openDemo();
  const { body } = await demo.call('POST', BULK, [entry(), { duration: 60 }]);
  expect(body).toMatchObject({
    error_description: expect.stringContaining("'BulkCreatePayload.1.Type'") as string,
  });
});

test('a bulk of 1000 is taken and one of 1001 is refused', async () => {
  await using demo = await openDemo();
  const many = Array.from({ length: 1001 }, () => entry());
  expect((await demo.call('POST', BULK, many)).status).toBe(400);
  expect((await demo.call('POST', BULK, many.slice(1))).status).toBe(204);
  expect(demo.server.entries()).toHaveLength(1000);
});

test('a bulk wrapped in an object is refused: the body is a bare array', async () => {
  await using demo = await openDemo();
  expect((await demo.call('POST', BULK, { items: [entry()] })).status).toBe(400);
});

test('a bulk that misses required fields answers 422 with every failure', async () => {
  await using demo = await openDemo({ requiredFields: ['task'] });
  const { status, body } = await demo.call('POST', BULK, [entry({ task_id: TASK_A.id }), entry()]);
  expect(status).toBe(422);
  expect(body).toMatchObject({
    error: 'bulk_required_fields_missing',
    error_values: { failures: [{ time_entry_index: 1, fields: ['task'], is_deletion: false }] },
  });
});

test.each(['ids=A,B', 'ids=A&ids=B', 'ids[]=A&ids[]=B'])(
  'bulk delete and restore understand %s',
  async (form) => {
    await using demo = await openDemo();
    const [a, b] = [await demo.create(entry()), await demo.create(entry())];
    const query = form.replace('A', String(a)).replace('B', String(b));
    const living = () => demo.server.entries().filter((row) => row.deleted_at === null).length;
    expect((await demo.call('DELETE', `${BULK}?${query}`)).status).toBe(204);
    expect(living()).toBe(0);
    expect((await demo.call('PATCH', `${BULK}/restore?${query}`)).status).toBe(204);
    expect(living()).toBe(2);
  },
);

test('a bulk delete with an unknown id answers 404 and deletes nothing', async () => {
  await using demo = await openDemo();
  const id = await demo.create(entry());
  expect((await demo.call('DELETE', `${BULK}?ids=${id},1`)).status).toBe(404);
  expect((await demo.call('GET', `O/time-entries/${id}`)).status).toBe(200);
});

test('a bulk delete without ids answers 400', async () => {
  await using demo = await openDemo();
  expect((await demo.call('DELETE', BULK)).status).toBe(400);
});

test('a bulk change applies to every entry it names, or to none', async () => {
  await using demo = await openDemo();
  const [a, b] = [await demo.create(entry()), await demo.create(entry())];
  const change = (ids: number[]) =>
    demo.call(
      'PATCH',
      BULK,
      ids.map((id) => ({ id, duration: 90 })),
    );
  expect((await change([a, 1])).status).toBe(404);
  expect(demo.server.entries().map((row) => row.duration)).toEqual([60, 60]);
  expect((await change([a, b])).status).toBe(204);
  expect(demo.server.entries().map((row) => row.duration)).toEqual([90, 90]);
});
