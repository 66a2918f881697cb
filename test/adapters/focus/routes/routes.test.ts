import { describe, expect, it } from 'vitest';
import type { FocusApi } from '../../../../src-main/app/ports/focus-api.ts';
import { at, seconds } from '../../../support/values.ts';
import { AROUND_ENTRIES, type Row } from './other-routes.ts';
import { answering, openWireServer } from '../wire-server.ts';

const O = '/api/organizations/7/workspaces/9';
const ENTRY = { id: 5, type: 'activity', start: '2026-11-24T08:00:00Z', duration: 90 };
const PAGE = { data: [], page: 1, per_page: 50 };
const range = { fromAt: at('08:00'), toAt: at('20:00') };
const dates = { date_from: '2026-11-24T08:00:00Z', date_to: '2026-11-24T20:00:00Z' };
const created = { type: 'activity', startAt: at('08:00'), seconds: seconds(90) } as const;
const sent = { type: 'activity', start: '2026-11-24T08:00:00Z', duration: 90 };

const ROUTES: Readonly<Record<keyof FocusApi, Row>> = {
  listTaskEntries: {
    call: (api) =>
      api.listTaskEntries(3, {
        page: 2,
        perPage: 100,
        orderBy: '-start',
        type: 'break',
        archived: false,
        timeBlockId: 31,
      }),
    request: `GET ${O}/tasks/3/time-entries`,
    query: {
      page: '2',
      per_page: '100',
      order_by: '-start',
      type: 'break',
      archived: 'false',
      time_block_id: '31',
    },
    answer: [200, PAGE],
  },
  createTaskEntry: {
    call: (api) => api.createTaskEntry(3, { ...created, description: 'é', timeBlockId: 31 }),
    request: `POST ${O}/tasks/3/time-entries`,
    body: { ...sent, description: 'é', time_block_id: 31 },
    answer: [201, ENTRY],
  },
  getTaskEntry: {
    call: (api) => api.getTaskEntry(3, 5),
    request: `GET ${O}/tasks/3/time-entries/5`,
    answer: [200, ENTRY],
  },
  replaceTaskEntry: {
    call: (api) => api.replaceTaskEntry(3, 5, created),
    request: `PUT ${O}/tasks/3/time-entries/5`,
    body: sent,
    answer: [204],
  },
  deleteTaskEntry: {
    call: (api) => api.deleteTaskEntry(3, 5),
    request: `DELETE ${O}/tasks/3/time-entries/5`,
    answer: [204],
  },
  updateTaskEntry: {
    call: (api) => api.updateTaskEntry(3, 5, { taskId: null, description: null, type: 'break' }),
    request: `PATCH ${O}/tasks/3/time-entries/5`,
    body: { type: 'break', task_id: null, description: null },
    answer: [204],
  },
  archiveTaskEntry: {
    call: (api) => api.archiveTaskEntry(3, 5),
    request: `POST ${O}/tasks/3/time-entries/5/archive`,
    answer: [204],
  },
  restoreTaskEntry: {
    call: (api) => api.restoreTaskEntry(3, 5),
    request: `PATCH ${O}/tasks/3/time-entries/5/restore`,
    answer: [204],
  },
  unarchiveTaskEntry: {
    call: (api) => api.unarchiveTaskEntry(3, 5),
    request: `POST ${O}/tasks/3/time-entries/5/unarchive`,
    answer: [204],
  },
  listEntries: {
    call: (api) => api.listEntries(range, { perPage: 10, includeTaskless: true, statusId: 4 }),
    request: `GET ${O}/time-entries`,
    query: { ...dates, per_page: '10', include_taskless: 'true', status_id: '4' },
    answer: [200, PAGE],
  },
  createEntries: {
    call: (api) =>
      api.createEntries([
        { ...created, taskId: 3 },
        { ...created, taskId: undefined, description: 'x' },
      ]),
    request: `POST ${O}/time-entries/bulk`,
    body: [
      { ...sent, task_id: 3 },
      { ...sent, description: 'x' },
    ],
    answer: [204],
  },
  deleteEntries: {
    call: (api) => api.deleteEntries([1, 2, 3]),
    request: `DELETE ${O}/time-entries/bulk`,
    query: { ids: '1,2,3' },
    answer: [204],
  },
  updateEntries: {
    call: (api) =>
      api.updateEntries([
        { id: 1, seconds: seconds(60) },
        { id: 2, taskId: 4 },
      ]),
    request: `PATCH ${O}/time-entries/bulk`,
    body: [
      { id: 1, duration: 60 },
      { id: 2, task_id: 4 },
    ],
    answer: [204],
  },
  restoreEntries: {
    call: (api) => api.restoreEntries([1, 2]),
    request: `PATCH ${O}/time-entries/bulk/restore`,
    query: { ids: '1,2' },
    answer: [204],
  },
  streamEntries: {
    call: (api) => api.streamEntries(range, { includeTaskless: true, orderBy: 'start', taskId: 3 }),
    request: `GET ${O}/time-entries/stream`,
    query: { ...dates, include_taskless: 'true', order_by: 'start', task_id: '3' },
    answer: [200, [ENTRY]],
  },
  streamEntriesInBatches: {
    call: (api) =>
      api.streamEntriesInBatches(
        range,
        { onBatch: () => undefined, signal: new AbortController().signal },
        { includeTaskless: true, archived: false, type: 'activity', orderBy: '-start' },
      ),
    request: `GET ${O}/time-entries/stream`,
    query: {
      ...dates,
      include_taskless: 'true',
      archived: 'false',
      type: 'activity',
      order_by: '-start',
    },
    answer: [200, [ENTRY]],
  },
  streamEntriesOfTimeBlocks: {
    call: (api) => api.streamEntriesOfTimeBlocks([31, 32]),
    request: `GET ${O}/time-entries/time-block-ids/stream`,
    query: { time_block_id: '31,32' },
    answer: [200, [ENTRY]],
  },
  ...AROUND_ENTRIES,
  createEntry: {
    call: (api) => api.createEntry({ ...created, projectId: 8 }),
    request: `POST ${O}/time-entries`,
    body: { ...sent, project_id: 8 },
    answer: [201, ENTRY],
  },
  getEntry: {
    call: (api) => api.getEntry(5),
    request: `GET ${O}/time-entries/5`,
    answer: [200, ENTRY],
  },
  updateEntry: {
    call: (api) => api.updateEntry(5, { startAt: at('09:30:15'), timeBlockId: null }),
    request: `PATCH ${O}/time-entries/5`,
    body: { start: '2026-11-24T09:30:15Z', time_block_id: null },
    answer: [204],
  },
  deleteEntry: {
    call: (api) => api.deleteEntry(5),
    request: `DELETE ${O}/time-entries/5`,
    answer: [204],
  },
  archiveEntry: {
    call: (api) => api.archiveEntry(5),
    request: `POST ${O}/time-entries/5/archive`,
    answer: [204],
  },
  unarchiveEntry: {
    call: (api) => api.unarchiveEntry(5),
    request: `POST ${O}/time-entries/5/unarchive`,
    answer: [204],
  },
};

describe('every function sends its own route', () => {
  it.each(Object.entries(ROUTES))('%s', async (_name, row) => {
    const server = await openWireServer(answering(...row.answer));

    const answer = await row.call(server.client());

    expect(answer.ok).toBe(true);
    expect(server.arrivals).toHaveLength(1);
    const { method, path, query, body } = server.arrivals[0]!;
    expect({ request: `${method} ${path}`, query, body }).toEqual({
      request: row.request,
      query: row.query ?? {},
      body: row.body,
    });
  });
});
