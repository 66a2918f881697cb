import type { Instant, TaskView } from '#contract';
import type { Entry, Session } from '../../domain/entry.ts';
import type { SessionChange } from '../../domain/edit/edit-and-refusal.ts';
import {
  endOf,
  finish,
  firstFreeSecond,
  honestEnd,
  type Anchor,
} from '../../domain/timer/session.ts';
import { createReadingMerge, type ReadingMerge } from './merge-readings.ts';
import type { AccountId, Clock, Ids, Store } from '../ports/ports.ts';
import { createDeliveryRecord, type DeliveryRecord } from './record-delivery.ts';

export type TaskAndDescription = {
  readonly task: TaskView | undefined;
  readonly description: string | undefined;
  /** Of the plan that the work is done for. */
  readonly timeBlockId?: number | undefined;
};

/** A session that ended. Without an entry where it took less than a second: it is thrown away. */
export type Ended = { readonly session: Session; readonly entry: Entry | undefined };

/**
 * The only writer of sessions and entries. Each call is one transaction: on disk when it returns, or
 * it throws and nothing has changed.
 */
export type Tracker = DeliveryRecord &
  ReadingMerge & {
    /** Starts a session; a running one ends at the same instant. */
    start(account: AccountId, work: TaskAndDescription): Ended | undefined;
    /** Makes the session that has just begun one of other work, so that nothing is left of the first. */
    correct(account: AccountId, work: TaskAndDescription): void;
    /** Ends the session and queues its entry; undefined when nothing runs. */
    stop(account: AccountId): Ended | undefined;
    /**
     * Changes the running session; false when nothing runs. Its second need not be free: the entry
     * that it becomes looks for one.
     */
    editSession(account: AccountId, change: SessionChange): boolean;
    /** What runs from now on is this session, since its start, or nothing; no entry comes of what ran. */
    letRun(account: AccountId, session: Session | undefined): void;
  };

type Ports = { readonly store: Store; readonly clock: Clock; readonly ids: Ids };

export function createTracker({ store, clock, ids }: Ports): Tracker {
  const ends = createSessionEnds(clock);

  function endSession(account: AccountId): Ended | undefined {
    const session = store.session(account);
    if (session === undefined) return undefined;
    store.setSession(account, undefined);
    // A start that the person moved may lie where another entry begins.
    const startAt = firstFreeSecond(session.startAt, (second) => store.startTaken(account, second));
    const entry = finish(session, startAt, ends.endNow(session));
    if (entry !== undefined) store.putEntry(account, entry);
    return { session, entry };
  }

  function start(
    account: AccountId,
    { task, description, timeBlockId }: TaskAndDescription,
  ): Ended | undefined {
    const ended = endSession(account);
    const endedAt = ended?.entry === undefined ? 0 : endOf(ended.entry);
    const from = Math.max(clock.now(), endedAt) as Instant;
    const startAt = firstFreeSecond(from, (second) => store.startTaken(account, second));
    const session: Session = { id: ids.next(), startAt, task, description, timeBlockId };
    store.setSession(account, session);
    if (task !== undefined) store.touchTask(account, task, startAt);
    ends.begin(session);
    return ended;
  }

  function correct(account: AccountId, work: TaskAndDescription): void {
    const begun = store.session(account);
    if (begun === undefined) {
      start(account, work);
      return;
    }
    const { task, description, timeBlockId } = work;
    store.setSession(account, { ...begun, task, description, timeBlockId });
    if (task !== undefined) store.touchTask(account, task, clock.now());
  }

  return {
    start: (account, work) => store.transaction(() => start(account, work)),
    correct: (account, work) => store.transaction(() => correct(account, work)),
    stop: (account) => store.transaction(() => endSession(account)),
    editSession: (account, change) =>
      store.transaction(() => {
        const session = store.session(account);
        if (session === undefined) return false;
        store.setSession(account, { ...session, ...change });
        return true;
      }),
    letRun: (account, session) =>
      store.transaction(() => {
        store.setSession(account, session);
        if (session !== undefined) ends.goOn(session);
      }),
    ...createDeliveryRecord({ store, clock }),
    ...createReadingMerge({ store, clock }),
  };
}

/** Knows how long each session has truly run in this run of the app. */
function createSessionEnds(clock: Clock): {
  begin(session: Session): void;
  /** It runs, as is known by now, since its start. */
  goOn(session: Session): void;
  endNow(session: Session): Instant;
} {
  let known: { readonly session: Session; readonly anchor: Anchor } | undefined;
  return {
    begin(session) {
      known = { session, anchor: { elapsedMs: 0, monotonicMs: clock.monotonic() } };
    },
    goOn(session) {
      const monotonicMs = clock.monotonic();
      // What this run has seen all along is known better than by the clock on the wall.
      const elapsedMs =
        known?.session.id === session.id
          ? known.anchor.elapsedMs + monotonicMs - known.anchor.monotonicMs
          : Math.max(0, clock.now() - session.startAt);
      known = { session, anchor: { elapsedMs, monotonicMs } };
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
