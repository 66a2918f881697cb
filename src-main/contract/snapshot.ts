import type { LeftClick } from './command.ts';
import type { DayView, PlannedView, ShownView } from './day.ts';
import type { TaskView } from './entry.ts';
import type { AppError } from './errors.ts';
import type { Instant } from './units.ts';

export type AccountView =
  | { readonly state: 'none' }
  | {
      readonly state: 'connected';
      readonly kind: 'focus' | 'demo';
      readonly organizationId: number;
      readonly workspaceId: number;
      /**
       * Where the secret is. `memory`: this run only, the keychain could not take it. `locked` and
       * `missing`: Stint has no secret, sessions are recorded and wait.
       */
      readonly secret: 'keychain' | 'memory' | 'locked' | 'missing' | 'none-needed';
      /** Toggl answered 401: entries wait for a new key. */
      readonly keyRefused: boolean;
    };

export type TimerView =
  | { readonly state: 'idle' }
  | {
      readonly state: 'running';
      /** Becomes the id of its entry. */
      readonly id: string;
      readonly task: TaskView | undefined;
      readonly description: string | undefined;
      readonly startAt: Instant;
    };

/** An entry as Toggl Focus told it just now. */
export type EntryDetails = {
  readonly entryId: string;
  readonly serverId: number;
  readonly createdAt: Instant | undefined;
  readonly updatedAt: Instant | undefined;
  readonly archivedAt: Instant | undefined;
  /** Whether it stood there as it stood here. */
  readonly same: boolean;
};

/** Why nothing is being sent although entries wait. */
export type HoldView =
  | { readonly reason: 'key' }
  | { readonly reason: 'quota'; readonly untilAt: Instant | undefined }
  | { readonly reason: 'offline'; readonly retryAt: Instant | undefined }
  | { readonly reason: 'server'; readonly retryAt: Instant | undefined };

export type SyncView = {
  /** Entries queued, being sent or checked, and changes to be told. */
  readonly waiting: number;
  readonly rejected: number;
  readonly busy: boolean;
  readonly hold: HoldView | undefined;
  /** When today's entries were last read from Toggl Focus. */
  readonly readAt: Instant | undefined;
};

export type QuotaView = {
  readonly remaining: number;
  readonly resetsAt: Instant;
};

/** One step of mending, in the terms of what was asked for. */
export type ChangeView = {
  readonly what:
    | 'edit'
    | 'add'
    | 'split'
    | 'duplicate'
    | 'delete'
    | 'restore'
    | 'archive'
    | 'unarchive'
    | 'move'
    | 'shift'
    | 'fill'
    | 'trim'
    | 'merge'
    | 'timer';
  /** Entries concerned. */
  readonly count: number;
  readonly at: Instant;
};

export type ElsewhereView = {
  readonly task: TaskView | undefined;
  readonly description: string | undefined;
  readonly startAt: Instant;
};

/** All that tray and popup draw. Main owns it; each push replaces the whole. */
export type Snapshot = {
  readonly revision: number;
  readonly at: Instant;
  readonly account: AccountView;
  readonly timer: TimerView;
  readonly today: DayView;
  readonly shown: ShownView;
  /** A long read under way: how many entries have arrived. */
  readonly reading: { readonly entries: number } | undefined;
  /** What `mend/undo` and `mend/redo` would take back, the latest change first. */
  readonly undo: ChangeView | undefined;
  readonly redo: ChangeView | undefined;
  /** A timer that runs in Toggl Focus and was not started here. */
  readonly elsewhere: ElsewhereView | undefined;
  /** The time block that covers this moment. */
  readonly plannedNow: PlannedView | undefined;
  /** Most recently used first, at most five. */
  readonly recentTasks: readonly TaskView[];
  /** What the person last tracked: "start last task" of tray and middle click. */
  readonly last:
    { readonly task: TaskView | undefined; readonly description: string | undefined } | undefined;
  readonly tasks: {
    readonly count: number;
    readonly readAt: Instant | undefined;
    readonly pinned: readonly TaskView[];
  };
  readonly sync: SyncView;
  readonly quota: QuotaView | undefined;
  readonly settings: {
    readonly leftClick: LeftClick;
    /** Of the account, 0 is Sunday; Monday until it is known. */
    readonly weekStartsOn: number;
    readonly hours: '12h' | '24h';
  };
  /** Something that went wrong outside a command and that the person should know. */
  readonly notice: AppError | undefined;
};
