import type { Instant, Seconds, Span, TaskView } from '#contract';
import type { Entry } from '../../domain/entry.ts';

export type SpanTotals = Span & {
  readonly activitySeconds: Seconds;
  readonly breakSeconds: Seconds;
};

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
};
