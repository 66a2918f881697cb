import { expect, test } from 'vitest';
import { openDemo, type DemoApi } from '../support/server/demo-api.ts';
import { TASK_A, TASK_B } from '../support/server/fault-server.ts';

const at = (time: string) => `2026-09-14T${time}:00Z`;
const TEN_TO_ELEVEN = `date_from=${at('10:00')}&date_to=${at('11:00')}`;
const now = () => Date.parse(at('08:00'));

async function plan(demo: DemoApi, fields: object, taskId: number = TASK_A.id): Promise<number> {
  const { body } = await demo.call('POST', `O/tasks/${taskId}/time-blocks`, fields);
  return (body as { readonly id: number }).id;
}

type Listed = readonly { readonly id: number }[];
const idsOf = (listed: Listed) => listed.map(({ id }) => id);

async function streamed(demo: DemoApi, query: string): Promise<readonly number[]> {
  return idsOf((await demo.get(`O/time-blocks/stream?${query}`)) as Listed);
}

async function listed(demo: DemoApi, path: string): Promise<readonly number[]> {
  return idsOf(((await demo.get(path)) as { readonly data: Listed }).data);
}

test('a created block is answered with 201 and hangs on its task', async () => {
  await using demo = await openDemo({ now });
  const path = `O/tasks/${TASK_A.id}/time-blocks`;
  const { status, body } = await demo.call('POST', path, { start: at('10:00'), duration: 5400 });
  expect(status).toBe(201);
  expect(body).toEqual({
    id: expect.any(Number) as number,
    workspace_id: 9_001,
    toggl_user_id: expect.any(Number) as number,
    task_id: TASK_A.id,
    start: at('10:00'),
    duration: 5400,
    has_time_entry: false,
    timezone: 'UTC',
    created_at: at('08:00'),
    updated_at: at('08:00'),
  });
});

test('a block needs a start, and a task that is there', async () => {
  await using demo = await openDemo();
  const post = (taskId: number, body: object) =>
    demo.call('POST', `O/tasks/${taskId}/time-blocks`, body);
  expect((await post(TASK_A.id, { duration: 60 })).status).toBe(400);
  expect((await post(TASK_A.id, { start: '2026-09-14' })).status).toBe(400);
  expect((await post(999, { start: at('10:00') })).status).toBe(404);
  expect((await demo.call('GET', 'O/tasks/999/time-blocks')).status).toBe(404);
});

test('the range takes whatever overlaps it, its end included', async () => {
  await using demo = await openDemo();
  await plan(demo, { start: at('09:00'), duration: 3600 });
  const ranInto = await plan(demo, { start: at('09:30'), duration: 3600 });
  const open = await plan(demo, { start: at('10:30') });
  const atTheEnd = await plan(demo, { start: at('11:00'), duration: 60 });
  await plan(demo, { start: '2026-09-14T11:00:01Z', duration: 60 });
  expect(await streamed(demo, TEN_TO_ELEVEN)).toEqual([ranInto, open, atTheEnd]);
});

test('the range needs both dates in full', async () => {
  await using demo = await openDemo();
  expect((await demo.call('GET', 'O/time-blocks/stream')).status).toBe(400);
  const plain = 'O/time-blocks?date_from=2026-09-14&date_to=2026-09-15';
  expect((await demo.call('GET', plain)).status).toBe(400);
});

test('stream and list embed the task, and the list comes in pages', async () => {
  await using demo = await openDemo();
  const first = await plan(demo, { start: at('10:00'), duration: 60 });
  const second = await plan(demo, { start: at('10:10'), duration: 60 });
  const task = { id: TASK_A.id, name: TASK_A.name, project: { name: 'Platform' } };
  expect(await demo.get(`O/time-blocks/stream?${TEN_TO_ELEVEN}`)).toMatchObject([{ task }, {}]);
  const page = `O/time-blocks?${TEN_TO_ELEVEN}&per_page=1`;
  expect(await demo.get(page)).toMatchObject({ data: [{ task }], page: 1, per_page: 1 });
  expect(await listed(demo, page)).toEqual([first]);
  expect(await listed(demo, `${page}&page=2`)).toEqual([second]);
});

test('task, status and order narrow and turn the range', async () => {
  await using demo = await openDemo();
  const early = await plan(demo, { start: at('10:00') });
  const late = await plan(demo, { start: at('10:30') }, TASK_B.id);
  expect(await streamed(demo, `${TEN_TO_ELEVEN}&task_id=${TASK_B.id}`)).toEqual([late]);
  expect(await streamed(demo, `${TEN_TO_ELEVEN}&status_id=620001`)).toEqual([]);
  expect(await streamed(demo, `${TEN_TO_ELEVEN}&archived=true`)).toEqual([]);
  expect(await streamed(demo, `${TEN_TO_ELEVEN}&order_by=-start`)).toEqual([late, early]);
});

test('the blocks of one task are listed without dates', async () => {
  await using demo = await openDemo();
  const id = await plan(demo, { start: at('10:00') });
  await plan(demo, { start: at('10:30') }, TASK_B.id);
  expect(await listed(demo, `O/tasks/${TASK_A.id}/time-blocks`)).toEqual([id]);
});

test('a block says whether an entry names it, and when it was completed', async () => {
  await using demo = await openDemo({ now });
  const id = await plan(demo, { start: at('10:00'), completed: true });
  const entry = await demo.create({ start: at('10:00'), duration: 60, time_block_id: id });
  const path = `O/time-blocks/stream?${TEN_TO_ELEVEN}`;
  const done = { has_time_entry: true, completed_at: at('08:00') };
  expect(await demo.get(path)).toMatchObject([done]);
  await demo.call('DELETE', `O/time-entries/${entry}`);
  expect(await demo.get(path)).toMatchObject([{ has_time_entry: false }]);
});

test('a task counts what is planned for it', async () => {
  await using demo = await openDemo();
  await plan(demo, { start: at('10:00'), duration: 60 });
  await plan(demo, { start: at('11:00'), duration: 30, completed: true });
  expect(await demo.get(`O/tasks/${TASK_A.id}`)).toMatchObject({
    time_block_total_count: 2,
    time_block_completed_count: 1,
    total_blocked_time: 90,
  });
});
