import type { AwayAnswer } from './away.ts';
import type { Draft } from './draft.ts';
import type { EntryType } from './entry.ts';
import type { GapsFrom, WorkingHours } from './while-you-work.ts';
import type { EntriesFilter } from './search.ts';
import type { LengthStyle, TextSize, Theme } from './look.ts';

/** Where a person's time goes: an address copied from Toggl Focus, or the two numbers in it. */
export type Place =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'ids'; readonly organizationId: number; readonly workspaceId: number };

export type Credential =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'password'; readonly email: string; readonly password: string };

/** What a left click on the tray icon does. */
export type LeftClick = 'popup' | 'toggle';

/** Pages of Toggl's own that Stint may open in the browser; the renderer cannot name any other. */
export type Link = 'api-key' | 'toggl-focus';

/** Where in the page something went wrong: a part of what is drawn, or what no part holds. */
export type FailedPlace = 'popup' | 'timer' | 'notices' | 'view' | 'footer' | 'script' | 'promise';

/** What a person changes in an entry. Absent fields stay as they are, a null task is "no task". */
export type EntryFields = {
  readonly taskId?: number | null | undefined;
  readonly description?: string | undefined;
  /** An instant in milliseconds. */
  readonly startAt?: number | undefined;
  readonly seconds?: number | undefined;
  readonly entryType?: EntryType | undefined;
  readonly billable?: boolean | undefined;
  /** Of tags that were offered; all that the entry is to have. */
  readonly tagIds?: readonly number[] | undefined;
};

/** One entry or several. */
type OfEntries = { readonly entryIds: readonly string[] };
/** Instants in milliseconds. */
export type RangeOfTime = { readonly fromAt: number; readonly toAt: number };

/** Changes of entries and of the running timer. Each is on disk at once and can be undone. */
export type EditCommand =
  /** Changes an entry, in whatever state of delivery it is; a refused one is sent again. */
  | ({ readonly type: 'entry/edit'; readonly entryId: string } & EntryFields)
  /** Adds a past entry by hand. */
  | ({
      readonly type: 'entry/add';
      readonly startAt: number;
      readonly seconds: number;
    } & Pick<EntryFields, 'taskId' | 'description' | 'entryType' | 'billable' | 'tagIds'>)
  /** Two entries of one, the second beginning at the instant. */
  | { readonly type: 'entry/split'; readonly entryId: string; readonly at: number }
  /** The same work once more, right behind the entry where there is room, else in the same place. */
  | { readonly type: 'entry/duplicate'; readonly entryId: string }
  /** Gives up a change that the server refused: the entry is again as it is there. */
  | { readonly type: 'entry/revert'; readonly entryId: string }
  /** Decides a conflict: what stands here replaces what stands in Toggl Focus, or the other way round. */
  | { readonly type: 'entry/resolve'; readonly entryId: string; readonly keep: 'mine' | 'theirs' }
  /** Says which of those that it may be in Toggl Focus the entry is; `null`: none, and it is sent. */
  | {
      readonly type: 'entry/identify';
      readonly entryId: string;
      readonly serverId: number | null;
    }
  | ({ readonly type: 'entries/delete' } & OfEntries)
  /** Takes a delete back; possible until the app is started anew. */
  | ({ readonly type: 'entries/restore' } & OfEntries)
  | ({ readonly type: 'entries/archive' } & OfEntries)
  | ({ readonly type: 'entries/unarchive' } & OfEntries)
  | ({ readonly type: 'entries/move'; readonly taskId: number | null } & OfEntries)
  /** Later by so many seconds; earlier where negative. */
  | ({ readonly type: 'entries/shift'; readonly seconds: number } & OfEntries)
  | {
      readonly type: 'gaps/fill';
      readonly gaps: readonly RangeOfTime[];
      readonly taskId?: number | undefined;
      readonly description?: string | undefined;
    }
  /** Either may be the running timer, by its session's id. */
  | {
      readonly type: 'overlap/mend';
      readonly earlierId: string;
      readonly laterId: string;
      readonly way: 'trim-earlier' | 'trim-later' | 'merge';
    }
  /** Changes the running timer. */
  | ({ readonly type: 'timer/edit' } & Pick<EntryFields, 'taskId' | 'description' | 'startAt'>)
  /** Decides what becomes of a stretch that is asked about. */
  | { readonly type: 'away/answer'; readonly questionId: string; readonly answer: AwayAnswer }
  | { readonly type: 'mend/undo' }
  | { readonly type: 'mend/redo' };

/** What the popup looks at. Main holds it, so that a snapshot has all that is drawn. */
export type ShowCommand =
  | { readonly type: 'show/today' }
  /** What a page that is made anew begins with: today, or the day on which a form was left open. */
  | { readonly type: 'show/first' }
  /** The local day, or week, that holds the instant. */
  | { readonly type: 'show/day'; readonly at: number }
  | { readonly type: 'show/week'; readonly at: number }
  | ({
      readonly type: 'show/range';
      readonly filter?: EntriesFilter | undefined;
    } & RangeOfTime)
  | { readonly type: 'show/task'; readonly taskId: number }
  /**
   * The day of the oldest entry that needs the person, or of the next one after the one named; answers with
   * which that is, and with nothing where there is none.
   */
  | { readonly type: 'show/needs-you'; readonly afterId?: string | undefined };

/** Reads that a person asks for: each is one request, but for `sync/now`, `sync/again` and `plan/read`. */
export type ReadCommand =
  /** Sends what waits now and reads tasks, what is shown and today's plan afresh (up to four reads). */
  | { readonly type: 'sync/now' }
  /** Sends once more, as they are, entries that were refused or held up; all that were refused where none is named. */
  | { readonly type: 'sync/again'; readonly entryIds?: readonly string[] | undefined }
  /** Reads all of what is shown, as a stream; `snapshot.reading` tells how far it is. */
  | { readonly type: 'read/shown' }
  | { readonly type: 'read/cancel' }
  /** The next page of the shown range or task, a hundred entries, newest first. */
  | { readonly type: 'read/page'; readonly archived?: boolean | undefined }
  /** Time blocks of what is shown, and the entries that were tracked on them. */
  | { readonly type: 'read/plan' }
  /** Looks how the entry stands in Toggl Focus; answers with its details. */
  | { readonly type: 'entry/check'; readonly entryId: string }
  /** The workspace's tags, read at most once a day; answers with them, and with which of them the task has. */
  | { readonly type: 'read/tags'; readonly taskId?: number | undefined }
  /** What the workspace is called; once known it is not asked again, nor more than once in a run. */
  | { readonly type: 'read/workspace-name' }
  /** Asks for a timer that runs elsewhere; at most one request a launch, later ones are answered from memory. */
  | { readonly type: 'elsewhere/look' }
  /** Stops that timer there at this moment and goes on with the same work here. */
  | { readonly type: 'elsewhere/take-over' }
  /** No more of it in this run. */
  | { readonly type: 'elsewhere/leave' };

export type TaskCommand =
  /** Creates it in Toggl Focus (one request) after a moment in which it can be called off; answers with the task. */
  | {
      readonly type: 'task/create';
      readonly name: string;
      readonly projectId?: number | undefined;
      /** What runs gets it. */
      readonly forTimer?: boolean | undefined;
    }
  /** The one that is held is not sent. */
  | { readonly type: 'task/call-off' }
  /** The one that is held is sent at once. */
  | { readonly type: 'task/send-held' }
  /** A favourite of this installation: stands first in every list of tasks. */
  | { readonly type: 'task/pin'; readonly taskId: number; readonly pinned: boolean };

/** What a person chooses for this installation. */
export type SettingCommand =
  | { readonly type: 'settings/left-click'; readonly leftClick: LeftClick }
  | { readonly type: 'settings/gaps-from'; readonly minutes: GapsFrom }
  /** `null`: none are known. */
  | { readonly type: 'settings/working-hours'; readonly hours: WorkingHours | null }
  /** `null`: none. */
  | { readonly type: 'settings/day-goal'; readonly minutes: number | null }
  /** Without input a person is away after so many minutes; 0: never. */
  | { readonly type: 'settings/away-after'; readonly minutes: number }
  | { readonly type: 'settings/theme'; readonly theme: Theme }
  | { readonly type: 'settings/text-size'; readonly percent: TextSize }
  /** `null`: as the account has it. */
  | { readonly type: 'settings/lengths'; readonly style: LengthStyle | null }
  | { readonly type: 'settings/popup-height'; readonly pixels: number };

/** What helps a person with Stint itself. Nothing of it is sent anywhere. */
export type HelpCommand =
  /** What the newest part of the changelog says; answers with it. */
  | { readonly type: 'help/news' }
  /** Writes version, system and log to a file that the person chooses; answers with that file. */
  | { readonly type: 'help/save-report' }
  | { readonly type: 'help/open-log' };

/** Everything the popup can ask of main. One person's intent is one command. */
export type Command =
  /** Sent once a popup is drawn: answered by a push of the current snapshot. */
  | { readonly type: 'popup/ready' }
  /** Shown, and its frame is out. */
  | { readonly type: 'popup/in-sight' }
  | { readonly type: 'popup/close' }
  /** The mouse has entered the page or left it: no place is told, for on X11 nobody else knows it. */
  | { readonly type: 'popup/pointer'; readonly inside: boolean }
  /** That edge of the popup follows the mouse, which is at this height of the screen; let go, its height is kept. */
  | {
      readonly type: 'popup/drag-edge';
      readonly edge: 'upper' | 'lower';
      readonly screenY: number;
      readonly released: boolean;
    }
  /** For the log alone: the error's name, never its words. */
  | { readonly type: 'page/failed'; readonly error: string; readonly where: FailedPlace }
  | {
      readonly type: 'timer/start';
      readonly taskId?: number | undefined;
      readonly description?: string | undefined;
      /** Of the plan that this work is done for. */
      readonly timeBlockId?: number | undefined;
    }
  | { readonly type: 'timer/stop' }
  | { readonly type: 'account/connect'; readonly credential: Credential; readonly place: Place }
  | { readonly type: 'account/demo' }
  | { readonly type: 'account/disconnect'; readonly evenIfWaiting: boolean }
  /** Reads the keychain again, after the person unlocked it. */
  | { readonly type: 'account/unlock' }
  | EditCommand
  | ShowCommand
  | ReadCommand
  | TaskCommand
  /** Keeps what is being typed for a page that is made anew, in place of what was kept; no push comes of it. */
  | { readonly type: 'draft/keep'; readonly draft: Draft }
  /** Writes the shown range, read afresh where that is possible, to a file that the person chooses. */
  | { readonly type: 'export/csv' }
  | SettingCommand
  | HelpCommand
  | { readonly type: 'link/open'; readonly link: Link }
  /** Whether Stint starts at each login, with its icon alone. */
  | { readonly type: 'app/start-with-system'; readonly on: boolean }
  | { readonly type: 'app/quit' };
