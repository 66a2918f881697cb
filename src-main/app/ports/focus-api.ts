import type { Credential, Instant, Seconds, TagView } from '#contract';
import type {
  EntryChange,
  EntryType,
  FocusAnswer,
  FocusEntry,
  FocusProject,
  FocusTimeBlock,
  FocusSettings,
  FocusTask,
  ListFacts,
  Listing,
  NewEntry,
} from '../../domain/focus-types.ts';

type Answer<T> = Promise<FocusAnswer<T>>;

export type Page<T> = Listing<T> & {
  readonly page: number;
  readonly perPage: number;
};

export type EntryOrder =
  'start' | '-start' | 'created_at' | '-created_at' | 'updated_at' | '-updated_at';

export type PageQuery = {
  /** From 1. */
  readonly page?: number | undefined;
  /** 1 to 100. */
  readonly perPage?: number | undefined;
};

export type EntryFilter = {
  readonly type?: EntryType | undefined;
  readonly archived?: boolean | undefined;
  readonly orderBy?: EntryOrder | undefined;
};

/** Both ends inclusive, and by overlap: an entry that merely reaches into the range is returned too. */
export type Range = { readonly fromAt: Instant; readonly toAt: Instant };

export type RangeFilter = EntryFilter & {
  readonly taskId?: number | undefined;
  readonly statusId?: number | undefined;
  /** Also entries without a task. Left out, Toggl hides them. */
  readonly includeTaskless?: boolean | undefined;
};

/** Toggl Focus as one account in one workspace sees it: one function per route. Source: the official time-entries page. */
export type FocusApi = {
  // The sixteen routes of the time-entries page.
  listTaskEntries(
    taskId: number,
    query?: PageQuery & EntryFilter & { readonly timeBlockId?: number | undefined },
  ): Answer<Page<FocusEntry>>;
  /** The value is undefined where the server answers 201 without a body. */
  createTaskEntry(taskId: number, entry: NewEntry): Answer<FocusEntry | undefined>;
  getTaskEntry(taskId: number, entryId: number): Answer<FocusEntry>;
  replaceTaskEntry(taskId: number, entryId: number, entry: NewEntry): Answer<undefined>;
  deleteTaskEntry(taskId: number, entryId: number): Answer<undefined>;
  updateTaskEntry(taskId: number, entryId: number, change: EntryChange): Answer<undefined>;
  archiveTaskEntry(taskId: number, entryId: number): Answer<undefined>;
  restoreTaskEntry(taskId: number, entryId: number): Answer<undefined>;
  unarchiveTaskEntry(taskId: number, entryId: number): Answer<undefined>;
  listEntries(
    range: Range,
    query?: PageQuery & RangeFilter & { readonly timeBlockId?: number | undefined },
  ): Answer<Page<FocusEntry>>;
  createEntries(
    entries: readonly (NewEntry & { readonly taskId: number | undefined })[],
  ): Answer<undefined>;
  deleteEntries(entryIds: readonly number[]): Answer<undefined>;
  updateEntries(changes: readonly (EntryChange & { readonly id: number })[]): Answer<undefined>;
  restoreEntries(entryIds: readonly number[]): Answer<undefined>;
  /** The whole range in one request. */
  streamEntries(range: Range, filter?: RangeFilter): Answer<Listing<FocusEntry>>;
  /**
   * The same route for long ranges: entries are handed over as they arrive, in batches, and nothing
   * is kept. `count` is how many there were. A failure may come after some batches; an abort reads as
   * `no-answer`.
   */
  streamEntriesInBatches(
    range: Range,
    sink: {
      readonly onBatch: (entries: readonly FocusEntry[]) => void;
      readonly signal: AbortSignal;
    },
    filter?: RangeFilter,
  ): Answer<ListFacts & { readonly count: number }>;
  streamEntriesOfTimeBlocks(timeBlockIds: readonly number[]): Answer<Listing<FocusEntry>>;

  // What a client needs besides.
  getSettings(): Answer<FocusSettings>;
  /** Undefined where the server does not tell it. */
  getWorkspaceName(): Answer<string | undefined>;
  /** One page: more than a hundred no workspace is offered. */
  listTags(): Answer<Listing<TagView>>;
  listTasks(
    query?: PageQuery & {
      readonly name?: string | undefined;
      readonly projectId?: number | undefined;
    },
  ): Answer<Page<FocusTask>>;
  streamTasks(): Answer<Listing<FocusTask>>;
  getTask(taskId: number): Answer<FocusTask>;
  listProjects(query?: PageQuery): Answer<Page<FocusProject>>;
  createEntry(
    entry: NewEntry & { readonly projectId?: number | undefined },
  ): Answer<FocusEntry | undefined>;
  getEntry(entryId: number): Answer<FocusEntry>;
  updateEntry(entryId: number, change: EntryChange): Answer<undefined>;
  deleteEntry(entryId: number): Answer<undefined>;
  archiveEntry(entryId: number): Answer<undefined>;
  unarchiveEntry(entryId: number): Answer<undefined>;
  createTask(task: {
    readonly name: string;
    readonly projectId?: number | undefined;
  }): Answer<FocusTask>;
  /** What is planned in the range, by overlap, in one request. */
  streamTimeBlocks(range: Range): Answer<Listing<FocusTimeBlock>>;
  /** Undefined when nothing runs. */
  currentEntry(): Answer<FocusEntry | undefined>;
  startTracking(start: {
    readonly type: EntryType;
    readonly startAt?: Instant | undefined;
    readonly taskId?: number | undefined;
    readonly description?: string | undefined;
  }): Answer<FocusEntry>;
  stopTracking(endAt: Instant): Answer<FocusEntry>;
};

export type FocusAccount = {
  /** The address of the API without a slash at its end, `https://focus.toggl.com/api`. */
  readonly baseUrl: string;
  readonly organizationId: number;
  readonly workspaceId: number;
  readonly credential: Credential;
};

export type ConnectFocus = (account: FocusAccount) => FocusApi;

/** How long a request may take before its answer is given up, and how much its answer may hold. */
export type RequestLimits = { readonly timeout: Seconds; readonly maxBytes: number };
