import type { Entry } from '../../../src-main/domain/entry.ts';
import type { FocusEntry } from '../../../src-main/domain/focus-types.ts';
import {
  conclude,
  merge,
  type Reconciliation,
} from '../../../src-main/domain/reconcile/reconcile-reading.ts';
import { sentAtOf, serverIdOf } from '../../../src-main/domain/sync/server-id.ts';
import type { Window } from '../../../src-main/domain/reconcile/missing-from-reading.ts';

/** One read of the server's entries, and what may be concluded from it. */
export type Reading = Window & { readonly entries: readonly FocusEntry[] };

/** Lays a whole reading over all entries at hand: what it shows, and what it should have shown. */
export function reconcile(local: readonly Entry[], reading: Reading): Reconciliation {
  const ours = new Set(local.map(serverIdOf));
  const found = reading.entries.filter(
    ({ id, startAt }) => (startAt ?? 0) < reading.toAt || ours.has(id),
  );
  const shown = merge(local, found, reading.readAt);
  const after = new Map(shown.put.map((entry) => [entry.id, entry]));
  const ids = new Set(found.map(({ id }) => id));
  const missed = concludeAll(
    local.map((entry) => after.get(entry.id) ?? entry),
    reading,
    ids,
  );
  const { adopted, twins } = shown;
  return { ...missed, put: [...shown.put, ...missed.put], adopted, twins: twins + missed.twins };
}

/** All entries at hand after a reading of the window that showed these. */
export function concludeAll(
  local: readonly Entry[],
  window: Window,
  ids: ReadonlySet<number>,
): Reconciliation {
  const sent = local.filter((entry) => ids.has(serverIdOf(entry) ?? 0));
  const requests = new Set(sent.flatMap((entry) => sentAtOf(entry) ?? []));
  return conclude(local, window, { ids, requests });
}
