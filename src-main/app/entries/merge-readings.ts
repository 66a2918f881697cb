import type { Instant, TaskView } from '#contract';
import type { Entry } from '../../domain/entry.ts';
import type { FocusEntry, FocusTask } from '../../domain/focus-types.ts';
import { conclude, merge, type Reconciliation } from '../../domain/reconcile/reconcile-reading.ts';
import type { Window } from '../../domain/reconcile/missing-from-reading.ts';
import type { AccountId, Clock, Store } from '../ports/ports.ts';
import { PART } from './write-in-slices.ts';
import type { IdRow } from '../ports/unsettled-entry-store.ts';

/** What readings of the server mean for the entries at hand. Each call, and each step of one, is a transaction. */
export type ReadingMerge = {
  /**
   * Takes over what was found, be it a part of a reading or a single entry; of a miss it says nothing.
   * Entries whose ids nobody has told are looked for among what was found where they begin in the
   * `searchedRange` that it stands for, or between its first and its last.
   */
  merge(
    account: AccountId,
    found: readonly FocusEntry[],
    searchedRange?: SearchedRange,
  ): Reconciliation;
  /**
   * After all parts were merged: what should have been in a reading of the window and was not. Between
   * its steps anything else may happen.
   */
  conclude(
    account: AccountId,
    window: Window,
    seenServerIds: ReadonlySet<number>,
  ): Iterable<Reconciliation>;
};

type SearchedRange = Pick<Window, 'fromAt' | 'toAt'>;

/** More have not been sent at once, however long the outbox is. */
const MOST = 1000;

type Ports = { readonly store: Store; readonly clock: Clock };

export function createReadingMerge({ store, clock }: Ports): ReadingMerge {
  function keep(
    account: AccountId,
    local: readonly Entry[],
    result: Reconciliation,
  ): Reconciliation {
    const before = new Map(local.map((entry) => [entry.id, entry]));
    for (const id of result.removeIds) store.removeEntry(id);
    for (const entry of result.put) {
      const known = before.get(entry.id);
      if (known === undefined) store.putEntry(account, entry);
      else store.rewriteEntry(account, known, entry);
    }
    for (const { task, startAt } of lastUses(result.put)) {
      store.touchTask(account, task, startAt);
    }
    return result;
  }

  return {
    merge: (account, found, searchedRange) =>
      store.transaction(() => {
        const local = once(concerned(store, account, { found, searchedRange }));
        const taskOf = onceEach((taskId) => store.task(account, taskId));
        const tagsOf = (taskId: number) => taskOf(taskId)?.tagNames;
        return keep(account, local, merge(local, named(found, taskOf), clock.now(), tagsOf));
      }),
    *conclude(account, window, ids) {
      const requests = yield* requestsShown(store, account, window, ids);
      const step = (entries: readonly Entry[]): Reconciliation =>
        store.transaction(() =>
          keep(account, entries, conclude(entries, window, { ids, requests })),
        );
      // Twins are found among entries that are looked at together: theirs are, seen or not.
      yield step(once([...moved(store, account), ...besideLate(store, account)]));
      for (const rows of rowsOf(store, account, window)) {
        const open = rows.filter(
          ({ serverId, isLookedFor }) => isLookedFor || !isIn(ids, serverId),
        );
        yield step(open.flatMap(({ id }) => store.entry(id) ?? []));
      }
    },
  };
}

function isIn(ids: ReadonlySet<number>, serverId: number | undefined): boolean {
  return serverId !== undefined && ids.has(serverId);
}

/** What a reading may speak of though it begins elsewhere here than there. */
function moved(store: Store, account: AccountId): readonly Entry[] {
  return [
    ...store.entriesInState(account, 'unknown', MOST),
    ...store.changedEntries(account, MOST),
    ...store.lateEntries(account, MOST),
  ];
}

/** What begins where something that was given up may turn up. */
function besideLate(store: Store, account: AccountId): readonly Entry[] {
  const places = store.lateEntries(account, MOST).flatMap(({ late }) => late?.creates ?? []);
  return places.flatMap(({ startAt }) =>
    store
      .entriesBetween(account, startAt, (startAt + 1) as Instant)
      .filter((entry) => entry.startAt === startAt),
  );
}

function concerned(
  store: Store,
  account: AccountId,
  {
    found,
    searchedRange,
  }: { readonly found: readonly FocusEntry[]; readonly searchedRange?: SearchedRange | undefined },
): readonly Entry[] {
  const { fromAt, toAt } = hull(found, searchedRange);
  return [
    ...store.namelessBetween(account, fromAt, toAt),
    ...store.entriesOnServer(
      account,
      found.map(({ id }) => id),
    ),
    ...moved(store, account),
  ];
}

/** Empty where nothing of what was found begins anywhere. */
function hull(found: readonly FocusEntry[], searchedRange?: SearchedRange): SearchedRange {
  let fromAt: number = searchedRange?.fromAt ?? Infinity;
  let toAt: number = searchedRange?.toAt ?? 0;
  for (const { startAt } of found) {
    if (startAt === undefined) continue;
    fromAt = Math.min(fromAt, startAt);
    toAt = Math.max(toAt, startAt + 1);
  }
  return { fromAt: Math.min(fromAt, toAt) as Instant, toAt: toAt as Instant };
}

/** Some routes tell a task by its id alone. */
function named(
  found: readonly FocusEntry[],
  taskOf: (taskId: number) => FocusTask | undefined,
): readonly FocusEntry[] {
  return found.map((entry) => {
    const { task, taskId } = entry;
    if (task !== undefined || taskId === undefined) return entry;
    return { ...entry, task: taskOf(taskId) };
  });
}

/** A reading names the same few tasks again and again. */
function onceEach<T>(look: (id: number) => T): (id: number) => T {
  const seen = new Map<number, T>();
  return (id) => {
    if (!seen.has(id)) seen.set(id, look(id));
    return seen.get(id) as T;
  };
}

type Use = Pick<Entry, 'startAt'> & { readonly task: TaskView };

/** Of each task the latest. */
function lastUses(entries: readonly Entry[]): Iterable<Use> {
  const uses = new Map<number, Use>();
  for (const { task, startAt } of entries) {
    if (task === undefined) continue;
    const last = uses.get(task.id);
    if (last === undefined || startAt > last.startAt) uses.set(task.id, { task, startAt });
  }
  return uses.values();
}

/**
 * Requests of which the reading showed an entry, by when they left: they were carried out, so that
 * what else travelled in them was there. Looked for only where an entry of ours has no id.
 */
function* requestsShown(
  store: Store,
  account: AccountId,
  window: Window,
  ids: ReadonlySet<number>,
): Generator<Reconciliation, ReadonlySet<number>> {
  const requests = new Set<number>();
  if (store.namelessBetween(account, window.fromAt, window.toAt).length === 0) return requests;
  for (const rows of rowsOf(store, account, window)) {
    for (const { serverId, sentAt } of rows) {
      if (sentAt !== undefined && isIn(ids, serverId)) requests.add(sentAt);
    }
    yield NOTHING;
  }
  return requests;
}

const NOTHING: Reconciliation = { put: [], removeIds: [], adopted: 0, requeued: 0, twins: 0 };

/** All that begins in the window, part by part; what is written or moved meanwhile shifts none of the rest. */
function* rowsOf(
  store: Store,
  account: AccountId,
  { fromAt, toAt }: Window,
): Generator<readonly IdRow[]> {
  let after: IdRow | undefined;
  for (;;) {
    const rows = store.idsBetween(account, { fromAt, toAt }, { after, count: PART });
    after = rows.at(-1);
    if (after === undefined) return;
    yield rows;
  }
}

function once(entries: readonly Entry[]): readonly Entry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}
