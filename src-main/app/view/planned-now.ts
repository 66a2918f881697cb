import type { Instant, PlannedView } from '#contract';
import type { AccountId, Store } from '../ports/ports.ts';
import { plannedViews } from './day-view.ts';

/** The time block that covers the moment; of several the one that began last. */
export function plannedNow(store: Store, account: AccountId, at: Instant): PlannedView | undefined {
  return plannedViews(store, account, { startAt: at, endAt: (at + 1) as Instant }).findLast(
    ({ kind, task, startAt = at, seconds = 0 }) =>
      kind === 'block' &&
      startAt + seconds * 1000 > at &&
      // It is offered to be started, which would end in a refused entry.
      (task === undefined || store.task(account, task.id)?.archived !== true),
  );
}
