import type { FocusApi } from '../../../app/ports/focus-api.ts';
import { rangeQuery, rfc3339, trackingStart } from './request-bodies.ts';
import { paged, type Routes } from './paging.ts';
import { project, settings, task } from '../wire/parse-task-project-settings.ts';
import { entry, entryIfAny, timeBlock } from '../wire/parse-entry.ts';

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
export function workspaceRoutes(routes: Routes, workspace: string): WorkspaceRoutes {
  const { send, readStream } = routes;
  return {
    getSettings: () => send({ method: 'GET', path: '/users/me/settings', answer: settings }),
    streamTimeBlocks: (range) =>
      readStream({
        method: 'GET',
        path: `${workspace}/time-blocks/stream`,
        query: rangeQuery(range),
        item: timeBlock,
      }),
    ...taskRoutes(routes, workspace),
    ...trackingRoutes(routes, workspace),
  };
}

function taskRoutes(
  { send, readPage, readStream }: Routes,
  workspace: string,
): Pick<WorkspaceRoutes, 'listTasks' | 'streamTasks' | 'getTask' | 'createTask' | 'listProjects'> {
  return {
    listTasks: (query = {}) =>
      paged(
        readPage({
          method: 'GET',
          path: `${workspace}/tasks`,
          query: {
            page: query.page,
            per_page: query.perPage,
            name: query.name,
            project_id: query.projectId,
          },
          item: task,
        }),
        query,
      ),
    streamTasks: () => readStream({ method: 'GET', path: `${workspace}/tasks/stream`, item: task }),
    getTask: (taskId) =>
      send({ method: 'GET', path: `${workspace}/tasks/${taskId}`, answer: task }),
    createTask: (created) =>
      send({
        method: 'POST',
        path: `${workspace}/tasks`,
        body: { name: created.name, project_id: created.projectId },
        answer: task,
      }),
    listProjects: (query = {}) =>
      paged(
        readPage({
          method: 'GET',
          path: `${workspace}/projects`,
          query: { page: query.page, per_page: query.perPage },
          item: project,
        }),
        query,
      ),
  };
}

function trackingRoutes(
  { send }: Routes,
  workspace: string,
): Pick<WorkspaceRoutes, 'currentEntry' | 'startTracking' | 'stopTracking'> {
  return {
    currentEntry: () =>
      send({
        method: 'GET',
        path: `${workspace}/tracking/current`,
        ...entryIfAny,
      }),
    startTracking: (start) =>
      send({
        method: 'POST',
        path: `${workspace}/tracking/start`,
        body: trackingStart(start),
        answer: entry,
      }),
    stopTracking: (endAt) =>
      send({
        method: 'POST',
        path: `${workspace}/tracking/stop`,
        body: { end: rfc3339(endAt) },
        answer: entry,
      }),
  };
}
