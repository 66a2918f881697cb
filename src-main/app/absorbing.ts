import type { Instant } from '#contract';
import type { Entry } from '../domain/entry.ts';
import type { FocusEntry } from '../domain/focus.ts';
import {
  conclude,
  merge,
  reconcile,
  type Reading,
  type Reconciliation,
  type Window,
} from '../domain/reconcile.ts';
import type { AccountId, Store } from './ports.ts';

/** What readings of the server mean for the entries at hand. Each call is one transaction. */
export type Absorbing = {
  /** Lays a whole reading over them. */
  absorb(account: AccountId, reading: Reading): Reconciliation;
  /** Takes over what was found, be it a part of a reading or a single entry; of a miss it says nothing. */
  merge(account: AccountId, found: readonly FocusEntry[]): Reconciliation;
  /** After all parts were merged: what should have been in a reading of the window and was not. */
  conclude(account: AccountId, window: Window, seenServerIds: Iterable<number>): Reconciliation;
};

/** More have not been sent at once, however long the outbox is. */
const MOST = 1000;
const DAY_MS = 86_400_000;
/** So much of the entries is held in memory at a time. */
const SLICE_MS = 31 * DAY_MS;
/** Entries further apart than this are looked for one after the other. */
const GAP_MS = 2 * DAY_MS;

export function createAbsorbing({ store }: { store: Store }): Absorbing {
  function keep(account: AccountId, result: Reconciliation): Reconciliation {
    for (const id of result.removeIds) store.removeEntry(id);
    for (const entry of result.put) {
      store.putEntry(account, entry);
      if (entry.task !== undefined) store.touchTask(account, entry.task, entry.startAt);
    }
    return result;
  }

  /** What a reading may speak of though it begins elsewhere here than there. */
  function moved(account: AccountId): readonly Entry[] {
    return [
      ...store.entriesInState(account, 'unknown', MOST),
      ...store.changedEntries(account, MOST),
    ];
  }

  function concerned(account: AccountId, found: readonly FocusEntry[]): readonly Entry[] {
    const starts = found.map(({ startAt }) => startAt).filter((startAt) => startAt !== undefined);
    return [
      ...stretches(starts).flatMap(({ fromAt, toAt }) => begun(store, account, fromAt, toAt)),
      ...onServer(account, found),
      ...moved(account),
    ];
  }

  function onServer(account: AccountId, found: readonly FocusEntry[]): readonly Entry[] {
    const serverIds = found.map((entry) => entry.id);
    return store.entriesOnServer(account, serverIds);
  }

  return {
    absorb: (account, reading) =>
      store.transaction(() => {
        const { fromAt, toAt } = reading;
        const entries = named(store, account, reading.entries);
        const local = [
          // A range of Toggl's shows what reaches into it as well.
          ...store.entriesBetween(account, fromAt, toAt),
          ...onServer(account, entries),
          ...moved(account),
        ];
        return keep(account, reconcile(once(local), { ...reading, entries }));
      }),
    merge: (account, found) =>
      store.transaction(() =>
        keep(account, merge(once(concerned(account, found)), named(store, account, found))),
      ),
    conclude: (account, window, seenServerIds) =>
      store.transaction(() => {
        const seen = new Set(seenServerIds);
        const results = [keep(account, conclude(once(moved(account)), window, seen))];
        for (let fromAt = window.fromAt; fromAt < window.toAt; fromAt = later(fromAt, SLICE_MS)) {
          const toAt = Math.min(later(fromAt, SLICE_MS), window.toAt) as Instant;
          const local = begun(store, account, fromAt, toAt);
          results.push(keep(account, conclude(local, window, seen)));
        }
        return sum(results);
      }),
  };
}

/** Some routes tell a task by its id alone. */
function named(
  store: Store,
  account: AccountId,
  found: readonly FocusEntry[],
): readonly FocusEntry[] {
  return found.map((entry) => {
    const { task, taskId } = entry;
    if (task !== undefined || taskId === undefined) return entry;
    return { ...entry, task: store.task(account, taskId) };
  });
}

function later(at: Instant, ms: number): Instant {
  return (at + ms) as Instant;
}

/** Entries that begin in [fromAt, toAt). */
function begun(store: Store, account: AccountId, fromAt: Instant, toAt: Instant): readonly Entry[] {
  return store.entriesBetween(account, fromAt, toAt).filter(({ startAt }) => startAt >= fromAt);
}

function once(entries: readonly Entry[]): readonly Entry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

/** Stretches of time, each end excluded, that hold all these instants and no long emptiness. */
function stretches(
  instants: readonly Instant[],
): readonly { readonly fromAt: Instant; readonly toAt: Instant }[] {
  const found: { fromAt: Instant; toAt: Instant }[] = [];
  for (const at of [...instants].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && at - last.toAt < GAP_MS) last.toAt = later(at, 1);
    else found.push({ fromAt: at, toAt: later(at, 1) });
  }
  return found;
}

function sum(results: readonly Reconciliation[]): Reconciliation {
  return {
    put: results.flatMap(({ put }) => put),
    removeIds: results.flatMap(({ removeIds }) => removeIds),
    adopted: 0,
    requeued: results.reduce((total, { requeued }) => total + requeued, 0),
  };
}
