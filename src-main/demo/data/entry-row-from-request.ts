import type { EntryRow } from './entry-table.ts';
import type { ChangePayload, ReplacePayload } from '../api/request-bodies.ts';

/** From one instant to a later one; never negative. */
export function wholeSeconds(fromAt: number, toAt: number): number {
  return Math.max(0, Math.floor((toAt - fromAt) / 1000));
}

export type WrittenFields = Pick<
  EntryRow,
  | 'type'
  | 'start_at'
  | 'duration'
  | 'description'
  | 'tag_ids'
  | 'time_block_id'
  | 'planned_start_at'
  | 'planned_duration'
>;

const orNull = <T>(value: T | undefined) => value ?? null;

/** Without a duration an entry runs; with a planned start alone it is only planned. */
function spanOf(payload: ReplacePayload, now: number): Pick<EntryRow, 'start_at' | 'duration'> {
  return payload.start === undefined && payload.planned_start !== undefined
    ? { start_at: null, duration: null }
    : { start_at: payload.start ?? now, duration: orNull(payload.duration) };
}

/** What a create or a PUT says of an entry. */
export function writtenFields(payload: ReplacePayload, now: number): WrittenFields {
  return {
    ...spanOf(payload, now),
    type: payload.type,
    description: orNull(payload.description),
    tag_ids: Array.isArray(payload.tag_ids) ? JSON.stringify(payload.tag_ids) : null,
    time_block_id: orNull(payload.time_block_id),
    planned_start_at: orNull(payload.planned_start),
    planned_duration: orNull(payload.planned_duration),
  };
}

/** The row after a PATCH: absent leaves as is, null clears. */
export function changedRow(row: EntryRow, payload: ChangePayload): EntryRow {
  const keep = <T>(value: T | undefined, old: T) => (value === undefined ? old : value);
  const { tag_ids: tagIds, reset_billable_to_default: isReset } = payload;
  const billable = isReset === true ? false : payload.billable;
  return {
    ...row,
    type: keep(payload.type, row.type),
    start_at: keep(payload.start, row.start_at),
    duration: keep(payload.duration, row.duration),
    description: keep(payload.description, row.description),
    task_id: keep(payload.task_id, row.task_id),
    project_id: keep(payload.project_id, row.project_id),
    time_block_id: keep(payload.time_block_id, row.time_block_id),
    planned_start_at: keep(payload.planned_start, row.planned_start_at),
    planned_duration: keep(payload.planned_duration, row.planned_duration),
    billable: billable === undefined ? row.billable : Number(billable),
    tag_ids: tagIds === undefined ? row.tag_ids : tagIds && JSON.stringify(tagIds),
  };
}
