import { expect, test } from 'vitest';
import { openDemo, type DemoApi } from '../support/server/demo-api.ts';
import { TASK_A, TASK_B } from '../support/server/fault-server.ts';

const TEN_TO_ELEVEN = 'date_from=2026-09-14T10:00:00Z&date_to=2026-09-14T11:00:00Z';

const at = (time: string) => `2026-09-14T${time}:00Z`;

function onTask(demo: DemoApi, fields: object): Promise<number> {
  return demo
    .call('POST', `O/tasks/${TASK_A.id}/time-entries`, { type: 'activity', ...fields })
    .then(({ body }) => (body as { id: number }).id);
}

async function listed(demo: DemoApi, query: string): Promise<readonly number[]> {
  const page = await demo.get(`O/time-entries?${query}`);
  return (page as { data: { id: number }[] }).data.map(({ id }) => id);
}

test('the list answers a page without a total', async () => {
  await using demo = await openDemo();
  expect(await demo.get(`O/time-entries?${TEN_TO_ELEVEN}&per_page=7`)).toEqual({
    data: [],
    page: 1,
    per_page: 7,
  });
});

test('the window takes whatever overlaps it, its end included', async () => {
  await using demo = await openDemo();
  await onTask(demo, { start: at('09:00'), duration: 3600 });
  const ranInto = await onTask(demo, { start: at('09:30'), duration: 3600 });
  const atTheEnd = await onTask(demo, { start: at('11:00'), duration: 60 });
  await onTask(demo, { start: '2026-09-14T11:00:01Z', duration: 60 });
  expect(await listed(demo, TEN_TO_ELEVEN)).toEqual([ranInto, atTheEnd]);
});

test('a running entry overlaps up to now', async () => {
  await using demo = await openDemo({ now: () => Date.parse(at('10:30')) });
  const id = await onTask(demo, { start: at('08:00') });
  expect(await listed(demo, TEN_TO_ELEVEN)).toEqual([id]);
});

test('a plain date is refused', async () => {
  await using demo = await openDemo();
  const path = 'O/time-entries?date_from=2026-07-28&date_to=2026-07-29T00:00:00Z';
  const { status, body } = await demo.call('GET', path);
  expect(status).toBe(400);
  expect(body).toMatchObject({
    error_description: expect.stringContaining('parsing time "2026-07-28"') as string,
  });
});

test('both dates are required', async () => {
  await using demo = await openDemo();
  expect((await demo.call('GET', 'O/time-entries')).status).toBe(400);
  expect((await demo.call('GET', 'O/time-entries/stream')).status).toBe(400);
});

test('an encoded offset is understood', async () => {
  await using demo = await openDemo();
  const id = await onTask(demo, { start: at('10:00'), duration: 60 });
  const from = encodeURIComponent('2026-09-14T12:00:00+02:00');
  const to = encodeURIComponent('2026-09-14T12:30:00+02:00');
  expect(await listed(demo, `date_from=${from}&date_to=${to}`)).toEqual([id]);
});

test('per_page goes from 1 to 100', async () => {
  await using demo = await openDemo();
  const statusOf = async (perPage: number) =>
    (await demo.call('GET', `O/time-entries?${TEN_TO_ELEVEN}&per_page=${perPage}`)).status;
  expect([await statusOf(0), await statusOf(1), await statusOf(100)]).toEqual([400, 200, 200]);
  const { body } = await demo.call('GET', `O/time-entries?${TEN_TO_ELEVEN}&per_page=101`);
  expect(body).toMatchObject({
    error: 'validation',
    error_description:
      "Key: 'Pagination.PerPage' Error:Field validation for 'PerPage' failed on the 'max' tag",
  });
});

test('pages follow one another until a short one', async () => {
  await using demo = await openDemo();
  const ids = [];
  for (const time of ['10:00', '10:10', '10:20']) {
    ids.push(await onTask(demo, { start: at(time), duration: 60 }));
  }
  expect(await listed(demo, `${TEN_TO_ELEVEN}&per_page=2`)).toEqual(ids.slice(0, 2));
  expect(await listed(demo, `${TEN_TO_ELEVEN}&per_page=2&page=2`)).toEqual(ids.slice(2));
});

test('entries without a task show only with include_taskless', async () => {
  await using demo = await openDemo();
  const id = await demo.create({ start: at('10:00'), duration: 60 });
  expect(await listed(demo, TEN_TO_ELEVEN)).toEqual([]);
  expect(await listed(demo, `${TEN_TO_ELEVEN}&include_taskless=true`)).toEqual([id]);
});

test('order_by is a csv, a minus turns it round, and an unknown one is refused', async () => {
  await using demo = await openDemo();
  const early = await onTask(demo, { start: at('10:00'), duration: 60 });
  const late = await onTask(demo, { start: at('10:10'), duration: 60 });
  expect(await listed(demo, `${TEN_TO_ELEVEN}&order_by=task_id,-start`)).toEqual([late, early]);
  const { status } = await demo.call('GET', `O/time-entries?${TEN_TO_ELEVEN}&order_by=duration`);
  expect(status).toBe(400);
});

test('type, task, status and time block narrow the list', async () => {
  await using demo = await openDemo();
  const rest = await onTask(demo, { type: 'break', start: at('10:00'), duration: 60 });
  const block = await onTask(demo, { start: at('10:10'), duration: 60, time_block_id: 8 });
  expect(await listed(demo, `${TEN_TO_ELEVEN}&type=break`)).toEqual([rest]);
  expect(await listed(demo, `${TEN_TO_ELEVEN}&time_block_id=8`)).toEqual([block]);
  expect(await listed(demo, `${TEN_TO_ELEVEN}&task_id=${TASK_B.id}`)).toEqual([]);
  expect(await listed(demo, `${TEN_TO_ELEVEN}&status_id=620002`)).toEqual([rest, block]);
  expect(await listed(demo, `${TEN_TO_ELEVEN}&status_id=620001`)).toEqual([]);
});

test('list and stream embed the task with project, client, status and tags', async () => {
  await using demo = await openDemo();
  await onTask(demo, { start: at('10:00'), duration: 60 });
  const entry = {
    task: {
      id: TASK_A.id,
      name: TASK_A.name,
      project: { name: 'Platform', color: '#7c3aed' },
      client: { name: 'Northwind Optics' },
      status: { name: 'In progress', type: 'in_progress' },
      tags: [{ name: 'deep work' }],
    },
    project: { name: 'Platform' },
    tags: [{ name: 'deep work' }],
  };
  expect(await demo.get(`O/time-entries?${TEN_TO_ELEVEN}`)).toMatchObject({ data: [entry] });
  expect(await demo.get(`O/time-entries/stream?${TEN_TO_ELEVEN}`)).toMatchObject([entry]);
});

test('the stream of time blocks takes ids as csv, repeated and with brackets', async () => {
  await using demo = await openDemo();
  await demo.create({ start: at('10:00'), duration: 60, time_block_id: 8 });
  await demo.create({ start: at('10:10'), duration: 60, time_block_id: 9 });
  const path = 'O/time-entries/time-block-ids/stream';
  expect(await demo.get(`${path}?time_block_id=8`)).toHaveLength(1);
  for (const query of ['time_block_id=8,9', 'time_block_id=8&time_block_id=9']) {
    expect(await demo.get(`${path}?${query}`)).toHaveLength(2);
  }
  expect(await demo.get(`${path}?time_block_id[]=8&time_block_id[]=9`)).toHaveLength(2);
  expect((await demo.call('GET', path)).status).toBe(400);
});
