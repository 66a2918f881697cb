import type { Instant, TaskView } from '#contract';
import type { Delivery, Entry, Session } from '../domain/entry.ts';
import { reconcile, type Reading, type Reconciliation } from '../domain/reconcile.ts';
import { endOf, finish, firstFreeSecond, honestEnd, type Anchor } from '../domain/session.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { AccountId, Clock, Ids, Store } from './ports.ts';

export type Work = {
  readonly task: TaskView | undefined;
  readonly description: string | undefined;
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
  /** Queues a rejected entry anew with another task or description; false when there is none. */
  mend(account: AccountId, entryId: string, change: Partial<Work>): boolean;
  /** Drops a rejected entry; false when there is none. */
  discard(entryId: string): boolean;
  /** Puts `sending` on disk before the request leaves. */
  markSending(account: AccountId, entry: Entry): void;
  settle(account: AccountId, entry: Entry, verdict: Verdict): void;
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
    start: (account, { task, description }) =>
      store.transaction(() => {
        const ended = endSession(account);
        const from = Math.max(clock.now(), ended === undefined ? 0 : endOf(ended)) as Instant;
        const startAt = firstFreeSecond(from, (second) => store.startTaken(account, second));
        const session: Session = { id: ids.next(), startAt, task, description };
        store.setSession(account, session);
        if (task !== undefined) store.touchTask(account, task, startAt);
        ends.begin(session);
      }),
    stop: (account) => store.transaction(() => endSession(account)),
    mend: (account, entryId, change) =>
      store.transaction(() => {
        const entry = store.entry(entryId);
        if (entry?.delivery.state !== 'rejected') return false;
        store.putEntry(account, { ...entry, ...change, delivery: { state: 'queued' } });
        return true;
      }),
    discard: (entryId) =>
      store.transaction(() => {
        if (store.entry(entryId)?.delivery.state !== 'rejected') return false;
        store.removeEntry(entryId);
        return true;
      }),
    markSending: (account, entry) =>
      store.putEntry(account, { ...entry, delivery: { state: 'sending', sinceAt: clock.now() } }),
    settle: (account, entry, verdict) =>
      store.putEntry(account, { ...entry, delivery: deliveryAfter(verdict, clock.now()) }),
    absorb: (account, reading) => absorb(store, account, reading),
  };
}

function absorb(store: Store, account: AccountId, reading: Reading): Reconciliation {
  return store.transaction(() => {
    const local = store.entriesBetween(account, reading.fromAt, reading.toAt);
    const result = reconcile(local, reading);
    for (const id of result.removeIds) store.removeEntry(id);
    for (const entry of result.put) {
      store.putEntry(account, entry);
      if (entry.task !== undefined) store.touchTask(account, entry.task, entry.startAt);
    }
    return result;
  });
}

function deliveryAfter(verdict: Verdict, now: Instant): Delivery {
  switch (verdict.kind) {
    case 'delivered':
      return { state: 'delivered', serverId: verdict.serverId };
    case 'unknown':
      return { state: 'unknown', sinceAt: now };
    case 'rejected':
      return { state: 'rejected', status: verdict.status, reason: verdict.reason };
    case 'wait':
      return { state: 'queued' };
  }
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
