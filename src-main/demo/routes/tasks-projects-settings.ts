import { notFound } from '../api/api-error.ts';
import { taskPayload } from '../api/request-bodies.ts';
import { formatWireTime } from '../api/rfc3339-time.ts';
import { projectsQuery, tagsQuery, taskStreamQuery, tasksQuery } from '../api/request-queries.ts';
import type { Route } from '../api/router.ts';
import { PROJECTS, SETTINGS, TAGS, TASK, TASKS, USERS } from './paths.ts';
import type { Services } from './services.ts';
import { userJson } from '../wire/user-json.ts';

/** What time is tracked on, and whose settings apply. */
export function catalogueRoutes(services: Services): readonly Route[] {
  return [
    settingsRoute(services),
    usersRoute(services),
    ...taskRoutes(services),
    projectsRoute(services),
    tagsRoute(services),
  ];
}

function settingsRoute({ settings, workspaceId }: Services): Route {
  return {
    method: 'GET',
    path: SETTINGS,
    answer: () => ({
      status: 200,
      body: {
        theme: 'auto',
        current_workspace_id: workspaceId,
        timezone: 'UTC',
        start_week_on: settings.startWeekOn,
        date_format: settings.dateFormat,
        time_format: settings.timeFormat,
        duration_format: settings.durationFormat,
        language_code: 'en',
      },
    }),
  };
}

/** One person in one workspace: the only route on which a workspace has a name. */
function usersRoute({ workspaceId }: Services): Route {
  return {
    method: 'GET',
    path: USERS,
    answer: (call) => {
      const organizationId = call.param('organization_id');
      return { status: 200, body: [userJson({ organizationId, workspaceId })] };
    },
  };
}

function taskRoutes({ catalogue, wire }: Services): readonly Route[] {
  return [
    {
      method: 'GET',
      path: TASKS,
      answer(call) {
        const query = call.query(tasksQuery, 'Pagination');
        const { rows, total } = catalogue.tasks(query, query);
        const data = rows.map((row) => wire.task(row));
        return { status: 200, body: { data, page: query.page, per_page: query.per_page, total } };
      },
    },
    {
      method: 'GET',
      path: `${TASKS}/stream`,
      answer(call) {
        const { rows } = catalogue.tasks(call.query(taskStreamQuery, 'Filter'));
        return { status: 200, body: rows.map((row) => wire.task(row)) };
      },
    },
    {
      method: 'GET',
      path: TASK,
      answer(call) {
        const row = catalogue.task(call.param('task_id'));
        if (row === undefined) throw notFound('task not found');
        return { status: 200, body: wire.task(row) };
      },
    },
    {
      method: 'POST',
      path: TASKS,
      answer(call) {
        const row = catalogue.createTask(call.body(taskPayload, 'CreatePayload'), call.now);
        return { status: 201, body: wire.task(row) };
      },
    },
  ];
}

function projectsRoute({ catalogue, wire }: Services): Route {
  return {
    method: 'GET',
    path: PROJECTS,
    answer(call) {
      const query = call.query(projectsQuery, 'Pagination');
      const { rows, total } = catalogue.projects(query);
      const data = rows.map((row) => wire.project(row));
      return { status: 200, body: { data, page: query.page, per_page: query.per_page, total } };
    },
  };
}

function tagsRoute({ catalogue, workspaceId }: Services): Route {
  return {
    method: 'GET',
    path: TAGS,
    answer(call) {
      const { page, per_page } = call.query(tagsQuery, 'Pagination');
      const all = catalogue.tags();
      const data = all
        .slice((page - 1) * per_page, page * per_page)
        .map((tag) => ({ ...tag, workspace_id: workspaceId, created_at: formatWireTime(0) }));
      return { status: 200, body: { data, page, per_page, total: all.length } };
    },
  };
}
