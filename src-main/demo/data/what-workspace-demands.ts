import { ApiError, badRequest, forbidden, notFound } from '../api/api-error.ts';
import type { Catalogue } from './tasks-and-projects.ts';
import { writtenFields } from './entry-row-from-request.ts';
import type { NewEntryRow } from './entry-table.ts';
import type { CreatePayload } from '../api/request-bodies.ts';

export type RequiredField = 'project' | 'task' | 'description';

/** A create, with its task whether that came in the path or in the body. */
export type Draft = CreatePayload & { readonly task_id?: number | undefined };

export type EntryRulesOptions = {
  readonly catalogue: Catalogue;
  readonly userId: number;
  /** What the workspace demands of every entry: a plan feature of Toggl Focus, answered with 422. */
  readonly requiredFields: readonly RequiredField[];
};

export type EntryRules = {
  rowOf(draft: Draft, now: number): NewEntryRow;
  /** The project named, else the task's; both must be there. */
  projectFor(taskId: number | null, projectId: number | null): number | null;
  refuseMissing(row: NewEntryRow): void;
  /** As `refuseMissing`, with every failure of the list in one answer. */
  refuseAnyMissing(rows: readonly NewEntryRow[]): void;
};

/** What makes an entry acceptable; every refusal is an ApiError. */
export function createEntryRules(options: EntryRulesOptions): EntryRules {
  const { catalogue, userId, requiredFields } = options;

  function projectFor(taskId: number | null, projectId: number | null): number | null {
    const task = taskId === null ? undefined : catalogue.task(taskId);
    if (taskId !== null && task === undefined) {
      throw notFound('task not found');
    }
    if (projectId !== null && catalogue.project(projectId) === undefined) {
      throw badRequest('project not found');
    }
    return projectId ?? task?.project_id ?? null;
  }

  function missingFields(row: NewEntryRow): readonly RequiredField[] {
    const present = { project: row.project_id, task: row.task_id, description: row.description };
    return requiredFields.filter((field) => present[field] === null);
  }

  return {
    projectFor,
    rowOf(draft, now) {
      if (draft.user_id !== undefined && draft.user_id !== userId) {
        throw forbidden('manage_time_entries permission is required');
      }
      const taskId = draft.task_id ?? null;
      return {
        ...writtenFields(draft, now),
        task_id: taskId,
        project_id: projectFor(taskId, draft.project_id ?? null),
        billable: Number(draft.billable ?? false),
        created_at: now,
        updated_at: now,
        archived_at: null,
        deleted_at: null,
      };
    },
    refuseMissing(row) {
      const fields = missingFields(row);
      if (fields.length > 0) {
        const words = `missing required fields: ${fields.join(', ')}`;
        throw new ApiError(422, 'required_fields_missing', words, { fields, is_deletion: false });
      }
    },
    refuseAnyMissing(rows) {
      const failures = rows.flatMap((row, index) => {
        const fields = missingFields(row);
        return fields.length === 0 ? [] : [{ time_entry_index: index, fields, is_deletion: false }];
      });
      if (failures.length > 0) {
        const words = `${failures.length} time entries miss required fields`;
        throw new ApiError(422, 'bulk_required_fields_missing', words, { failures });
      }
    },
  };
}
