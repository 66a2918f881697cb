import type { FocusApi } from '../../../../src-main/app/ports/focus-api.ts';
import type { FocusAnswer } from '../../../../src-main/domain/focus-types.ts';
import { at } from '../../../support/values.ts';

/** A function of the client, the request it has to send, and what the server says to it. */
export type Row = {
  readonly call: (api: FocusApi) => Promise<FocusAnswer<unknown>>;
  readonly request: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly answer: readonly [status: number, body?: unknown];
};

const O = '/api/organizations/7/workspaces/9';
const ENTRY = { id: 5, type: 'activity', start: '2026-11-24T08:00:00Z', duration: 90 };
const PAGE = { data: [], page: 1, per_page: 50 };

/** What is not about single entries: settings, tasks, projects, plans, the server's own timer. */
export const AROUND_ENTRIES = {
  getSettings: {
    call: (api) => api.getSettings(),
    request: 'GET /api/users/me/settings',
    answer: [200, { theme: 'dark' }],
  },
  getWorkspaceName: {
    call: (api) => api.getWorkspaceName(),
    request: 'GET /api/organizations/7/users',
    query: { workspaces: '9', page: '1', per_page: '1' },
    answer: [200, [{ id: 1, workspaces: [{ id: 9, name: 'Engineering' }] }]],
  },
  listTags: {
    call: (api) => api.listTags(),
    request: 'GET /api/workspaces/9/tags',
    query: { page: '1', per_page: '100', order_by: 'name' },
    answer: [200, { ...PAGE, data: [{ id: 5, name: 'deep' }], total: 1 }],
  },
  listTasks: {
    call: (api) => api.listTasks({ page: 1, perPage: 100, name: 'a+b & c', projectId: 8 }),
    request: `GET ${O}/tasks`,
    query: { page: '1', per_page: '100', name: 'a+b & c', project_id: '8' },
    answer: [200, PAGE],
  },
  streamTasks: {
    call: (api) => api.streamTasks(),
    request: `GET ${O}/tasks/stream`,
    answer: [200, [{ id: 3, name: 'Plan' }]],
  },
  getTask: {
    call: (api) => api.getTask(3),
    request: `GET ${O}/tasks/3`,
    answer: [200, { id: 3, name: 'Plan' }],
  },
  createTask: {
    call: (api) => api.createTask({ name: 'Plan', projectId: 8 }),
    request: `POST ${O}/tasks`,
    body: { name: 'Plan', project_id: 8 },
    answer: [201, { id: 3, name: 'Plan' }],
  },
  streamTimeBlocks: {
    call: (api) => api.streamTimeBlocks({ fromAt: at('08:00'), toAt: at('20:00') }),
    request: `GET ${O}/time-blocks/stream`,
    query: { date_from: '2026-11-24T08:00:00Z', date_to: '2026-11-24T20:00:00Z' },
    answer: [200, [{ id: 31, task_id: 3 }]],
  },
  listProjects: {
    call: (api) => api.listProjects({ perPage: 20 }),
    request: `GET ${O}/projects`,
    query: { per_page: '20' },
    answer: [200, PAGE],
  },
  currentEntry: {
    call: (api) => api.currentEntry(),
    request: `GET ${O}/tracking/current`,
    answer: [200, ENTRY],
  },
  startTracking: {
    call: (api) => api.startTracking({ type: 'activity', taskId: 3, description: 'x' }),
    request: `POST ${O}/tracking/start`,
    body: { type: 'activity', task_id: 3, description: 'x' },
    answer: [200, ENTRY],
  },
  stopTracking: {
    call: (api) => api.stopTracking(at('09:00')),
    request: `POST ${O}/tracking/stop`,
    body: { end: '2026-11-24T09:00:00Z' },
    answer: [200, ENTRY],
  },
} satisfies Partial<Record<keyof FocusApi, Row>>;
