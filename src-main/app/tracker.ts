import type { Instant, TaskView } from '#contract';
import {
  beingUpdated,
  edited,
  notUpdated,
  removed,
  reverted,
  undone,
  valuesOf,
  type Change,
} from '../domain/change.ts';
import type { Entry, Session, Values } from '../domain/entry.ts';
import { afterChange, afterCreate } from '../domain/outcome.ts';
import { reconcile, type Reading, type Reconciliation } from '../domain/reconcile.ts';
import { endOf, finish, firstFreeSecond, honestEnd, type Anchor } from '../domain/session.ts';
import type { ChangeVerdict, Verdict } from '../domain/verdict.ts';
import type { AccountId, Clock, Ids, Store } from './ports.ts';

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
export type Tracker = {
  /** Starts a session; a running one ends at the same instant. */
  start(account: AccountId, work: Work): void;
  /** Ends the session and queues its entry; undefined when nothing runs. */
  stop(account: AccountId): Entry | undefined;
  /**
   * Changes an entry in whatever state of delivery it is. A start moves on to the next second that
   * no other entry begins in. False when there is no such entry.
   */
  edit(account: AccountId, entryId: string, change: Partial<Values>): boolean;
  /** Hides the entry and, where the server has it, deletes it there. */
  remove(account: AccountId, entryId: string): boolean;
  /** Takes `remove` back. */
  undoRemove(account: AccountId, entryId: string): boolean;
  /** Gives up a change that the server refused. */
  revert(account: AccountId, entryId: string): boolean;
  /** Puts `sending` on disk before the request leaves. */
  markSending(account: AccountId, entries: readonly Entry[]): void;
  /** Puts on disk that an update of the entry is about to leave. */
  markUpdating(account: AccountId, entryId: string): void;
  /** The creation of the entry was answered. */
  settle(account: AccountId, entryId: string, verdict: Verdict): void;
  /** A change was answered; `told` is the entry as it was then. */
  settleChange(account: AccountId, told: Entry, change: Change, verdict: ChangeVerdict): void;
  /** Lays a read of the server's entries over those at hand. */
  absorb(account: AccountId, reading: Reading): Reconciliation;
};

type Ports = { readonly store: Store; readonly clock: Clock; readonly ids: Ids };

export function createTracker({ store, clock, ids }: Ports): Tracker {
  const ends = createSessionEnds(clock);

  function endSession(account: AccountId): Entry | undefined {
    const session = store.session(account);
    if (session === undefined) return undefined;
    const entry = finish(session, ends.endNow(session));
    store.putEntry(account, entry);
    store.setSession(account, undefined);
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
    ...createEdits(store),
    ...createSettling(store, clock),
    absorb: (account, reading) => absorb(store, account, reading),
  };
}

function absorb(store: Store, account: AccountId, reading: Reading): Reconciliation {
  return store.transaction(() => {
    const result = reconcile(concerned(store, account, reading), reading);
    for (const id of result.removeIds) store.removeEntry(id);
    for (const entry of result.put) {
      store.putEntry(account, entry);
      if (entry.task !== undefined) store.touchTask(account, entry.task, entry.startAt);
    }
    return result;
  });
}

/** More have not been sent at once, however long the outbox is. */
const MOST = 1000;

/** All that a reading may speak of; what was moved or not yet told begins elsewhere here than there. */
function concerned(store: Store, account: AccountId, reading: Reading): readonly Entry[] {
  const { fromAt, toAt, entries } = reading;
  const serverIds = entries.map((entry) => entry.id);
  const all = [
    ...store.entriesBetween(account, fromAt, toAt),
    ...store.entriesOnServer(account, serverIds),
    ...store.entriesInState(account, 'unknown', MOST),
    ...store.changedEntries(account, MOST),
  ];
  return [...new Map(all.map((entry) => [entry.id, entry])).values()];
}

type Edits = Pick<Tracker, 'edit' | 'remove' | 'undoRemove' | 'revert'>;

function createEdits(store: Store): Edits {
  function rewrite(account: AccountId, entryId: string, next: (entry: Entry) => Entry): boolean {
    return store.transaction(() => {
      const entry = store.entry(entryId);
      if (entry === undefined) return false;
      store.putEntry(account, next(entry));
      return true;
    });
  }
  return {
    edit: (account, entryId, change) =>
      rewrite(account, entryId, (entry) => {
        const { startAt } = change;
        if (startAt === undefined || startAt === entry.startAt) return edited(entry, change);
        const free = firstFreeSecond(startAt, (second) => store.startTaken(account, second));
        return edited(entry, { ...change, startAt: free });
      }),
    remove: (account, entryId) => rewrite(account, entryId, removed),
    undoRemove: (account, entryId) => rewrite(account, entryId, undone),
    revert: (account, entryId) => rewrite(account, entryId, reverted),
  };
}

type Settling = Pick<Tracker, 'markSending' | 'markUpdating' | 'settle' | 'settleChange'>;

function createSettling(store: Store, clock: Clock): Settling {
  return {
    markSending: (account, entries) =>
      store.transaction(() => {
        const delivery = { state: 'sending', sinceAt: clock.now() } as const;
        for (const entry of entries) store.putEntry(account, { ...entry, delivery });
      }),
    markUpdating: (account, entryId) =>
      store.transaction(() => {
        const entry = store.entry(entryId);
        if (entry !== undefined) store.putEntry(account, beingUpdated(entry));
      }),
    settle: (account, entryId, verdict) =>
      store.transaction(() => {
        const entry = store.entry(entryId);
        if (entry !== undefined) {
          store.putEntry(account, afterCreate(entry, verdict, clock.now()));
        }
      }),
    settleChange: (account, told, change, verdict) =>
      store.transaction(() => {
        const entry = store.entry(told.id);
        if (entry !== undefined) {
          const next = afterChange(entry, change, valuesOf(told), verdict);
          const isRefused = change === 'update' && verdict.kind === 'refused';
          store.putEntry(account, isRefused ? notUpdated(next, told) : next);
        }
      }),
  };
}

/** Knows how long each session has truly run in this run of the app. */
function createSessionEnds(clock: Clock): {
  begin(session: Session): void;
  endNow(session: Session): Instant;
} {
  let known: { readonly id: string; readonly anchor: Anchor } | undefined;
  return {
    begin({ id }) {
      known = { id, anchor: { elapsedMs: 0, monotonicMs: clock.monotonic() } };
    },
    endNow(session) {
      const now = { at: clock.now(), monotonicMs: clock.monotonic() };
      // A session from before a restart has only its start to go by.
      if (known?.id !== session.id) return now.at;
      return honestEnd(session, now, known.anchor);
    },
  };
}
