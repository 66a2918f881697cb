import type { FocusEntry } from '../../domain/focus-types.ts';
import { planOfEntry, type Plan } from '../../domain/day/planned-time.ts';
import { isRunning, type Running } from '../../domain/timer/running-remotely.ts';
import { storePlans } from './store-plans.ts';
import type { AccountId, Clock, Day, Store, Timers } from '../ports/ports.ts';
import type { RemoteTimerFound, ViewState } from '../state/view-state.ts';
import { taskOfFound } from '../tasks/find-task.ts';

/** What a reading brings besides finished entries: the tracker takes care of those. */
export type FoundPlansAndRunning = {
  readonly plans: readonly Plan[];
  readonly running: Running | undefined;
};

/** All of a reading; where something of it was left out, what it does not show may be there all the same. */
export type AllPlansAndRunning = FoundPlansAndRunning & { readonly isComplete: boolean };

export type PlansAndRunningTimer = {
  select(account: AccountId, entries: readonly FocusEntry[]): FoundPlansAndRunning;
  join(before: FoundPlansAndRunning, next: FoundPlansAndRunning): FoundPlansAndRunning;
  /** Puts on disk that the whole range was read, and what is planned in it. */
  keep(account: AccountId, range: Day, found: AllPlansAndRunning): Promise<void>;
  /** A range that holds this moment tells what runs elsewhere, and that nothing does. */
  tell(account: AccountId, range: Day, found: AllPlansAndRunning): void;
};

type Ports = {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly view: ViewState;
};

export function createPlansAndRunningTimer({
  store,
  clock,
  timers,
  view,
}: Ports): PlansAndRunningTimer {
  return {
    select: (account, entries) => ({
      plans: entries
        .filter(({ startAt }) => startAt === undefined)
        .flatMap((entry) => planOfEntry(entry, taskOfFound(store, account, entry)) ?? []),
      running: entries.find(isRunning),
    }),
    join: (before, next) => ({
      plans: [...before.plans, ...next.plans],
      running: next.running ?? before.running,
    }),
    async keep(account, range, { plans, isComplete }) {
      const kept = isComplete ? plans : withKnown(store, account, range, { kind: 'entry', plans });
      await storePlans({ store, timers }, account, { kind: 'entry', range, plans: kept });
      store.setReadAt(account, range, clock.now());
    },
    tell(account, range, { running, isComplete }) {
      const now = clock.now();
      if (range.startAt > now || range.endAt <= now) return;
      if (running === undefined && !isComplete) return;
      const elsewhere = running && remoteTimerOf(store, account, running);
      view.set(account, { elsewhere, elsewhereAsked: true });
    },
  };
}

/** These and, of the same kind, what is known here and is not among them. */
export function withKnown(
  store: Store,
  account: AccountId,
  range: Day,
  { kind: wanted, plans }: { readonly kind: Plan['kind']; readonly plans: readonly Plan[] },
): readonly Plan[] {
  const readIds = new Set(plans.map(({ id }) => id));
  const known = store
    .plansBetween(account, range.startAt, range.endAt)
    .filter(({ kind, id }) => kind === wanted && !readIds.has(id));
  return [...known, ...plans];
}

export function remoteTimerOf(
  store: Store,
  account: AccountId,
  running: Running,
): RemoteTimerFound {
  const { startAt, description } = running;
  return { startAt, task: taskOfFound(store, account, running), description };
}
