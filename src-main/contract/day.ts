import type { EntryView, TaskView } from './entry.ts';
import type { EntriesFilter, StatusView } from './search.ts';
import type { Instant, Seconds } from './units.ts';

export type Span = { readonly startAt: Instant; readonly endAt: Instant };

export type ProjectTotal = {
  /** Undefined for what has no project. */
  readonly name: string | undefined;
  readonly color: string | undefined;
  readonly seconds: Seconds;
};

/** Two entries, or an entry and the running timer, that share the span. */
export type OverlapView = Span & { readonly earlierId: string; readonly laterId: string };

/** A time block, or an entry that is planned and was never started: never counted. */
export type PlannedView = {
  readonly kind: 'block' | 'entry';
  readonly id: number;
  readonly task: TaskView | undefined;
  readonly description: string | undefined;
  readonly startAt: Instant | undefined;
  readonly seconds: Seconds | undefined;
  /** Tracked on the block, as far as it is known here. */
  readonly doneSeconds: Seconds;
};

/** One local day; what reaches over midnight counts on each day its part. */
export type DayView = Span & {
  /** Newest first, without the running session; of a day that holds hundreds, the newest of them. */
  readonly entries: readonly EntryView[];
  /** How many more there are behind those: gaps and overlaps are told of what is listed, sums of all. */
  readonly notListed: number;
  /** The shown lengths of finished activity within the day, breaks left out; the running session is not in it. */
  readonly trackedSeconds: Seconds;
  readonly breakSeconds: Seconds;
  /** Finished activity by project, most first. */
  readonly projects: readonly ProjectTotal[];
  /** Between entries, a minute or longer, oldest first; up to the running timer or, today, to now. */
  readonly gaps: readonly Span[];
  /** A minute or longer, oldest first; the running timer is among them by its session's id. */
  readonly overlaps: readonly OverlapView[];
  readonly planned: readonly PlannedView[];
  /** Deleted here in this run, and can be restored; newest first. */
  readonly removed: readonly EntryView[];
  /** When the whole day was last read from Toggl Focus. */
  readonly readAt: Instant | undefined;
};

export type DayTotal = Span & {
  readonly trackedSeconds: Seconds;
  readonly breakSeconds: Seconds;
  readonly plannedSeconds: Seconds;
  /** Finished activity by project, most first. */
  readonly projects: readonly ProjectTotal[];
};

export type WeekView = Span & {
  /** Seven, beginning with the first weekday of the account's settings. */
  readonly days: readonly DayTotal[];
  readonly trackedSeconds: Seconds;
  readonly projects: readonly ProjectTotal[];
  readonly readAt: Instant | undefined;
};

/** Too long for a snapshot: its entries are looked up a page at a time (`Search`). */
export type RangeView = Span & {
  readonly filter: EntriesFilter;
  /** Of the filter. */
  readonly task: TaskView | undefined;
  /** Those that tasks have, by name. */
  readonly statuses: readonly StatusView[];
  readonly count: number;
  readonly trackedSeconds: Seconds;
  readonly readAt: Instant | undefined;
  /** The page that `read/page` asks for next; undefined after the last one. */
  readonly nextPage: number | undefined;
};

/** All entries of one task that are known here; looked up as those of a range. */
export type TaskEntriesView = {
  readonly task: TaskView;
  readonly count: number;
  readonly trackedSeconds: Seconds;
  readonly nextPage: number | undefined;
};

export type ShownView =
  /** `snapshot.today`, whichever day that is. */
  | { readonly kind: 'today' }
  | { readonly kind: 'day'; readonly day: DayView }
  | { readonly kind: 'week'; readonly week: WeekView }
  | { readonly kind: 'range'; readonly range: RangeView }
  | { readonly kind: 'task'; readonly entries: TaskEntriesView };
