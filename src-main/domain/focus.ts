import type { EntryType, Instant, Seconds } from '#contract';

/** What Toggl Focus says, as values: the wire's strings and nulls end in adapters/focus. */

export type { EntryType };

export type FocusTask = {
  readonly id: number;
  readonly name: string;
  readonly projectId: number | undefined;
  readonly projectName: string | undefined;
  readonly projectColor: string | undefined;
  readonly clientName: string | undefined;
  readonly archived: boolean;
  /** Pinned in Toggl Focus, for everybody who sees the task. */
  readonly pinned: boolean;
  readonly statusName: string | undefined;
  readonly tagNames: readonly string[];
};

export type FocusProject = {
  readonly id: number;
  readonly name: string;
  readonly color: string | undefined;
  readonly clientName: string | undefined;
  readonly archived: boolean;
};

/** A span of time that is planned for a task. */
export type FocusTimeBlock = {
  readonly id: number;
  readonly startAt: Instant | undefined;
  readonly seconds: Seconds | undefined;
  readonly taskId: number | undefined;
  readonly description: string | undefined;
  readonly completedAt: Instant | undefined;
  /** Embedded by the range forms, absent elsewhere. */
  readonly task: FocusTask | undefined;
};

/** A time entry as the server holds it. No `startAt`: planned. No `seconds`: running. */
export type FocusEntry = {
  readonly id: number;
  readonly startAt: Instant | undefined;
  readonly seconds: Seconds | undefined;
  readonly type: EntryType;
  readonly taskId: number | undefined;
  readonly projectId: number | undefined;
  readonly description: string | undefined;
  readonly timeBlockId: number | undefined;
  /** Of a planned entry. */
  readonly plannedStartAt: Instant | undefined;
  readonly plannedSeconds: Seconds | undefined;
  readonly createdAt: Instant | undefined;
  readonly updatedAt: Instant | undefined;
  readonly archivedAt: Instant | undefined;
  readonly deletedAt: Instant | undefined;
  /** Embedded by the lists, absent elsewhere. */
  readonly task: FocusTask | undefined;
};

/** What a create may carry; without `seconds` the server starts a running entry. */
export type NewEntry = {
  readonly type: EntryType;
  readonly startAt: Instant;
  readonly seconds?: Seconds | undefined;
  readonly description?: string | undefined;
  readonly timeBlockId?: number | undefined;
};

/** Absent fields stay as they are, `null` clears. */
export type EntryChange = {
  readonly type?: EntryType | undefined;
  readonly startAt?: Instant | undefined;
  readonly seconds?: Seconds | undefined;
  readonly taskId?: number | null | undefined;
  readonly timeBlockId?: number | null | undefined;
  readonly description?: string | null | undefined;
};

export type FocusSettings = {
  readonly currentWorkspaceId: number | undefined;
  readonly timezone: string | undefined;
  /** 0 is Sunday. */
  readonly weekStartsOn: number | undefined;
  readonly timeFormat: '12h' | '24h' | undefined;
};

/** Both quota headers of one answer: requests left, and seconds until the count starts anew. */
export type QuotaReading = { readonly remaining: number; readonly resetsIn: Seconds };

/**
 * Why a request brought no result. `applied` is the one question delivery asks: can the server have
 * carried it out? `no` may be sent again as it is; `maybe` must be looked up first.
 */
export type FocusError =
  /** No connection came about: offline, name not found, refused, TLS or proxy failure. */
  | { readonly kind: 'not-sent'; readonly applied: 'no'; readonly detail: string }
  /** Sent, and then no complete answer: time-out, reset, closed. */
  | { readonly kind: 'no-answer'; readonly applied: 'maybe'; readonly detail: string }
  /** Toggl answered with an error status. */
  | {
      readonly kind: 'answered';
      readonly applied: 'no' | 'maybe';
      readonly status: number;
      /** `error` of the body, a word for programs. */
      readonly code: string | undefined;
      /** `error_description` of the body, or a plain-text body, shortened. */
      readonly reason: string;
      /** `error_values.fields` of a 422: what the workspace requires. */
      readonly requiredFields: readonly string[];
      readonly traceId: string | undefined;
      readonly retryAfter: Seconds | undefined;
    }
  /** An answer that is not Toggl's: wrong shape, not JSON, too large, cut, or a redirect. */
  | {
      readonly kind: 'unreadable';
      readonly applied: 'maybe';
      readonly status: number;
      readonly detail: string;
    };

export type FocusAnswer<T> = (
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: FocusError }
) & {
  /** Of this answer; undefined where the headers are absent. */
  readonly quota: QuotaReading | undefined;
};
