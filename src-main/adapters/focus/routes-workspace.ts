import type { FocusApi } from '../../app/focus-api.ts';
import type { Send } from './http.ts';
import { rfc3339, trackingStart } from './payloads.ts';
import { listOf, pageOf } from './wire-lists.ts';
import { entry, entryOrNothing, project, settings, task } from './wire.ts';

export type WorkspaceRoutes = Pick<
  FocusApi,
  | 'getSettings'
  | 'listTasks'
  | 'streamTasks'
  | 'getTask'
  | 'listProjects'
  | 'currentEntry'
  | 'startTracking'
  | 'stopTracking'
>;

/** What stands around the entries: settings of the user, tasks, projects and the server's own timer. */
export function workspaceRoutes(send: Send, workspace: string): WorkspaceRoutes {
  const size = 'small';
  return {
    getSettings: () => send({ method: 'GET', path: '/users/me/settings', size, answer: settings }),
    listTasks: (query = {}) =>
      send({
        method: 'GET',
        path: `${workspace}/tasks`,
        query: {
          page: query.page,
          per_page: query.perPage,
          name: query.name,
          project_id: query.projectId,
        },
        size,
        answer: pageOf(task, query),
      }),
    streamTasks: () =>
      send({
        method: 'GET',
        path: `${workspace}/tasks/stream`,
        size: 'stream',
        answer: listOf(task),
      }),
    getTask: (taskId) =>
      send({ method: 'GET', path: `${workspace}/tasks/${taskId}`, size, answer: task }),
    listProjects: (query = {}) =>
      send({
        method: 'GET',
        path: `${workspace}/projects`,
        query: { page: query.page, per_page: query.perPage },
        size,
        answer: pageOf(project, query),
      }),
    currentEntry: () =>
      send({
        method: 'GET',
        path: `${workspace}/tracking/current`,
        size,
        answer: entryOrNothing,
      }),
    startTracking: (start) =>
      send({
        method: 'POST',
        path: `${workspace}/tracking/start`,
        body: trackingStart(start),
        size,
        answer: entry,
      }),
    stopTracking: (endAt) =>
      send({
        method: 'POST',
        path: `${workspace}/tracking/stop`,
        body: { end: rfc3339(endAt) },
        size,
        answer: entry,
      }),
  };
}
