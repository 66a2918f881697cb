import { expect, test } from 'vitest';
import { openDemo, type DemoApi } from '../support/server/demo-api.ts';
import { TASK_A, TASK_B } from '../support/server/fault-server.ts';

const START = '2026-09-14T09:00:00Z';
const ENTRIES = `O/tasks/${TASK_A.id}/time-entries`;

async function createOnTask(demo: DemoApi, fields: object = {}): Promise<number> {
  const body = { type: 'activity', start: START, duration: 1500, ...fields };
  const reply = await demo.call('POST', ENTRIES, body);
  return (reply.body as { id: number }).id;
}

test('a create answers 201 with the whole entry', async () => {
  const now = () => Date.parse('2026-09-14T12:00:00Z');
  await using demo = await openDemo({ now });
  const { status, body } = await demo.call('POST', ENTRIES, {
    type: 'activity',
    start: '2026-09-14T11:00:00.500+02:00',
    duration: 1500,
    description: 'schema work',
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    id: expect.any(Number) as number,
    task_id: TASK_A.id,
    project_id: 640_001,
    workspace_id: 9_001,
    type: 'activity',
    start: '2026-09-14T09:00:00.500Z',
    duration: 1500,
    description: 'schema work',
    tag_ids: null,
    created_at: '2026-09-14T12:00:00Z',
  });
});

test('a create without a type is refused in the words of its validator', async () => {
  await using demo = await openDemo();
  const { status, body } = await demo.call('POST', ENTRIES, { start: START, duration: 60 });
  expect(status).toBe(400);
  expect(body).toMatchObject({
    error: 'validation',
    error_description:
      "Key: 'CreatePayload.Type' Error:Field validation for 'Type' failed on the 'required' tag",
    trace_id: expect.any(String) as string,
  });
});

test('a start without a zone is refused with the time it could not parse', async () => {
  await using demo = await openDemo();
  for (const start of ['2026-07-28', '2026-07-28T09:00:00', '2026-02-30T09:00:00Z']) {
    const { status, body } = await demo.call('POST', ENTRIES, { type: 'activity', start });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error_description: expect.stringContaining(
        `parsing time "${start}" as "2006-01-02T15:04:05Z07:00"`,
      ) as string,
    });
  }
});

test('a negative duration is refused', async () => {
  await using demo = await openDemo();
  const { body } = await demo.call('POST', ENTRIES, { type: 'activity', duration: -1 });
  expect(body).toMatchObject({ error_description: expect.stringContaining("'min' tag") as string });
});

test('unknown fields are dropped without a word', async () => {
  await using demo = await openDemo();
  const body = { type: 'activity', start: START, duration: 60, stop: START, tags: ['x'] };
  expect((await demo.call('POST', ENTRIES, body)).status).toBe(201);
});

test('a create on a task that is not there, or was deleted, answers 404', async () => {
  await using demo = await openDemo();
  const body = { type: 'activity', start: START, duration: 60 };
  expect((await demo.call('POST', 'O/tasks/1/time-entries', body)).status).toBe(404);
  demo.server.deleteTask(TASK_A.id);
  expect((await demo.call('POST', ENTRIES, body)).status).toBe(404);
});

test('a create for another user is refused', async () => {
  await using demo = await openDemo();
  expect((await demo.call('POST', ENTRIES, { type: 'activity', user_id: 1 })).status).toBe(403);
});

test('a create without a duration starts a running entry, which a PATCH of the duration stops', async () => {
  await using demo = await openDemo();
  const id = await createOnTask(demo, { duration: undefined });
  expect(await demo.get('O/tracking/current')).toMatchObject({ id });
  await demo.call('PATCH', `${ENTRIES}/${id}`, { duration: 90 });
  expect(await demo.get('O/tracking/current')).toBeUndefined();
  expect(await demo.get(`${ENTRIES}/${id}`)).toMatchObject({ duration: 90 });
});

test('a second running entry stops the first at its own start', async () => {
  await using demo = await openDemo();
  const first = await createOnTask(demo, { duration: undefined });
  await createOnTask(demo, { duration: undefined, start: '2026-09-14T09:10:00Z' });
  expect(await demo.get(`${ENTRIES}/${first}`)).toMatchObject({ duration: 600 });
});

test('an entry with only a planned start is neither running nor tracked', async () => {
  await using demo = await openDemo();
  const id = await createOnTask(demo, {
    start: undefined,
    duration: undefined,
    planned_start: START,
    planned_duration: 1800,
  });
  expect(await demo.get('O/tracking/current')).toBeUndefined();
  const entry = await demo.get(`${ENTRIES}/${id}`);
  expect(entry).toMatchObject({ planned_start: START, planned_duration: 1800 });
  expect(entry).not.toHaveProperty('start');
});

test('PATCH leaves what it does not name, and null clears', async () => {
  await using demo = await openDemo();
  const id = await createOnTask(demo, { description: 'first draft', time_block_id: 5 });
  const { status, body } = await demo.call('PATCH', `${ENTRIES}/${id}`, { time_block_id: null });
  expect([status, body]).toEqual([204, undefined]);
  const entry = await demo.get(`${ENTRIES}/${id}`);
  expect(entry).toMatchObject({ description: 'first draft', duration: 1500 });
  expect(entry).not.toHaveProperty('time_block_id');
});

test('PATCH cannot clear a duration', async () => {
  await using demo = await openDemo();
  const id = await createOnTask(demo);
  expect((await demo.call('PATCH', `${ENTRIES}/${id}`, { duration: null })).status).toBe(400);
});

test('PATCH moves an entry to another task and to its project', async () => {
  await using demo = await openDemo();
  const id = await createOnTask(demo);
  await demo.call('PATCH', `${ENTRIES}/${id}`, { task_id: TASK_B.id });
  expect((await demo.call('GET', `${ENTRIES}/${id}`)).status).toBe(404);
  expect(await demo.get(`O/time-entries/${id}`)).toMatchObject({
    task_id: TASK_B.id,
    project_id: 640_002,
  });
});

test('an entry of a deleted task can still be changed', async () => {
  await using demo = await openDemo();
  const id = await createOnTask(demo);
  demo.server.deleteTask(TASK_A.id);
  expect((await demo.call('PATCH', `O/time-entries/${id}`, { duration: 60 })).status).toBe(204);
});

test('PUT replaces everything it can name and needs a type', async () => {
  await using demo = await openDemo();
  const id = await createOnTask(demo, { description: 'first draft' });
  const path = `${ENTRIES}/${id}`;
  expect((await demo.call('PUT', path, { start: START, duration: 60 })).status).toBe(400);
  const { status } = await demo.call('PUT', path, { type: 'break', start: START, duration: 60 });
  expect(status).toBe(204);
  const entry = await demo.get(path);
  expect(entry).toMatchObject({ type: 'break', duration: 60, task_id: TASK_A.id });
  expect(entry).not.toHaveProperty('description');
});

test('a deleted entry is gone from every read until it is restored', async () => {
  await using demo = await openDemo();
  const id = await createOnTask(demo);
  const path = `${ENTRIES}/${id}`;
  expect((await demo.call('DELETE', path)).status).toBe(204);
  expect((await demo.call('GET', path)).status).toBe(404);
  expect((await demo.call('DELETE', path)).status).toBe(404);
  expect(await demo.get(ENTRIES)).toMatchObject({ data: [] });
  expect(demo.server.entries()).toMatchObject([{ id, deleted_at: expect.any(Number) as number }]);
  expect((await demo.call('PATCH', `${path}/restore`)).status).toBe(204);
  expect(await demo.get(path)).toMatchObject({ id, duration: 1500 });
});

test('archive and unarchive set and clear archived_at, and the filter follows', async () => {
  await using demo = await openDemo();
  const id = await createOnTask(demo);
  const other = await createOnTask(demo);
  expect((await demo.call('POST', `${ENTRIES}/${id}/archive`)).status).toBe(204);
  expect(await demo.get(`${ENTRIES}/${id}`)).toHaveProperty('archived_at');
  expect(await demo.get(`${ENTRIES}?archived=true`)).toMatchObject({ data: [{ id }] });
  expect(await demo.get(`${ENTRIES}?archived=false`)).toMatchObject({ data: [{ id: other }] });
  await demo.call('POST', `${ENTRIES}/${id}/unarchive`);
  expect(await demo.get(`${ENTRIES}?archived=true`)).toMatchObject({ data: [] });
});

test('a workspace that requires a description refuses an entry without one with 422', async () => {
  await using demo = await openDemo({ requiredFields: ['description', 'task'] });
  const { status, body } = await demo.call('POST', ENTRIES, { type: 'activity', start: START });
  expect(status).toBe(422);
  expect(body).toMatchObject({
    error: 'required_fields_missing',
    error_values: { fields: ['description'], is_deletion: false },
  });
});
