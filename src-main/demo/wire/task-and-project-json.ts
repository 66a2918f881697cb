import type { Catalogue, ProjectRow, TaskRow } from '../data/tasks-and-projects.ts';
import { optional, optionalTime, type Identity, type WireObject } from './wire-object.ts';
import { formatWireTime } from '../api/rfc3339-time.ts';

const clientOf = (project: ProjectRow) =>
  project.client_id === null ? undefined : { id: project.client_id, name: project.client_name };

/** As tasks and entries embed it. */
export const projectLite = (project: ProjectRow): WireObject => ({
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

export function taskFields(row: TaskRow, identity: Identity, catalogue: Catalogue): WireObject {
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

export const projectFields = (row: ProjectRow, identity: Identity): WireObject => ({
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

/** A task as the catalogue has it, with what there is on it. */
export const countedTask = (
  row: TaskRow,
  identity: Identity,
  catalogue: Catalogue,
): WireObject => ({
  ...taskFields(row, identity, catalogue),
  sub_task_done_count: 0,
  sub_task_total_count: 0,
  time_entry_total_count: row.entry_count,
  total_tracked_time: row.tracked_seconds,
  time_block_total_count: row.block_count,
  time_block_completed_count: row.completed_block_count,
  total_blocked_time: row.blocked_seconds,
  // Every block of this server has its hour, so all of them are scheduled.
  time_block_scheduled_total_count: row.block_count,
  time_block_scheduled_completed_count: row.completed_block_count,
  total_scheduled_blocked_time: row.blocked_seconds,
});
