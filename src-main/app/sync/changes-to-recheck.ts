import type { Entry } from '../../domain/entry.ts';
import type { AccountId, Store } from '../ports/ports.ts';

/**
 * Whether changes had to wait (for the network, the quota, a key, or since a former run), and which of
 * their entries were looked up since: somebody may have changed them elsewhere meanwhile.
 */
export type WaitedChanges = {
  /** Nothing can be told at present. */
  begin(): void;
  /** To be called with each plan; undefined where no change had to wait. */
  lookedUp(account: AccountId, isHeld: boolean): ReadonlySet<string> | undefined;
  note(entries: readonly Entry[]): void;
};

export function createWaitedChanges(store: Store): WaitedChanges {
  let seen: Set<string> | undefined = new Set();
  let owner: AccountId | undefined;
  return {
    begin() {
      seen = new Set();
    },
    lookedUp(account, isHeld) {
      // What one account left to be told waited while another one was connected.
      if (isHeld || account !== owner) seen = new Set();
      owner = account;
      if (seen !== undefined && store.changedEntries(account, 1).length === 0) seen = undefined;
      return seen;
    },
    note(entries) {
      for (const { id } of entries) seen?.add(id);
    },
  };
}
