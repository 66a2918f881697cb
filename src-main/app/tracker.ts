import type { Instant, TaskView } from '#contract';
import type { Entry, Session } from '../domain/entry.ts';
import type { SessionChange } from '../domain/mend/edit.ts';
import { begunAt } from '../domain/mend/stretch.ts';
import { endOf, finish, firstFreeSecond, honestEnd, type Anchor } from '../domain/session.ts';
import { createAbsorbing, type Absorbing } from './absorbing.ts';
import type { AccountId, Clock, Ids, Store } from './ports.ts';
import { createSettling, type Settling } from './settling.ts';

export type Work = {
  readonly task: TaskView | undefined;
  readonly description: string | undefined;
  /** Of the plan that the work is done for. */
  readonly timeBlockId?: number | undefined;
};

/**
 * The only writer of sessions and entries. Each call is one transaction: on disk when it returns, or
 * it throws and nothing has changed.
 */
export type Tracker = Settling &
  Absorbing & {
    /** Starts a session; a running one ends at the same instant. */
    start(account: AccountId, work: Work): void;
    /** Ends the session and queues its entry; undefined when nothing runs. */
    stop(account: AccountId): Entry | undefined;
    /**
     * Changes the running session; false when nothing runs. Its second need not be free: the entry
     * that it becomes looks for one.
     */
    editSession(account: AccountId, change: SessionChange): boolean;
  };

type Ports = { readonly store: Store; readonly clock: Clock; readonly ids: Ids };

export function createTracker({ store, clock, ids }: Ports): Tracker {
  const ends = createSessionEnds(clock);

  function endSession(account: AccountId): Entry | undefined {
    const session = store.session(account);
    if (session === undefined) return undefined;
    store.setSession(account, undefined);
    const ended = finish(session, ends.endNow(session));
    // A start that the person moved may lie where another entry begins.
    const startAt = firstFreeSecond(ended.startAt, (second) => store.startTaken(account, second));
    const entry = startAt === ended.startAt ? ended : begunAt(ended, startAt);
    store.putEntry(account, entry);
    return entry;
  }

  return {
    start: (account, { task, description, timeBlockId }) =>
      store.transaction(() => {
        const ended = endSession(account);
        const from = Math.max(clock.now(), ended === undefined ? 0 : endOf(ended)) as Instant;
        const startAt = firstFreeSecond(from, (second) => store.startTaken(account, second));
        const session: Session = { id: ids.next(), startAt, task, description, timeBlockId };
        store.setSession(account, session);
        if (task !== undefined) store.touchTask(account, task, startAt);
        ends.begin(session);
      }),
    stop: (account) => store.transaction(() => endSession(account)),
    editSession: (account, change) =>
      store.transaction(() => {
        const session = store.session(account);
        if (session === undefined) return false;
        store.setSession(account, { ...session, ...change });
        return true;
      }),
    ...createSettling({ store, clock }),
    ...createAbsorbing({ store }),
  };
}

/** Knows how long each session has truly run in this run of the app. */
function createSessionEnds(clock: Clock): {
  begin(session: Session): void;
  endNow(session: Session): Instant;
} {
  let known: { readonly session: Session; readonly anchor: Anchor } | undefined;
  return {
    begin(session) {
      known = { session, anchor: { elapsedMs: 0, monotonicMs: clock.monotonic() } };
    },
    endNow(session) {
      const now = { at: clock.now(), monotonicMs: clock.monotonic() };
      // A session from before a restart has only its start to go by.
      if (known?.session.id !== session.id) return now.at;
      // By the start that this run saw: a person who moves it does not move the end.
      return honestEnd(known.session, now, known.anchor);
    },
  };
}
