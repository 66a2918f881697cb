import type { Instant, PlannedView } from '#contract';
import type { AccountId, Store } from './ports.ts';
import { plannedViews } from './present-day.ts';

/** The time block that covers the moment; of several the one that began last. */
export function plannedNow(store: Store, account: AccountId, at: Instant): PlannedView | undefined {
  return plannedViews(store, account, { startAt: at, endAt: (at + 1) as Instant }).findLast(
    ({ kind, startAt = at, seconds = 0 }) => kind === 'block' && startAt + seconds * 1000 > at,
  );
}
