import type { EntriesFilter, Instant, SyncView, TaskView } from '#contract';
import type { AccountId, Day } from '../ports/ports.ts';

export type Shown =
  | { readonly kind: 'today' }
  | { readonly kind: 'day'; readonly range: Day }
  | { readonly kind: 'range'; readonly range: Day; readonly filter: EntriesFilter }
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
export type RemoteTimerFound = {
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
  /** How many the latest readings of each kind could not read. */
  readonly leftOut: SyncView['leftOut'];
  readonly elsewhere: RemoteTimerFound | undefined;
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
  /** The zone is another one: what is shown keeps its dates, which now lie elsewhere in time. */
  follow(sameTime: (at: Instant) => Instant): void;
  /** Takes note of how many a reading could not read. */
  noteLeftOut(account: AccountId, kind: keyof View['leftOut'], count: number): void;
};

export const FIRST_PAGE: Cursor = { archived: undefined, nextPage: 1 };

export const FIRST_VIEW: View = {
  shown: { kind: 'today' },
  cursor: FIRST_PAGE,
  reading: undefined,
  leftOut: { entries: 0, tasks: 0, plans: 0 },
  elsewhere: undefined,
  elsewhereAsked: false,
  elsewhereLeft: false,
};

export function createViewState(onChange: () => void): ViewState {
  // A late answer for an account that was left changes nothing of the one that is looked at.
  const views = new Map<AccountId, View>();
  const get = (account: AccountId): View => views.get(account) ?? FIRST_VIEW;
  function set(account: AccountId, change: Partial<View>): void {
    views.set(account, { ...get(account), ...change });
    onChange();
  }
  return {
    get,
    set,
    follow(sameTime) {
      for (const [account, view] of views) {
        views.set(account, { ...view, shown: inZone(view.shown, sameTime) });
      }
      onChange();
    },
    noteLeftOut(account, kind, count) {
      const { leftOut } = get(account);
      if (leftOut[kind] !== count) set(account, { leftOut: { ...leftOut, [kind]: count } });
    },
  };
}

function inZone(shown: Shown, sameTime: (at: Instant) => Instant): Shown {
  const moved = ({ startAt, endAt }: Day): Day => ({
    startAt: sameTime(startAt),
    endAt: sameTime(endAt),
  });
  switch (shown.kind) {
    case 'day':
    case 'range':
      return { ...shown, range: moved(shown.range) };
    case 'week':
      return { ...shown, range: moved(shown.range), days: shown.days.map(moved) };
    default:
      return shown;
  }
}
