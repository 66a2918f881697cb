import type { Instant } from '#contract';
import type { FocusEntry } from '../../domain/focus-types.ts';
import type { Reconciliation } from '../../domain/reconcile/reconcile-reading.ts';
import type { Window } from '../../domain/reconcile/missing-from-reading.ts';
import type { LiveState } from '../state/connection-and-live-state.ts';
import type { PlansAndRunningTimer, FoundPlansAndRunning } from './store-planned-and-running.ts';
import type { AccountId, Log, Store, Timers } from '../ports/ports.ts';
import type { Tracker } from '../entries/tracker.ts';
import { askedFor, isThere } from './drop-entries-outside-range.ts';
import { inParts, stepByStep } from '../entries/write-in-slices.ts';
import { announceRemovedDuplicates } from './announce-removed-duplicates.ts';

type Ports = {
  readonly store: Store;
  readonly timers: Timers;
  readonly log: Log;
  readonly tracker: Tracker;
  readonly live: LiveState;
};

/** A list that has arrived as a whole. */
export type Arrived = {
  readonly window: Window;
  readonly entries: readonly FocusEntry[];
  /** Whether somebody still waits for it. */
  readonly isWanted: () => boolean;
};

/** Lays a list of any length over the entries at hand; what it shows besides finished ones is the value. */
export function createTakeIn(
  { store, timers, log, tracker, live }: Ports,
  plansAndRunning: PlansAndRunningTimer,
): (account: AccountId, arrived: Arrived) => Promise<FoundPlansAndRunning> {
  return async (account, { entries, window, isWanted }) => {
    const results: Reconciliation[] = [];
    let sifted = plansAndRunning.select(account, []);
    const inOrder = askedFor(store, account, entries, window).toSorted(byStart);
    const last = inOrder.at(-1);
    let { fromAt } = window;
    await inParts(timers, inOrder, (part) => {
      if (!isWanted()) return;
      const end = part.at(-1);
      const toAt = end === last ? window.toAt : startOf(end);
      results.push(tracker.merge(account, part, { fromAt, toAt }));
      fromAt = toAt;
      sifted = plansAndRunning.join(sifted, plansAndRunning.select(account, part));
    });
    if (!isWanted()) return sifted;
    const seen = new Set(inOrder.filter(isThere).map(({ id }) => id));
    const steps = tracker.conclude(account, window, seen);
    results.push(...(await stepByStep(timers, steps, isWanted)));
    const { adopted, requeued, twins } = sum(results);
    const facts = { count: entries.length, leftOut: window.leftOut.length };
    log('info', 'entries read', { ...facts, adopted, requeued, twins });
    announceRemovedDuplicates(live, twins);
    return sifted;
  };
}

function startOf(entry: FocusEntry | undefined): Instant {
  return entry?.startAt ?? (0 as Instant);
}

function byStart(a: FocusEntry, b: FocusEntry): number {
  return startOf(a) - startOf(b);
}

type Counts = Pick<Reconciliation, 'adopted' | 'requeued' | 'twins'>;

function sum(results: readonly Counts[]): Counts {
  return results.reduce(
    (total, { adopted, requeued, twins }) => ({
      adopted: total.adopted + adopted,
      requeued: total.requeued + requeued,
      twins: total.twins + twins,
    }),
    { adopted: 0, requeued: 0, twins: 0 },
  );
}
