import { invalidEntry, notFound } from '../api/api-error.ts';
import { changedRow, wholeSeconds, writtenFields } from './entry-row-from-request.ts';
import type { Draft, EntryRules } from './what-workspace-demands.ts';
import type { EntryRow, EntryTable, NewEntryRow } from './entry-table.ts';
import type { ChangePayload, ReplacePayload } from '../api/request-bodies.ts';

/**
 * What may happen to time entries, whichever route asks for it. Every refusal is an ApiError; a call
 * that refuses may have written before, so the caller holds a transaction.
 */
export type Entries = {
  create(draft: Draft, now: number): EntryRow;
  createMany(drafts: readonly Draft[], now: number): void;
  /** A living entry; with `taskId`, one of that task. */
  get(id: number, taskId?: number): EntryRow;
  replace(row: EntryRow, payload: ReplacePayload, now: number): void;
  change(row: EntryRow, payload: ChangePayload, now: number): void;
  remove(row: EntryRow, now: number): void;
  /** Works on deleted and on living ones. */
  restore(id: number, now: number, taskId?: number): void;
  setArchived(row: EntryRow, archived: boolean, now: number): void;
  running(): EntryRow | undefined;
  stop(endAt: number, now: number): EntryRow;
};

const NO_ENTRY = 'time entry not found';

/** One entry runs at a time: a new one ends the one before. */
function stopOther(
  table: EntryTable,
  row: NewEntryRow & { readonly id?: number },
  now: number,
): void {
  if (row.start_at === null || row.duration !== null) return;
  const other = table.running();
  if (other !== undefined && other.id !== row.id) {
    const duration = wholeSeconds(other.start_at, row.start_at);
    table.save({ ...other, duration, updated_at: now });
  }
}

function find(table: EntryTable, id: number, taskId: number | undefined): EntryRow {
  const row = table.find(id);
  if (row === undefined || (taskId !== undefined && row.task_id !== taskId)) {
    throw notFound(NO_ENTRY);
  }
  return row;
}

export function createEntries(table: EntryTable, rules: EntryRules): Entries {
  function insert(row: NewEntryRow, now: number): EntryRow {
    stopOther(table, row, now);
    return table.insert(row);
  }

  function save(row: EntryRow, now: number): void {
    rules.refuseMissing(row);
    stopOther(table, row, now);
    table.save({ ...row, updated_at: now });
  }

  return {
    create(draft, now) {
      const row = rules.rowOf(draft, now);
      rules.refuseMissing(row);
      return insert(row, now);
    },
    createMany(drafts, now) {
      const rows = drafts.map((draft) => rules.rowOf(draft, now));
      rules.refuseAnyMissing(rows);
      for (const row of rows) insert(row, now);
    },
    get(id, taskId) {
      const row = find(table, id, taskId);
      if (row.deleted_at !== null) throw notFound(NO_ENTRY);
      return row;
    },
    replace: (row, payload, now) => save({ ...row, ...writtenFields(payload, now) }, now),
    change(row, payload, now) {
      const next = changedRow(row, payload);
      const moved = payload.task_id !== undefined || payload.project_id !== undefined;
      const project = moved && rules.projectFor(next.task_id, payload.project_id ?? null);
      save(project === false ? next : { ...next, project_id: project }, now);
    },
    remove: (row, now) => table.save({ ...row, deleted_at: now, updated_at: now }),
    restore: (id, now, taskId) =>
      table.save({ ...find(table, id, taskId), deleted_at: null, updated_at: now }),
    setArchived: (row, archived, now) =>
      table.save({ ...row, archived_at: archived ? now : null, updated_at: now }),
    running: () => table.running(),
    stop(endAt, now) {
      const row = table.running();
      if (row === undefined) throw notFound('no running time entry');
      const duration = wholeSeconds(row.start_at, endAt);
      if (duration === 0) throw invalidEntry('end must be after start');
      const stopped = { ...row, duration, updated_at: now };
      table.save(stopped);
      return stopped;
    },
  };
}
