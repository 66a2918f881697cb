import type { EntriesFilter, Instant, Seconds, Span, TaskView } from '#contract';
import type { Entry } from '../../domain/entry.ts';

export type SpanTotals = Span & {
  readonly activitySeconds: Seconds;
  readonly breakSeconds: Seconds;
};

/** Kept entries in question; `text` is looked for in description, task, project and client, accents and case aside. */
export type WantedEntries = (
  | { readonly of: 'range'; readonly range: Span; readonly filter?: EntriesFilter | undefined }
  | { readonly of: 'task'; readonly taskId: number }
) & { readonly text: string };

export type EntriesFacts = { readonly count: number; readonly trackedSeconds: Seconds };

export type PageSlice = { readonly offset: number; readonly count: number };

/** What a snapshot asks of a day or a week, of which there may be more entries than are read one by one. */
export type PeriodStore<Account> = {
  /** Entries that a person sees and whose span touches the range, so many at most, newest first. */
  newestBetween(account: Account, range: Span, most: number): readonly Entry[];
  /** Those of them that have begun by then: how many, and when the last of them ends. */
  begunUntil(
    account: Account,
    range: Span,
    at: Instant,
  ): { readonly count: number; readonly endAt: Instant };
  /** Of what a person sees, the shown lengths within each of the spans, which lie in the range. */
  totalsWithin(account: Account, range: Span, spans: readonly Span[]): readonly SpanTotals[];
  /** Shown lengths of activity within the range, by task; one of which the name was changed may come twice. */
  activityByTask(
    account: Account,
    range: Span,
  ): readonly { readonly task: TaskView | undefined; readonly seconds: Seconds }[];
  /** A slice of the kept entries that begin in the range or belong to the task, newest first unless the filter says otherwise. */
  entriesPage(account: Account, wanted: WantedEntries, slice: PageSlice): readonly Entry[];
  entriesFacts(account: Account, wanted: WantedEntries): EntriesFacts;
};
