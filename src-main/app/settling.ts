import { beingUpdated, type Change } from '../domain/change.ts';
import type { Entry } from '../domain/entry.ts';
import { afterChange, afterCreate } from '../domain/outcome.ts';
import type { ChangeVerdict, Verdict } from '../domain/verdict.ts';
import { apart } from './own-starts.ts';
import type { AccountId, Clock, Store } from './ports.ts';

/** What requests mean for their entries, before and after. Each call is one transaction. */
export type Settling = {
  /** Puts `sending` on disk before the request leaves. */
  markSending(account: AccountId, entries: readonly Entry[]): void;
  /** Puts on disk that an update of these entries is about to leave. */
  markUpdating(account: AccountId, entries: readonly Entry[]): void;
  /** The creation of the entry was answered. */
  settle(account: AccountId, entryId: string, verdict: Verdict): void;
  /** A change was answered; `told` is the entry as it was then. */
  settleChange(account: AccountId, told: Entry, change: Change, verdict: ChangeVerdict): void;
};

export function createSettling({ store, clock }: { store: Store; clock: Clock }): Settling {
  function rewrite(account: AccountId, entryId: string, next: (entry: Entry) => Entry): void {
    const entry = store.entry(entryId);
    if (entry === undefined) return;
    store.putEntry(account, apart(store, account, { before: entry, next: next(entry) }));
  }
  return {
    markSending: (account, entries) =>
      store.transaction(() => {
        const delivery = { state: 'sending', sinceAt: clock.now() } as const;
        for (const entry of entries) store.putEntry(account, { ...entry, delivery });
      }),
    markUpdating: (account, entries) =>
      store.transaction(() => {
        for (const { id } of entries) rewrite(account, id, beingUpdated);
      }),
    settle: (account, entryId, verdict) =>
      store.transaction(() => {
        rewrite(account, entryId, (entry) => afterCreate(entry, verdict, clock.now()));
      }),
    settleChange: (account, told, change, verdict) =>
      store.transaction(() => {
        rewrite(account, told.id, (entry) => afterChange(entry, change, told, verdict));
      }),
  };
}
