import { describe, expect, it } from 'vitest';
import { at, focusTask } from '../../../support/values.ts';
import { answering, openWireServer } from '../wire-server.ts';

const range = { fromAt: at('00:00'), toAt: at('23:59') };

async function taskFrom(fields: object): Promise<unknown> {
  const server = await openWireServer(answering(200, { id: 3, name: 'Plan', ...fields }));
  const answer = await server.client().getTask(3);
  return answer.ok ? answer.value : answer.error;
}

describe('a task', () => {
  it.each([['reucrrence_date'], ['recurrence_date']])('is read with %s', async (spelling) => {
    expect(await taskFrom({ [spelling]: '2026-11-24' })).toEqual({
      ...focusTask(3, 'Plan'),
    });
  });

  it('is read with what stands around it', async () => {
    const wire = {
      project: { id: 8, name: 'Orion', color: '#12AbEf' },
      client: { id: 2, name: 'Acme' },
      status: { name: 'Doing' },
      tags: [{ id: 1, name: 'deep' }],
      pinned: true,
      archived_at: '2026-11-24T08:00:00Z',
    };
    expect(await taskFrom(wire)).toEqual({
      id: 3,
      name: 'Plan',
      projectId: 8,
      projectName: 'Orion',
      projectColor: '#12abef',
      clientName: 'Acme',
      archived: true,
      pinned: true,
      statusName: 'Doing',
      tagNames: ['deep'],
    });
  });

  it('is done by the type of its status, whatever that is called', async () => {
    const withStatus = (status: unknown) => taskFrom({ status });
    expect(await withStatus({ name: 'Fertig', type: 'done' })).toMatchObject({ done: true });
    for (const status of [{ name: 'Done', type: 'in_progress' }, { name: 'Done' }, { type: 7 }]) {
      expect(await withStatus(status)).toMatchObject({ done: undefined });
    }
  });

  it('shows nothing in place of odd or empty trimmings', async () => {
    const color = 'red;background:url(https://example.com)';
    const wire = {
      project: { id: 8, color },
      client: null,
      status: 7,
      tags: 'none',
      pinned: 'yes',
    };
    expect(await taskFrom(wire)).toMatchObject({
      projectColor: undefined,
      clientName: undefined,
      statusName: undefined,
      tagNames: [],
      pinned: false,
    });
  });
});

describe('a time block', () => {
  async function blockFrom(fields: object): Promise<unknown> {
    const server = await openWireServer(answering(200, [{ id: 31, task_id: 3, ...fields }]));
    const answer = await server.client().streamTimeBlocks(range);
    return answer.ok ? (answer.value.items[0] ?? answer.value.leftOut) : answer.error;
  }

  it('is read with its task', async () => {
    const wire = {
      start: '2026-11-24T09:00:00+01:00',
      duration: 5400,
      description: 'x',
      completed_at: '2026-11-24T10:00:00Z',
      has_time_entry: true,
      task: { id: 3, name: 'Plan' },
    };
    expect(await blockFrom(wire)).toEqual({
      id: 31,
      startAt: at('08:00'),
      seconds: 5400,
      taskId: 3,
      description: 'x',
      completedAt: at('10:00'),
      task: focusTask(3, 'Plan'),
    });
  });

  it('is left out, and told of, where it ends behind all time', async () => {
    const wire = { start: '9999-12-31T23:59:59Z', duration: 3600 };
    expect(await blockFrom(wire)).toMatchObject([{ id: 31 }]);
  });

  it('is done by the type of its status, whatever that is called', async () => {
    const withStatus = (status: unknown) => taskFrom({ status });
    expect(await withStatus({ name: 'Fertig', type: 'done' })).toMatchObject({ done: true });
    for (const status of [{ name: 'Done', type: 'in_progress' }, { name: 'Done' }, { type: 7 }]) {
      expect(await withStatus(status)).toMatchObject({ done: undefined });
    }
  });

  it('shows nothing in place of odd trimmings', async () => {
    expect(await blockFrom({ start: 'nine', duration: '1h', task: 'Plan' })).toMatchObject({
      startAt: undefined,
      seconds: undefined,
      taskId: 3,
      task: undefined,
    });
  });

  it.each([
    [{ id: 'a' }, undefined],
    [{ id: 0 }, undefined],
    [{ task_id: 'b' }, 31],
  ])('is left out without right ids: %j', async (fields, id) => {
    expect(await blockFrom(fields)).toMatchObject([{ id }]);
  });
});

it('reads a created task, and takes no other answer for one', async () => {
  const server = await openWireServer(answering(201, { id: 3, name: 'Plan' }));
  expect(await server.client().createTask({ name: 'Plan' })).toMatchObject({
    value: focusTask(3, 'Plan'),
  });
  const silent = await openWireServer(answering(201));
  expect(await silent.client().createTask({ name: 'Plan' })).toMatchObject({
    error: { kind: 'unreadable', applied: 'maybe' },
  });
});
