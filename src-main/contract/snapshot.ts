import type { AwayView } from './away.ts';
import type { LeftClick } from './command.ts';
import type { DayView, PlannedView, ShownView } from './day.ts';
import type { DraftView } from './draft.ts';
import type { DoneBefore, OfferedTask, TaskView } from './entry.ts';
import type { GapsFrom, WorkingHours } from './while-you-work.ts';
import type { AppError, ErrorWords, Unreachable } from './errors.ts';
import type { LengthStyle, Look } from './look.ts';
import type { Instant } from './units.ts';

export type AccountView =
  | { readonly state: 'none' }
  | {
      readonly state: 'connected';
      readonly kind: 'focus' | 'demo';
      readonly organizationId: number;
      readonly workspaceId: number;
      /** Undefined until it was read. */
      readonly workspaceName?: string | undefined;
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
  /** Its own or, where it has none, those of its task. */
  readonly tagNames: readonly string[];
  /** Whether it stood there as it stood here. */
  readonly same: boolean;
};

/** Why nothing is being sent although entries wait. */
export type PauseView =
  | { readonly reason: 'key' }
  | { readonly reason: 'quota'; readonly untilAt: Instant | undefined }
  | {
      readonly reason: 'offline';
      readonly cause: Unreachable;
      readonly retryAt: Instant | undefined;
    }
  /** Something between this computer and Toggl Focus answers, with this status. */
  | { readonly reason: 'foreign'; readonly status: number; readonly retryAt: Instant | undefined }
  | { readonly reason: 'server'; readonly retryAt: Instant | undefined };

export type SyncView = {
  /** Entries queued, being sent or checked, and changes to be told. */
  readonly waiting: number;
  readonly rejected: number;
  /** Entries changed here and in Toggl Focus, which wait for the person to decide. */
  readonly conflicts: number;
  /** Entries that may be in Toggl Focus already, which wait for the person to say so. */
  readonly questions: number;
  readonly busy: boolean;
  readonly pause: PauseView | undefined;
  /** When today's entries were last read from Toggl Focus. */
  readonly readAt: Instant | undefined;
  /** What the last readings held beyond all limits: it stands in Toggl Focus and is not shown. */
  readonly leftOut: { readonly entries: number; readonly tasks: number; readonly plans: number };
};

export type QuotaView = {
  readonly remaining: number;
  readonly resetsAt: Instant;
  /** As many as the hour had, as far as that is known. */
  readonly perHour: number;
};

/** One step of editing, in the terms of what was asked for. */
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
    | 'timer'
    | 'start'
    | 'stop'
    | 'switch'
    | 'away';
  /** Entries concerned. */
  readonly count: number;
  /** The one, where it is one. */
  readonly entryId?: string | undefined;
  readonly at: Instant;
  /** The entry of a session of a few seconds, which nobody may have meant: it is offered to be thrown away. */
  readonly slipId?: string | undefined;
};

export type RemoteTimerView = {
  readonly task: TaskView | undefined;
  readonly description: string | undefined;
  readonly startAt: Instant;
};

/** How the person writes, each a locale as BCP 47 has them. */
export type Region = {
  /** English, as all words are, in the order and with the signs of the person's region. */
  readonly words: string;
  /** Of the browser's fields for dates, and of the calendar that they open. */
  readonly dateField: string;
  readonly numbers: string;
  /** Whether week and clock are the account's rather than the system's. */
  readonly ofAccount: boolean;
};

/** All that tray and popup draw. Main owns it; each push replaces the whole. */
export type Snapshot = {
  readonly revision: number;
  readonly at: Instant;
  /** The IANA name of the zone that the days are of: the page, which learns it later or never, writes times in it. */
  readonly zone: string;
  readonly account: AccountView;
  /** Where the API is, with its port, unless that is Toggl's own host. */
  readonly otherHost: string | undefined;
  readonly timer: TimerView;
  readonly today: DayView;
  readonly shown: ShownView;
  /** A long read under way: how many entries have arrived. */
  readonly reading: { readonly entries: number } | undefined;
  /** What `mend/undo` and `mend/redo` would take back, the latest change first. */
  readonly undo: ChangeView | undefined;
  readonly redo: ChangeView | undefined;
  /** A timer that runs in Toggl Focus and was not started here. */
  readonly elsewhere: RemoteTimerView | undefined;
  /** The time block that covers this moment. */
  readonly plannedNow: PlannedView | undefined;
  /** Most recently used first, at most five; none that has left the list of tasks. */
  readonly recentTasks: readonly OfferedTask[];
  /** What the person tracked last, latest first, at most four. */
  readonly doneBefore: readonly DoneBefore[];
  /** What the person last tracked, unless its task has left the list: "start last task" of tray and middle click. */
  readonly last:
    | { readonly task: OfferedTask | undefined; readonly description: string | undefined }
    | undefined;
  readonly tasks: {
    readonly count: number;
    readonly readAt: Instant | undefined;
    readonly pinned: readonly TaskView[];
  };
  /** What has to be decided of time away, oldest first. */
  readonly away: readonly AwayView[];
  /** Whether this desktop tells how long nobody has touched the computer. */
  readonly awayKnown: boolean;
  readonly sync: SyncView;
  readonly quota: QuotaView | undefined;
  /** What a page that begins with this snapshot begins with; later ones tell a page nothing of it. */
  readonly draft: DraftView;
  readonly settings: Look & {
    readonly leftClick: LeftClick;
    /** In minutes. */
    readonly gapsFrom: GapsFrom;
    /** Undefined where nobody said: then nights are no gaps. */
    readonly workingHours?: WorkingHours | undefined;
    /** How much a person means to track on a day; undefined where that is not asked. */
    readonly goalMinutes?: number | undefined;
    /** Without input a person is away after so many minutes; 0: never. */
    readonly awayMinutes: number;
    /** As chosen here, else as the account has it. */
    readonly lengths: LengthStyle;
    /** Undefined where the account decides. */
    readonly lengthsChosen?: LengthStyle | undefined;
    /** 0 is Sunday. As the account has it; as the system does until that is known. */
    readonly weekStartsOn: number;
    readonly hours: '12h' | '24h';
  };
  readonly region: Region;
  /** No panel shows the icon: the way back to the popup is to open Stint once more. */
  readonly iconMissing: boolean;
  /** Stint is there after each login. */
  readonly startsWithSystem: boolean;
  /** Something that went wrong outside a command and that the person should know. */
  readonly notice: AppError | undefined;
};

/** What the desktop tells of the system that Stint runs on. */
export type SystemView = Pick<Snapshot, 'iconMissing' | 'startsWithSystem'>;

/** Something the person should know, and the one thing that mends it. */
export type Banner = {
  readonly id: string;
  readonly words: ErrorWords;
  readonly action: 'unlock' | 'reconnect' | undefined;
};

/** As it comes to the popup: with the words for what went wrong. */
export type ToldSnapshot = Snapshot & { readonly banners: readonly Banner[] };
