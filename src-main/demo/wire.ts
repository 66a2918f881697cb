import { z } from 'zod';
import type { Catalogue, ProjectRow, TaskRow } from './catalogue.ts';
import type { EntryRow } from './entry-table.ts';
import { formatWireTime } from './wire-time.ts';

/** JSON drops `undefined`, so what is not there is left out, as Toggl Focus mostly does. */
type WireObject = Readonly<Record<string, unknown>>;

export type Identity = { readonly workspaceId: number; readonly userId: number };

export type Wire = {
  entry(row: EntryRow): WireObject;
  /** As the range lists have them, with task, project and tags. */
  entriesWithTask(rows: readonly EntryRow[]): readonly WireObject[];
  task(row: TaskRow): WireObject;
  project(row: ProjectRow): WireObject;
};

const optionalTime = (at: number | null) => (at === null ? undefined : formatWireTime(at));
const optional = <T>(value: T | null) => value ?? undefined;
const tagIdsOf = (row: EntryRow) =>
  row.tag_ids === null ? null : z.array(z.int()).parse(JSON.parse(row.tag_ids));

/** Remembers what was found for an id; null finds nothing. */
function once<T>(find: (id: number) => T | undefined): (id: number | null) => T | undefined {
  const found = new Map<number, T | undefined>();
  return (id) => {
    if (id === null) return undefined;
    if (!found.has(id)) found.set(id, find(id));
    return found.get(id);
  };
}

const clientOf = (project: ProjectRow) =>
  project.client_id === null ? undefined : { id: project.client_id, name: project.client_name };

const projectLite = (project: ProjectRow) => ({
  id: project.id,
  name: project.name,
  color: project.color,
  client: clientOf(project),
  archived_at: optionalTime(project.archived_at),
  draft: false,
  is_template: false,
  private: false,
  permissions: [],
});

function entryFields(row: EntryRow, identity: Identity): WireObject {
  return {
    id: row.id,
    type: row.type,
    workspace_id: identity.workspaceId,
    toggl_user_id: identity.userId,
    task_id: row.task_id,
    project_id: optional(row.project_id),
    time_block_id: optional(row.time_block_id),
    description: optional(row.description),
    start: optionalTime(row.start_at),
    duration: optional(row.duration),
    billable: row.billable === 1,
    billable_source: 'task_default',
    tag_ids: tagIdsOf(row),
    planned_start: optionalTime(row.planned_start_at),
    planned_duration: optional(row.planned_duration),
    timezone: 'UTC',
    created_at: formatWireTime(row.created_at),
    updated_at: formatWireTime(row.updated_at),
    archived_at: optionalTime(row.archived_at),
    deleted_at: optionalTime(row.deleted_at),
  };
}

function taskFields(row: TaskRow, identity: Identity, catalogue: Catalogue): WireObject {
  const project = row.project_id === null ? undefined : catalogue.project(row.project_id);
  return {
    id: row.id,
    name: row.name,
    workspace_id: identity.workspaceId,
    toggl_user_id: identity.userId,
    assignee_user_ids: [identity.userId],
    project_id: optional(row.project_id),
    project: project && projectLite(project),
    client: project && clientOf(project),
    color: project?.color,
    status_id: row.status_id,
    status: {
      id: row.status_id,
      name: row.status_name,
      emoji: row.status_emoji,
      type: row.status_type,
    },
    tag_ids: row.tag_ids,
    tags: catalogue.tags(row.tag_ids),
    priority: row.priority,
    pinned: row.pinned === 1,
    position: row.position,
    private: false,
    billable: false,
    source: 'focus',
    is_template: false,
    allocation_unit: 'flat',
    estimate_type: 'total',
    created_at: formatWireTime(row.created_at),
    updated_at: formatWireTime(row.updated_at),
    archived_at: optionalTime(row.archived_at),
  };
}

const projectFields = (row: ProjectRow, identity: Identity): WireObject => ({
  ...projectLite(row),
  workspace_id: identity.workspaceId,
  toggl_user_id: identity.userId,
  client_id: optional(row.client_id),
  // Toggl Focus says so even of projects in use; judging by it is a mistake this server lets a client make.
  active: false,
  auto_compute_estimates: false,
  billable: false,
  completion_mode: 'manual',
  rollover_mode: 'expire',
  pinned: false,
  tag_ids: [],
  tags: [],
  task_estimated_mins: 0,
  total_tasks: row.task_count,
  total_tracked_secs: row.tracked_seconds,
  created_at: formatWireTime(row.created_at),
});

const NO_SUB_TASKS_OR_BLOCKS = {
  sub_task_done_count: 0,
  sub_task_total_count: 0,
  time_block_completed_count: 0,
  time_block_scheduled_completed_count: 0,
  time_block_scheduled_total_count: 0,
  time_block_total_count: 0,
  total_blocked_time: 0,
  total_scheduled_blocked_time: 0,
};

/** Rows into what goes over the wire. Source: the time-entries page and Toggl's API description. */
export function createWire(identity: Identity, catalogue: Catalogue): Wire {
  return {
    entry: (row) => entryFields(row, identity),
    entriesWithTask(rows) {
      // A day repeats few tasks; each is read once.
      const task = once((id) => catalogue.task(id));
      const project = once((id) => catalogue.project(id));
      const taskWire = once((id) => {
        const found = task(id);
        return found && taskFields(found, identity, catalogue);
      });
      return rows.map((row) => {
        const ownProject = project(row.project_id);
        return {
          ...entryFields(row, identity),
          task: taskWire(row.task_id),
          // The lists embed the project without its client.
          project: ownProject && { ...projectLite(ownProject), client: undefined },
          tags: catalogue.tags(tagIdsOf(row) ?? task(row.task_id)?.tag_ids ?? []),
        };
      });
    },
    task: (row) => ({
      ...taskFields(row, identity, catalogue),
      ...NO_SUB_TASKS_OR_BLOCKS,
      time_entry_total_count: row.entry_count,
      total_tracked_time: row.tracked_seconds,
    }),
    project: (row) => projectFields(row, identity),
  };
}
