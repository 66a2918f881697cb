import type { EntryType, Instant, LengthStyle, Seconds, TagView, Unreachable } from '#contract';

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
  readonly statusId?: number | undefined;
  /** By its status. It can still be tracked on. */
  readonly done?: boolean | undefined;
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
  readonly billable?: boolean | undefined;
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
  /** Of the entry itself, as the lists embed them. */
  readonly projectName?: string | undefined;
  readonly tagNames?: readonly string[] | undefined;
  /** Its own, in place of its task's; null where it has those, undefined where that is not told. */
  readonly tags?: readonly TagView[] | null | undefined;
};

/** What a create may carry; without `seconds` the server starts a running entry. */
export type NewEntry = {
  readonly type: EntryType;
  readonly startAt: Instant;
  readonly seconds?: Seconds | undefined;
  readonly description?: string | undefined;
  readonly timeBlockId?: number | undefined;
  /** Left out, it is as the task has it. A replacement cannot carry it. */
  readonly billable?: boolean | undefined;
  /** Left out, it has its task's. */
  readonly tagIds?: readonly number[] | undefined;
};

/** Absent fields stay as they are, `null` clears. */
export type EntryChange = {
  readonly type?: EntryType | undefined;
  readonly startAt?: Instant | undefined;
  readonly seconds?: Seconds | undefined;
  readonly taskId?: number | null | undefined;
  readonly timeBlockId?: number | null | undefined;
  readonly description?: string | null | undefined;
  readonly billable?: boolean | undefined;
  /** As the task has it. */
  readonly resetBillable?: boolean | undefined;
  /** Null: those of the task. */
  readonly tagIds?: readonly number[] | null | undefined;
};

export type FocusSettings = {
  readonly currentWorkspaceId: number | undefined;
  readonly timezone: string | undefined;
  /** 0 is Sunday. */
  readonly weekStartsOn: number | undefined;
  readonly timeFormat: '12h' | '24h' | undefined;
  readonly dateFormat?: 'US' | 'EU' | 'ISO' | undefined;
  readonly durationFormat?: LengthStyle | undefined;
};

/** What is known of an item that could not be read. */
export type LeftOut = {
  readonly id: number | undefined;
  /** `absent` where it says that it has none, as what is planned does. */
  readonly startAt: Instant | 'absent' | undefined;
};

/** What was read of a list besides its items. */
export type ListFacts = {
  /** Items that could not be read: what they are is not known, and none of them is absent. */
  readonly leftOut: readonly LeftOut[];
  /** False for `null` in place of a list, of which nothing can be concluded. */
  readonly isList: boolean;
};

export type Listing<T> = ListFacts & { readonly items: readonly T[] };

/** Both quota headers of one answer: requests left, and seconds until the count starts anew. */
export type QuotaReading = { readonly remaining: number; readonly resetsIn: Seconds };

/**
 * Why a request brought no result. `applied` is the one question delivery asks: can the server have
 * carried it out? `no` may be sent again as it is; `maybe` must be looked up first.
 */
export type FocusError =
  /** No connection came about. */
  | {
      readonly kind: 'not-sent';
      readonly applied: 'no';
      readonly cause: Unreachable;
      readonly detail: string;
    }
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
      /** `error_values.failures` of a refused bulk: places, from 0, of the items it is refused for. */
      readonly culprits?: readonly number[] | undefined;
      readonly traceId: string | undefined;
      readonly retryAfter: Seconds | undefined;
    }
  /**
   * An answer, of whatever status, that has not the shape of Toggl's: somebody in between gave it (a
   * proxy, a filter, a sign-in page, a balancer), and it says nothing about the request.
   */
  | {
      readonly kind: 'foreign';
      readonly applied: 'no' | 'maybe';
      /** 0 where the network stack hides it. */
      readonly status: number;
      readonly detail: string;
      readonly retryAfter: Seconds | undefined;
    }
  /** JSON with a status of success and something else in it than was asked for. */
  | {
      readonly kind: 'unreadable';
      readonly applied: 'maybe';
      readonly status: number;
      readonly detail: string;
    }
  /** More than Stint reads of any answer of the route. */
  | {
      readonly kind: 'too-large';
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
