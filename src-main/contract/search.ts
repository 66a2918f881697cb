import type { DoneBefore, EntryType, EntryView, OfferedTask } from './entry.ts';
import type { Seconds } from './units.ts';

/** Which entries of a range are meant, and in which order; what is absent leaves all of them, the newest first. */
export type EntriesFilter = {
  readonly entryType?: EntryType | undefined;
  /** Of the task that the entry is of. */
  readonly statusId?: number | undefined;
  readonly taskId?: number | undefined;
  readonly archived?: boolean | undefined;
  readonly oldestFirst?: boolean | undefined;
};

/** Of tasks, as the workspace names it. */
export type StatusView = { readonly id: number; readonly name: string };

/** A look-up in what is cached on disk, answered without a request. */
export type Search =
  /** An empty text lists what is planned now first, then favourites, then recents, then the rest. */
  | { readonly kind: 'tasks'; readonly text: string }
  /** The same tasks, and what was done before; an empty text lists the latest of that. */
  | { readonly kind: 'work'; readonly text: string }
  /** Those that tasks are in, by name. */
  | { readonly kind: 'projects' }
  /** A page of the shown range or task, in the order of its filter; an empty text finds all. */
  | {
      readonly kind: 'entries';
      readonly text: string;
      readonly offset: number;
      readonly count: number;
    };

/** Where a new task may go. */
export type ProjectView = {
  readonly id: number;
  readonly name: string;
  readonly color: string | undefined;
  readonly clientName: string | undefined;
};

/** Why a task stands where it stands. */
export type FoundTask = OfferedTask & {
  readonly mark: 'planned-now' | 'pinned' | 'recent' | undefined;
  /** Of the block that covers this moment, where `mark` is `planned-now`. */
  readonly timeBlockId: number | undefined;
};

export type FoundWork = {
  readonly done: readonly DoneBefore[];
  readonly tasks: readonly FoundTask[];
};

export type EntryPage = {
  readonly entries: readonly EntryView[];
  /** How many the text finds in all, and how much activity they hold. */
  readonly total: number;
  readonly trackedSeconds: Seconds;
};

export type Found<S extends Search> = S extends { readonly kind: 'tasks' }
  ? readonly FoundTask[]
  : S extends { readonly kind: 'work' }
    ? FoundWork
    : S extends { readonly kind: 'projects' }
      ? readonly ProjectView[]
      : EntryPage;
