import { z } from 'zod';
import { badRequest } from '../api/api-error.ts';
import type { Database } from './database.ts';
import type { TaskPayload } from '../api/request-bodies.ts';
import type { Pagination, ProjectsQuery, TaskFilter } from '../api/request-queries.ts';

const projectRow = z.object({
  id: z.int(),
  name: z.string(),
  color: z.string(),
  created_at: z.int(),
  archived_at: z.int().nullable(),
  client_id: z.int().nullable(),
  client_name: z.string().nullable(),
  task_count: z.int(),
  tracked_seconds: z.int(),
});
export type ProjectRow = z.infer<typeof projectRow>;

const tagRow = z.object({ id: z.int(), name: z.string(), color: z.string() });
export type TagRow = z.infer<typeof tagRow>;

const taskRow = z.object({
  id: z.int(),
  name: z.string(),
  priority: z.string(),
  pinned: z.int(),
  position: z.int(),
  created_at: z.int(),
  updated_at: z.int(),
  archived_at: z.int().nullable(),
  project_id: z.int().nullable(),
  status_id: z.int(),
  status_name: z.string(),
  status_emoji: z.string(),
  status_type: z.string(),
  tag_ids: z.string().transform((text) => z.array(z.int()).parse(JSON.parse(text))),
  entry_count: z.int(),
  tracked_seconds: z.int(),
  block_count: z.int(),
  completed_block_count: z.int(),
  blocked_seconds: z.int(),
});
export type TaskRow = z.infer<typeof taskRow>;

/** What time is tracked on; deleted tasks are not in it. */
export type Catalogue = {
  task(id: number): TaskRow | undefined;
  tasks(filter: TaskFilter, page?: Pagination): { rows: readonly TaskRow[]; total: number };
  /** With the status Todo, at the end of the list. Throws an ApiError where the project is not there. */
  createTask(payload: TaskPayload, now: number): TaskRow;
  project(id: number): ProjectRow | undefined;
  projects(query: ProjectsQuery): { rows: readonly ProjectRow[]; total: number };
  /** All of them where no ids are given, by name. */
  tags(ids?: readonly number[]): readonly TagRow[];
};

const TASKS = `SELECT tasks.*, statuses.name AS status_name, statuses.emoji AS status_emoji,
    statuses.type AS status_type,
    (SELECT json_group_array(tag_id) FROM task_tags WHERE task_id = tasks.id) AS tag_ids,
    (SELECT count(*) FROM entries WHERE task_id = tasks.id AND deleted_at IS NULL) AS entry_count,
    (SELECT COALESCE(sum(duration), 0) FROM entries WHERE task_id = tasks.id AND deleted_at IS NULL) AS tracked_seconds,
    (SELECT count(*) FROM time_blocks WHERE task_id = tasks.id AND deleted_at IS NULL) AS block_count,
    (SELECT count(completed_at) FROM time_blocks
      WHERE task_id = tasks.id AND deleted_at IS NULL) AS completed_block_count,
    (SELECT COALESCE(sum(duration), 0) FROM time_blocks
      WHERE task_id = tasks.id AND deleted_at IS NULL) AS blocked_seconds
  FROM tasks JOIN statuses ON statuses.id = status_id WHERE deleted_at IS NULL`;

const PROJECTS = `SELECT projects.*, clients.name AS client_name,
    (SELECT count(*) FROM tasks WHERE project_id = projects.id AND deleted_at IS NULL) AS task_count,
    (SELECT COALESCE(sum(duration), 0) FROM entries
      WHERE project_id = projects.id AND deleted_at IS NULL) AS tracked_seconds
  FROM projects LEFT JOIN clients ON clients.id = client_id WHERE true`;

type Parameters = Record<string, string | number>;

const orderBy = (orders: readonly string[], table: string) =>
  [...orders, 'id']
    .map((order) =>
      order.startsWith('-') ? `${table}.${order.slice(1)} DESC` : `${table}.${order} ASC`,
    )
    .join(', ');

const idList = (ids: readonly number[]) => JSON.stringify(ids);

function taskConditions(filter: TaskFilter): { where: string; parameters: Parameters } {
  const parameters: Parameters = {};
  const terms = [`tasks.archived_at IS ${filter.archived ? 'NOT NULL' : 'NULL'}`];
  if (filter.name !== undefined) {
    terms.push(`(tasks.name LIKE :name OR project_id IN (
      SELECT projects.id FROM projects LEFT JOIN clients ON clients.id = client_id
      WHERE projects.name LIKE :name OR clients.name LIKE :name))`);
    parameters['name'] = `%${filter.name}%`;
  }
  if (filter.project_id?.length === 0) {
    terms.push('project_id IS NULL');
  } else if (filter.project_id !== undefined) {
    terms.push('project_id IN (SELECT value FROM json_each(:projects))');
    parameters['projects'] = idList(filter.project_id);
  }
  if (filter.status_id !== undefined) {
    terms.push('status_id IN (SELECT value FROM json_each(:statuses))');
    parameters['statuses'] = idList(filter.status_id);
  }
  if (filter.pinned !== undefined) terms.push(`pinned = ${filter.pinned ? 1 : 0}`);
  return { where: terms.join(' AND '), parameters };
}

const CREATE_TASK = `INSERT INTO tasks
    (name, project_id, status_id, priority, pinned, position, created_at, updated_at)
  SELECT :name, :projectId, (SELECT id FROM statuses WHERE type = 'todo'), :priority, :pinned,
    COALESCE(max(position), 0) + 1, :now, :now FROM tasks`;

export function createCatalogue(database: Database): Catalogue {
  const all = (sql: string, parameters: Parameters): unknown[] =>
    database.prepare(sql).all(parameters);
  const pageOf = (rows: readonly unknown[], page: Pagination | undefined) =>
    page === undefined
      ? rows
      : rows.slice((page.page - 1) * page.per_page, page.page * page.per_page);
  const task = (id: number | bigint) =>
    z.array(taskRow).parse(all(`${TASKS} AND tasks.id = :id`, { id: Number(id) }))[0];
  const project = (id: number) =>
    z.array(projectRow).parse(all(`${PROJECTS} AND projects.id = :id`, { id }))[0];
  return {
    task,
    createTask({ name, project_id: projectId, priority = 'none', pinned = false }, now) {
      if (projectId !== undefined && project(projectId) === undefined) {
        throw badRequest('project not found');
      }
      const { lastInsertRowid } = database.prepare(CREATE_TASK).run({
        name,
        projectId: projectId ?? null,
        priority,
        pinned: Number(pinned),
        now,
      });
      const created = task(lastInsertRowid);
      if (created === undefined) throw new Error('a task that was just made is not there');
      return created;
    },
    tasks(filter, page) {
      const { where, parameters } = taskConditions(filter);
      const order = orderBy(filter.order_by.length === 0 ? ['position'] : filter.order_by, 'tasks');
      const rows = all(`${TASKS} AND ${where} ORDER BY ${order}`, parameters);
      return { rows: z.array(taskRow).parse(pageOf(rows, page)), total: rows.length };
    },
    project,
    projects(query) {
      const rows = all(
        `${PROJECTS} AND projects.name LIKE :name AND archived_at IS ${query.archived ? 'NOT NULL' : 'NULL'}
         ORDER BY ${orderBy(query.order_by.length === 0 ? ['name'] : query.order_by, 'projects')}`,
        { name: `%${query.name ?? ''}%` },
      );
      return { rows: z.array(projectRow).parse(pageOf(rows, query)), total: rows.length };
    },
    tags: (ids) =>
      z.array(tagRow).parse(
        ids === undefined
          ? all('SELECT * FROM tags ORDER BY name', {})
          : all('SELECT * FROM tags WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id', {
              ids: idList(ids),
            }),
      ),
  };
}
