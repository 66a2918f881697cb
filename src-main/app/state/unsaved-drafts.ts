import type { Draft, DraftView, EntryValues, Instant } from '#contract';
import { valuesOf } from '../../domain/sync/pending-change.ts';
import { entryIdOf, restoredDraft } from '../../domain/drafts/restore-draft.ts';
import { isShown } from '../../domain/day/occupied-span.ts';
import type { StoredDraft } from '../ports/draft-store.ts';
import type { AccountId, Clock, Log, Store } from '../ports/ports.ts';

type Ports = {
  readonly store: Store;
  readonly clock: Pick<Clock, 'dayOf'>;
  readonly log: Log;
};

/**
 * What was begun to be typed in the popup outlives its page, and Stint. It is written when somebody asks for it
 * alone: each key would else be a write to the disk.
 */
export type Drafts = {
  keep(account: AccountId, draft: Draft): void;
  /** What a page that is made now begins with. */
  view(account: AccountId): DraftView;
  /** The account is left: nothing of it is there for whoever connects next. */
  forget(account: AccountId): void;
  /** Puts on disk what is not there yet. Never throws: what cannot be written is kept as before. */
  store(): void;
};

type Kept = StoredDraft & { readonly isStored: boolean };

const NONE: Kept = { draft: {}, isStored: true };

export function createDrafts({ store, clock, log }: Ports): Drafts {
  const drafts = new Map<AccountId, Kept>();

  function keptOf(account: AccountId): Kept {
    const known = drafts.get(account);
    if (known !== undefined) return known;
    const stored = store.draft(account);
    const kept = stored === undefined ? NONE : { ...stored, isStored: true };
    drafts.set(account, kept);
    return kept;
  }

  function valuesNow(entryId: string | undefined): EntryValues | undefined {
    const entry = entryId === undefined ? undefined : store.entry(entryId);
    return entry !== undefined && isShown(entry) ? valuesOf(entry) : undefined;
  }

  return {
    keep(account, draft) {
      const entryId = entryIdOf(draft.form);
      const known = keptOf(account);
      const isSame = entryIdOf(known.draft.form) === entryId;
      const before = isSame ? known.before : valuesNow(entryId);
      drafts.set(account, { draft, before, isStored: false });
    },
    view(account) {
      const kept = keptOf(account);
      if (isEmpty(kept.draft)) return {};
      return restoredDraft(kept.draft, {
        timerId: store.session(account)?.id,
        before: kept.before,
        now: valuesNow(entryIdOf(kept.draft.form)),
        dayOf: (at) => clock.dayOf(at as Instant),
      });
    },
    forget(account) {
      store.setDraft(account, undefined);
      drafts.delete(account);
    },
    store() {
      for (const [account, kept] of drafts) {
        if (kept.isStored) continue;
        const { draft, before } = kept;
        try {
          store.setDraft(account, isEmpty(draft) ? undefined : { draft, before });
          drafts.set(account, { ...kept, isStored: true });
        } catch (error) {
          log('error', 'draft not stored', { error: error instanceof Error ? error.name : '' });
        }
      }
    },
  };
}

function isEmpty(draft: Draft): boolean {
  return Object.values(draft).every((part) => part === undefined);
}
