import type { FocusEntry } from '../domain/focus.ts';
import { planOfEntry, type Plan } from '../domain/plan.ts';
import { isRunning, type Running } from '../domain/running.ts';
import type { AccountId, Clock, Day, Store } from './ports.ts';
import type { RunningElsewhere, ViewState } from './view-state.ts';
import { taskOfFound } from './work.ts';

/** What a reading brings besides finished entries: the tracker takes care of those. */
export type Sifted = { readonly plans: readonly Plan[]; readonly running: Running | undefined };

export type Intake = {
  sift(account: AccountId, entries: readonly FocusEntry[]): Sifted;
  join(before: Sifted, next: Sifted): Sifted;
  /** Puts on disk that the whole range was read, and what is planned in it. */
  keep(account: AccountId, range: Day, sifted: Sifted): void;
  /** A range that holds this moment tells what runs elsewhere, and that nothing does. */
  tell(account: AccountId, range: Day, sifted: Sifted): void;
};

type Ports = { readonly store: Store; readonly clock: Clock; readonly view: ViewState };

export function createIntake({ store, clock, view }: Ports): Intake {
  return {
    sift: (account, entries) => ({
      plans: entries
        .filter(({ startAt }) => startAt === undefined)
        .flatMap((entry) => planOfEntry(entry, taskOfFound(store, account, entry)) ?? []),
      running: entries.find(isRunning),
    }),
    join: (before, next) => ({
      plans: [...before.plans, ...next.plans],
      running: next.running ?? before.running,
    }),
    keep(account, range, { plans }) {
      store.setPlans(account, 'entry', range, plans);
      store.setReadAt(account, range, clock.now());
    },
    tell(account, range, { running }) {
      const now = clock.now();
      if (range.startAt > now || range.endAt <= now) return;
      const elsewhere = running && runningElsewhere(store, account, running);
      view.set(account, { elsewhere, elsewhereAsked: true });
    },
  };
}

export function runningElsewhere(
  store: Store,
  account: AccountId,
  running: Running,
): RunningElsewhere {
  const { startAt, description } = running;
  return { startAt, task: taskOfFound(store, account, running), description };
}
