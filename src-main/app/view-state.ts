import type { Instant, TaskView } from '#contract';
import type { AccountId, Day } from './ports.ts';

export type Shown =
  | { readonly kind: 'today' }
  | { readonly kind: 'day' | 'range'; readonly range: Day }
  /** Seven days, one after the other. */
  | { readonly kind: 'week'; readonly range: Day; readonly days: readonly Day[] }
  | { readonly kind: 'task'; readonly taskId: number };

/** Where the reading of single pages stands. */
export type Cursor = {
  readonly archived: boolean | undefined;
  /** From 1; undefined after the last page. */
  readonly nextPage: number | undefined;
};

/** A timer that runs in Toggl Focus and was not started here. */
export type RunningElsewhere = {
  readonly startAt: Instant;
  readonly task: TaskView | undefined;
  readonly description: string | undefined;
};

/** What the popup looks at, for this run only. */
export type View = {
  readonly shown: Shown;
  readonly cursor: Cursor;
  /** A long read under way. */
  readonly reading: { readonly entries: number } | undefined;
  readonly elsewhere: RunningElsewhere | undefined;
  /** Toggl Focus was asked, or told by itself, what runs there. */
  readonly elsewhereAsked: boolean;
  /** The person wants to hear no more of it in this run. */
  readonly elsewhereLeft: boolean;
};

export type ViewState = {
  /** What is shown of one account says nothing about another. */
  get(account: AccountId): View;
  /** Each change is announced. */
  set(account: AccountId, change: Partial<View>): void;
};

export const FIRST_PAGE: Cursor = { archived: undefined, nextPage: 1 };

export const FIRST_VIEW: View = {
  shown: { kind: 'today' },
  cursor: FIRST_PAGE,
  reading: undefined,
  elsewhere: undefined,
  elsewhereAsked: false,
  elsewhereLeft: false,
};

export function createViewState(onChange: () => void): ViewState {
  // A late answer for an account that was left changes nothing of the one that is looked at.
  const views = new Map<AccountId, View>();
  const get = (account: AccountId): View => views.get(account) ?? FIRST_VIEW;
  return {
    get,
    set(account, change) {
      views.set(account, { ...get(account), ...change });
      onChange();
    },
  };
}
