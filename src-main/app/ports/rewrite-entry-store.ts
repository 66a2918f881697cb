import type { Entry } from '../../domain/entry.ts';
import type { AccountId } from './account-id.ts';

/** Many entries that change in little, at a fraction of what it takes to put each as a whole. */
export type RewriteEntryStore = {
  /** Those of these ids that are there, in no order. */
  entriesWithIds(ids: readonly string[]): readonly Entry[];
  /**
   * Puts `next`, an entry that was just read as `before` within the same transaction: only what differs is
   * written. Where it is there no more, it is put as a whole.
   */
  rewriteEntry(account: AccountId, before: Entry, next: Entry): void;
};
