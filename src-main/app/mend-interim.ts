import type { ChangeView, MendCommand, Result } from '#contract';
import { removed, reverted, undone } from '../domain/change.ts';
import type { Entry } from '../domain/entry.ts';
import type { AccountId, Store } from './ports.ts';
import { DONE, refuse } from './results.ts';
import type { Tracker } from './tracker.ts';

export type Mender = {
  carryOut(account: AccountId, command: MendCommand): Result<undefined>;
  undo(account: AccountId): ChangeView | undefined;
  redo(account: AccountId): ChangeView | undefined;
};

/** What single entries need, until mending has its own place. */
export function createMender({
  store,
}: {
  readonly store: Store;
  readonly tracker: Tracker;
}): Mender {
  function rewrite(account: AccountId, ids: readonly string[], next: (entry: Entry) => Entry) {
    return store.transaction((): Result<undefined> => {
      const entries = ids.flatMap((id) => store.entry(id) ?? []);
      if (entries.length < ids.length) return refuse({ kind: 'unknown-entry' });
      for (const entry of entries) store.putEntry(account, next(entry));
      return DONE;
    });
  }
  return {
    carryOut(account, command) {
      switch (command.type) {
        case 'entries/delete':
          return rewrite(account, command.entryIds, removed);
        case 'entries/restore':
          return rewrite(account, command.entryIds, undone);
        case 'entry/revert':
          return rewrite(account, [command.entryId], reverted);
        default:
          return refuse({ kind: 'malformed-command' });
      }
    },
    undo: () => undefined,
    redo: () => undefined,
  };
}
