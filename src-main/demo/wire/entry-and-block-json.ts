import { z } from 'zod';
import type { Catalogue, ProjectRow, TaskRow } from '../data/tasks-and-projects.ts';
import type { EntryRow } from '../data/entry-table.ts';
import type { TimeBlockRow } from '../data/time-block-table.ts';
import { countedTask, projectFields, projectLite, taskFields } from './task-and-project-json.ts';
import { optional, optionalTime, type Identity, type WireObject } from './wire-object.ts';
import { formatWireTime } from '../api/rfc3339-time.ts';

export type Wire = {
  entry(row: EntryRow): WireObject;
  /** As the range lists have them, with task, project and tags. */
  entriesWithTask(rows: readonly EntryRow[]): readonly WireObject[];
  timeBlock(row: TimeBlockRow): WireObject;
  timeBlocksWithTask(rows: readonly TimeBlockRow[]): readonly WireObject[];
  task(row: TaskRow): WireObject;
  project(row: ProjectRow): WireObject;
};

const tagIdsOf = (json: string) => z.array(z.int()).parse(JSON.parse(json));

/** Remembers what was found for an id or another key; null finds nothing. */
function once<K, T>(find: (key: K) => T | undefined): (key: K | null) => T | undefined {
  const found = new Map<K, T | undefined>();
  return (key) => {
    if (key === null) return undefined;
    if (!found.has(key)) found.set(key, find(key));
    return found.get(key);
  };
}

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
    tag_ids: row.tag_ids === null ? null : tagIdsOf(row.tag_ids),
    planned_start: optionalTime(row.planned_start_at),
    planned_duration: optional(row.planned_duration),
    timezone: 'UTC',
    created_at: formatWireTime(row.created_at),
    updated_at: formatWireTime(row.updated_at),
    archived_at: optionalTime(row.archived_at),
    deleted_at: optionalTime(row.deleted_at),
  };
}

function timeBlockFields(row: TimeBlockRow, identity: Identity): WireObject {
  return {
    id: row.id,
    workspace_id: identity.workspaceId,
    toggl_user_id: identity.userId,
    task_id: row.task_id,
    start: formatWireTime(row.start_at),
    duration: optional(row.duration),
    description: optional(row.description),
    has_time_entry: row.entry_count > 0,
    timezone: 'UTC',
    completed_at: optionalTime(row.completed_at),
    created_at: formatWireTime(row.created_at),
    updated_at: formatWireTime(row.updated_at),
    archived_at: optionalTime(row.archived_at),
    deleted_at: optionalTime(row.deleted_at),
  };
}

/** Rows into what goes over the wire. Source: the time-entries page and Toggl's API description. */
export function createWire(identity: Identity, catalogue: Catalogue): Wire {
  /** A day repeats few tasks; each is read once. */
  const tasksOf = () => {
    const row = once((id: number) => catalogue.task(id));
    const wire = once((id: number) => {
      const found = row(id);
      return found && taskFields(found, identity, catalogue);
    });
    return { row, wire };
  };
  return {
    entry: (row) => entryFields(row, identity),
    entriesWithTask(rows) {
      const task = tasksOf();
      const project = once((id: number) => catalogue.project(id));
      const tags = once((ids: string) => catalogue.tags(tagIdsOf(ids)));
      return rows.map((row) => {
        const ownProject = project(row.project_id);
        return {
          ...entryFields(row, identity),
          task: task.wire(row.task_id),
          // The lists embed the project without its client.
          project: ownProject && { ...projectLite(ownProject), client: undefined },
          tags: tags(row.tag_ids ?? JSON.stringify(task.row(row.task_id)?.tag_ids ?? [])),
        };
      });
    },
    timeBlock: (row) => timeBlockFields(row, identity),
    timeBlocksWithTask(rows) {
      const task = tasksOf();
      return rows.map((row) => ({
        ...timeBlockFields(row, identity),
        task: task.wire(row.task_id),
      }));
    },
    task: (row) => countedTask(row, identity, catalogue),
    project: (row) => projectFields(row, identity),
  };
}
