import type { FocusEntry } from '../../domain/focus-types.ts';
import { serverIdOf } from '../../domain/sync/server-id.ts';
import type { Window } from '../../domain/reconcile/missing-from-reading.ts';
import type { AccountId, Store } from '../ports/ports.ts';

/**
 * A range of Toggl's includes its end (facts, section 8): what begins there was not asked for, and is
 * heeded only where it is one of ours.
 */
export function askedFor(
  store: Pick<Store, 'entriesOnServer'>,
  account: AccountId,
  found: readonly FocusEntry[],
  { toAt }: Pick<Window, 'toAt'>,
): readonly FocusEntry[] {
  const beyond = found.filter(({ startAt }) => (startAt ?? 0) >= toAt).map(({ id }) => id);
  if (beyond.length === 0) return found;
  const ours = new Set(store.entriesOnServer(account, beyond).map(serverIdOf));
  return found.filter(({ id, startAt }) => (startAt ?? 0) < toAt || ours.has(id));
}

/** A list may show what was deleted, and says so: that is no longer there. */
export function isThere({ deletedAt }: FocusEntry): boolean {
  return deletedAt === undefined;
}
