import type { FocusApi } from '../../app/focus-api.ts';
import type { Send } from './http.ts';
import { rangeQuery, rfc3339, trackingStart } from './payloads.ts';
import { listOf, pageOf } from './wire-lists.ts';
import { project, settings, task } from './wire-catalogue.ts';
import { entry, entryOrNothing, timeBlock } from './wire-entries.ts';

export type WorkspaceRoutes = Pick<
  FocusApi,
  | 'getSettings'
  | 'listTasks'
  | 'streamTasks'
  | 'getTask'
  | 'createTask'
  | 'listProjects'
  | 'streamTimeBlocks'
  | 'currentEntry'
  | 'startTracking'
  | 'stopTracking'
>;

/** What stands around the entries: settings of the user, tasks, projects, plans and the server's own timer. */
export function workspaceRoutes(send: Send, workspace: string): WorkspaceRoutes {
  return {
    getSettings: () =>
      send({ method: 'GET', path: '/users/me/settings', size: 'small', answer: settings }),
    streamTimeBlocks: (range) =>
      send({
        method: 'GET',
        path: `${workspace}/time-blocks/stream`,
        query: rangeQuery(range),
        size: 'stream',
        answer: listOf(timeBlock),
      }),
    ...taskRoutes(send, workspace),
    ...trackingRoutes(send, workspace),
  };
}

function taskRoutes(
  send: Send,
  workspace: string,
): Pick<WorkspaceRoutes, 'listTasks' | 'streamTasks' | 'getTask' | 'createTask' | 'listProjects'> {
  const size = 'small';
  return {
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
    createTask: (created) =>
      send({
        method: 'POST',
        path: `${workspace}/tasks`,
        body: { name: created.name, project_id: created.projectId },
        size,
        answer: task,
      }),
    listProjects: (query = {}) =>
      send({
        method: 'GET',
        path: `${workspace}/projects`,
        query: { page: query.page, per_page: query.perPage },
        size,
        answer: pageOf(project, query),
      }),
  };
}

function trackingRoutes(
  send: Send,
  workspace: string,
): Pick<WorkspaceRoutes, 'currentEntry' | 'startTracking' | 'stopTracking'> {
  const size = 'small';
  return {
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
