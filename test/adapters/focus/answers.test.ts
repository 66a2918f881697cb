import { describe, expect, it } from 'vitest';
import { at } from '../../support/values.ts';
import { answering, openWireServer } from './wire-server.ts';

const range = { fromAt: at('00:00'), toAt: at('23:59') };

async function entryFrom(fields: object): Promise<unknown> {
  const server = await openWireServer(answering(200, { id: 5, type: 'activity', ...fields }));
  const answer = await server.client().getEntry(5);
  return answer.ok ? answer.value : answer.error;
}

describe('an entry', () => {
  it('is read with all its fields', async () => {
    const wire = {
      start: '2026-11-24T09:00:00+01:00',
      duration: 90,
      type: 'break',
      task_id: 3,
      project_id: 8,
      description: 'x',
      time_block_id: 31,
      planned_start: '2026-11-24T07:30:00Z',
      planned_duration: 120,
      created_at: '2026-11-24T08:01:00Z',
      updated_at: '2026-11-24T09:30:00Z',
      archived_at: '2026-11-24T10:00:00.123456789Z',
      deleted_at: '2026-11-24T11:00:00Z',
      something_new: { deep: true },
    };
    expect(await entryFrom(wire)).toEqual({
      id: 5,
      startAt: at('08:00'),
      seconds: 90,
      type: 'break',
      taskId: 3,
      projectId: 8,
      description: 'x',
      timeBlockId: 31,
      plannedStartAt: at('07:30'),
      plannedSeconds: 120,
      createdAt: at('08:01'),
      updatedAt: at('09:30'),
      archivedAt: at('10:00') + 123,
      deletedAt: at('11:00'),
      task: undefined,
    });
  });

  it.each([
    ['missing', {}],
    ['null', { duration: null }],
    ['negative', { duration: -1764000000 }],
  ])('runs while its duration is %s', async (_how, fields) => {
    const wire = { start: '2026-11-24T08:00:00Z', ...fields };
    expect(await entryFrom(wire)).toMatchObject({ startAt: at('08:00'), seconds: undefined });
  });

  it('has ended when its duration is zero', async () => {
    expect(await entryFrom({ duration: 0 })).toMatchObject({ seconds: 0 });
  });

  it.each([[{}], [{ start: null }], [{ start: '0001-01-01T00:00:00Z' }]])(
    'is planned without a start: %j',
    async (fields) => {
      const wire = { planned_start: '2026-11-24T08:00:00Z', planned_duration: 60, ...fields };
      expect(await entryFrom(wire)).toMatchObject({
        startAt: undefined,
        seconds: undefined,
        plannedStartAt: at('08:00'),
        plannedSeconds: 60,
      });
    },
  );

  it.each([[{ duration: '90' }], [{ start: '2026-11-24' }], [{ id: 'a' }], [{ task_id: 'b' }]])(
    'is unreadable where delivery would decide on a guess: %j',
    async (fields) => {
      expect(await entryFrom(fields)).toMatchObject({ kind: 'unreadable', applied: 'maybe' });
    },
  );

  it('shows no plan and no times of change in place of odd ones', async () => {
    const odd = { planned_start: 'soon', planned_duration: '1h', created_at: 7, updated_at: {} };
    expect(await entryFrom(odd)).toMatchObject({
      plannedStartAt: undefined,
      plannedSeconds: undefined,
      createdAt: undefined,
      updatedAt: undefined,
    });
  });

  it('takes its project from the task where only the task has it', async () => {
    const task = { id: 3, name: 'Plan', project: { id: 8, name: 'Orion', color: '#F00' } };
    expect(await entryFrom({ task_id: 3, project_id: null, task })).toMatchObject({
      projectId: 8,
      task: { projectId: 8, projectName: 'Orion', projectColor: '#ff0000' },
    });
  });

  it('lends its project to an embedded task that came without', async () => {
    const wire = { task: { id: 3, name: 'Plan' }, project: { id: 8, name: 'Orion' } };
    expect(await entryFrom(wire)).toMatchObject({
      taskId: 3,
      task: { projectId: 8, projectName: 'Orion' },
    });
  });

  it('keeps its own project apart from another one of the task', async () => {
    const wire = {
      task: { id: 3, name: 'Plan', project_id: 4 },
      project: { id: 8, name: 'Orion' },
    };
    expect(await entryFrom(wire)).toMatchObject({
      projectId: 8,
      task: { projectId: 4, projectName: undefined },
    });
  });
});

describe('a stream', () => {
  it.each([
    ['an array', [{ id: 1 }], 1, true],
    ['data', { data: [{ id: 1 }] }, 1, true],
    ['data after a text with brackets', '{"name":"[\\"data\\":[","data":[{"id":1}]}', 1, true],
    ['items', { items: [{ id: 1 }, { id: 2 }] }, 2, true],
    ['an empty array', [], 0, true],
    ['empty data', { data: [] }, 0, true],
    ['data without a list', { data: null }, 0, false],
    ['null', null, 0, false],
  ])('may come as %s', async (_how, body, count, isList) => {
    const server = await openWireServer(answering(200, body));
    const answer = await server.client().streamEntries(range);
    expect(answer).toMatchObject({ ok: true, value: { items: { length: count }, isList } });
  });

  it('says nothing by no content, and least of all that nothing is there', async () => {
    const server = await openWireServer(answering(204, ''));
    const answer = await server.client().streamEntries(range);
    expect(answer).toMatchObject({ ok: false, error: { kind: 'unreadable', status: 204 } });
  });

  it.each([[{ error: 'x' }], ['"text"'], [{ data: {} }], ['{}'], [''], [' '], ['[7]'], ['[[]]']])(
    'is unreadable as %j',
    async (body) => {
      const server = await openWireServer(answering(200, body));
      const answer = await server.client().streamEntries(range);
      expect(answer).toMatchObject({ ok: false, error: { kind: 'unreadable', status: 200 } });
    },
  );
});

describe('a page', () => {
  it('tells its number and size', async () => {
    const body = { data: [{ id: 1 }], page: 3, per_page: 20, total: 41 };
    const server = await openWireServer(answering(200, body));
    expect(await server.client().listEntries(range)).toMatchObject({
      value: { items: [{ id: 1 }], page: 3, perPage: 20 },
    });
  });

  it('has the number and size that were asked for where the server does not say', async () => {
    const server = await openWireServer(answering(200, [{ id: 1, name: 'Orion' }]));
    expect(await server.client().listProjects({ page: 2, perPage: 50 })).toMatchObject({
      value: { items: [{ name: 'Orion', archived: false }], page: 2, perPage: 50 },
    });
  });

  it('is unreadable without a list', async () => {
    const server = await openWireServer(answering(200, { page: 1 }));
    expect(await server.client().listTasks()).toMatchObject({
      error: { kind: 'unreadable', detail: 'not the expected shape at: its root' },
    });
  });
});

describe('an answer without a body', () => {
  it.each([
    ['204', 204, undefined],
    ['200 and null', 200, 'null'],
  ])('means that nothing runs: %s', async (_how, status, body) => {
    const server = await openWireServer(answering(status, body));
    expect(await server.client().currentEntry()).toMatchObject({ ok: true, value: undefined });
  });

  it('is a success of a create, whose entry is then not known', async () => {
    const server = await openWireServer(answering(201));
    const created = { type: 'activity', startAt: at('08:00') } as const;
    expect(await server.client().createTaskEntry(3, created)).toMatchObject({
      ok: true,
      value: undefined,
    });
  });

  it.each([200, 202, 204])('is no word of a create with %i', async (status) => {
    const server = await openWireServer(answering(status));
    const created = { type: 'activity', startAt: at('08:00') } as const;
    expect(await server.client().createEntry(created)).toMatchObject({
      error: { kind: 'unreadable', applied: 'maybe', detail: 'no body' },
    });
  });

  it.each([
    [204, '', true],
    [200, { id: 5 }, true],
    [200, [{ id: 5 }], true],
    [200, '', false],
    [200, 'null', false],
    [200, {}, false],
    [201, [], false],
    [200, { status: 'please sign in' }, false],
  ])('says that a change was carried out with %i and %j: %j', async (status, body, ok) => {
    const server = await openWireServer(answering(status, body));
    expect(await server.client().updateEntries([])).toMatchObject({ ok });
  });

  it('is not an entry where one was asked for', async () => {
    const server = await openWireServer(answering(200));
    expect(await server.client().getEntry(5)).toMatchObject({ error: { kind: 'unreadable' } });
  });
});

it('reads the settings and leaves out what it does not know', async () => {
  const body = {
    theme: 'dark',
    current_workspace_id: 9,
    timezone: 'Europe/Berlin',
    start_week_on: 1,
    time_format: '24h',
    date_format: 'EU',
  };
  const server = await openWireServer(answering(200, body));
  expect(await server.client().getSettings()).toMatchObject({
    value: {
      currentWorkspaceId: 9,
      timezone: 'Europe/Berlin',
      weekStartsOn: 1,
      timeFormat: '24h',
      dateFormat: 'EU',
    },
  });
  const other = await openWireServer(answering(200, { status: 'please sign in' }));
  expect(await other.client().getSettings()).toMatchObject({ error: { kind: 'unreadable' } });
  const unknown = { start_week_on: 9, time_format: 'metric', date_format: 'stardate' };
  const odd = await openWireServer(answering(200, unknown));
  expect(await odd.client().getSettings()).toMatchObject({
    value: { weekStartsOn: undefined, timeFormat: undefined, dateFormat: undefined },
  });
});
