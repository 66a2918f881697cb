import type { Draft, EntryValues } from '#contract';
import type { AccountId } from './account-id.ts';

/** What was typed, and what the entry of its form was when that was opened. */
export type StoredDraft = {
  readonly draft: Draft;
  readonly before?: EntryValues | undefined;
};

export type DraftStore = {
  /** Undefined where there is none, or where it cannot be read. */
  draft(account: AccountId): StoredDraft | undefined;
  setDraft(account: AccountId, draft: StoredDraft | undefined): void;
};
