import { expect, test } from 'vitest';
import { openDemo, type DemoApi } from '../support/server/demo-api.ts';
import { TASK_A } from '../support/server/fault-server.ts';

type Named = { readonly name: string };

async function names(demo: DemoApi, path: string): Promise<readonly string[]> {
  const page = (await demo.get(path)) as { readonly data: readonly Named[] };
  return page.data.map(({ name }) => name);
}

test('the settings name the workspace', async () => {
  await using demo = await openDemo();
  const workspaceId = demo.server.account.workspaceId;
  expect(await demo.get('/users/me/settings')).toMatchObject({ current_workspace_id: workspaceId });
});

test('the settings are those that the server was given', async () => {
  await using demo = await openDemo();
  expect(await demo.get('/users/me/settings')).toMatchObject({
    start_week_on: 1,
    time_format: '24h',
  });
  await using other = await openDemo({ settings: { startWeekOn: 0, timeFormat: '12h' } });
  expect(await other.get('/users/me/settings')).toMatchObject({
    start_week_on: 0,
    time_format: '12h',
  });
});

test('a task is created by its name, with the status Todo, at the end of the list', async () => {
  await using demo = await openDemo({ now: () => Date.parse('2026-09-14T12:00:00Z') });
  const body = { name: 'Write the changelog', project_id: 640_002, something_new: 1 };
  const created = await demo.call('POST', 'O/tasks', body);
  expect(created).toMatchObject({
    status: 201,
    body: {
      name: 'Write the changelog',
      project: { name: 'Orion' },
      client: { name: 'Northwind Optics' },
      status: { name: 'Todo', type: 'todo' },
      position: 41,
      pinned: false,
      created_at: '2026-09-14T12:00:00Z',
    },
  });
  const { id } = created.body as { readonly id: number };
  expect(await demo.get(`O/tasks/${id}`)).toEqual(created.body);
  expect(await names(demo, 'O/tasks?name=changelog')).toEqual(['Write the changelog']);
});

test('a task may be pinned and stand alone, even in a workspace without any', async () => {
  await using demo = await openDemo({ seed: 'nothing' });
  const { status, body } = await demo.call('POST', 'O/tasks', { name: 'First', pinned: true });
  expect([status, body]).toMatchObject([201, { pinned: true, position: 1 }]);
  expect(body).not.toHaveProperty('project_id');
});

test('a task without a name, or in a project that is not there, is refused', async () => {
  await using demo = await openDemo();
  for (const body of [{}, { name: '' }, { name: 'x', project_id: 999 }, { name: 7 }]) {
    expect((await demo.call('POST', 'O/tasks', body)).status).toBe(400);
  }
  expect(await demo.get('O/tasks/stream')).toHaveLength(40);
});

test('tasks come in pages with a total', async () => {
  await using demo = await openDemo();
  const last = await demo.get('O/tasks?per_page=15&page=3');
  expect(last).toMatchObject({ page: 3, per_page: 15, total: 40 });
  expect((last as { data: unknown[] }).data).toHaveLength(10);
});

test('the stream holds every task', async () => {
  await using demo = await openDemo();
  expect(await demo.get('O/tasks/stream')).toHaveLength(40);
});

test('a deleted task is in no answer', async () => {
  await using demo = await openDemo();
  demo.server.deleteTask(TASK_A.id);
  expect(await demo.get('O/tasks/stream')).toHaveLength(39);
  expect((await demo.call('GET', `O/tasks/${TASK_A.id}`)).status).toBe(404);
});

test('a name matches task, project and client, whatever its case', async () => {
  await using demo = await openDemo();
  expect(await names(demo, 'O/tasks?name=rollback')).toEqual(['Rollback plan']);
  expect(await names(demo, 'O/tasks?name=orion')).toHaveLength(9);
  expect(await names(demo, 'O/tasks?name=harbour')).toHaveLength(8);
});

test('tasks are narrowed by project, and an empty project asks for those without one', async () => {
  await using demo = await openDemo();
  expect(await names(demo, 'O/tasks?project_id=640003')).toHaveLength(6);
  expect(await names(demo, 'O/tasks?project_id=640003,640001')).toHaveLength(15);
  expect(await names(demo, 'O/tasks?project_id=')).toEqual([]);
});

test('tasks are ordered as asked', async () => {
  await using demo = await openDemo();
  const [first] = await names(demo, 'O/tasks?order_by=-name&per_page=1');
  expect(first).toBe('Übersetzung der Suchmaske');
});

test('a task counts the seconds tracked on it, without deleted entries', async () => {
  await using demo = await openDemo();
  const on = { type: 'activity', duration: 90 };
  await demo.call('POST', `O/tasks/${TASK_A.id}/time-entries`, on);
  const { body } = await demo.call('POST', `O/tasks/${TASK_A.id}/time-entries`, on);
  await demo.call('DELETE', `O/time-entries/${(body as { id: number }).id}`);
  const task = { time_entry_total_count: 1, total_tracked_time: 90 };
  expect(await demo.get(`O/tasks/${TASK_A.id}`)).toMatchObject(task);
});

test('projects come with client and total, and are never active, as in Toggl Focus', async () => {
  await using demo = await openDemo();
  expect(await demo.get('O/projects?name=orion')).toMatchObject({
    data: [
      { name: 'Orion', color: '#0f766e', client: { name: 'Northwind Optics' }, active: false },
    ],
    total: 1,
  });
});
