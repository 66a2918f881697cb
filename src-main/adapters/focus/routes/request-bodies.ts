import type { Instant } from '#contract';
import type { PageQuery, Range, RangeFilter } from '../../../app/ports/focus-api.ts';
import type { EntryChange, NewEntry } from '../../../domain/focus-types.ts';
import type { Query } from '../request/authorized-request.ts';

/** RFC 3339 in UTC and whole seconds: plain dates are refused, or silently find nothing. */
export function rfc3339(at: Instant): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

function optionalTime(at: Instant | undefined): string | undefined {
  return at === undefined ? undefined : rfc3339(at);
}

/** A field that is undefined never gets into the JSON; a null does, and clears. */
export function newEntry(entry: NewEntry): Record<string, unknown> {
  return {
    type: entry.type,
    start: rfc3339(entry.startAt),
    duration: entry.seconds,
    description: entry.description,
    time_block_id: entry.timeBlockId,
    billable: entry.billable,
    tag_ids: entry.tagIds,
  };
}

export function entryChange(change: EntryChange): Record<string, unknown> {
  return {
    type: change.type,
    start: optionalTime(change.startAt),
    duration: change.seconds,
    task_id: change.taskId,
    time_block_id: change.timeBlockId,
    description: change.description,
    billable: change.billable,
    reset_billable_to_default: change.resetBillable,
    tag_ids: change.tagIds,
  };
}

export type TrackingStart = {
  readonly type: NewEntry['type'];
  readonly startAt?: Instant | undefined;
  readonly taskId?: number | undefined;
  readonly description?: string | undefined;
};

export function trackingStart(start: TrackingStart): Record<string, unknown> {
  return {
    type: start.type,
    start: optionalTime(start.startAt),
    task_id: start.taskId,
    description: start.description,
  };
}

type ListQuery = PageQuery & RangeFilter & { readonly timeBlockId?: number | undefined };

export function listQuery(query: ListQuery): Query {
  return {
    page: query.page,
    per_page: query.perPage,
    type: query.type,
    archived: query.archived,
    order_by: query.orderBy,
    task_id: query.taskId,
    status_id: query.statusId,
    time_block_id: query.timeBlockId,
    include_taskless: query.includeTaskless,
  };
}

export function rangeQuery(range: Range): Query {
  return { date_from: rfc3339(range.fromAt), date_to: rfc3339(range.toAt) };
}

export function csv(ids: readonly number[]): string {
  return ids.join(',');
}
