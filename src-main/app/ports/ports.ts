import type { Credential, Instant, StatusView, TaskView } from '#contract';
import type { Entry, Session } from '../../domain/entry.ts';
import type { FocusTask } from '../../domain/focus-types.ts';
import type { QuotaRecord } from '../../domain/sync/quota.ts';
import type { Account, AccountAndSettingsStore, Settings } from './account-and-settings-store.ts';
import type { AccountId } from './account-id.ts';
import type { AwayStore } from './away/away-store.ts';
import type { DraftStore } from './draft-store.ts';
import type { NeedsYouStore } from './needs-you-store.ts';
import type { PlanStore } from './plan-store.ts';
import type { EntriesFacts, PeriodStore, WantedEntries } from './period-store.ts';
import type { RewriteEntryStore } from './rewrite-entry-store.ts';
import type { UnsettledEntryStore } from './unsettled-entry-store.ts';

export type Milliseconds = number;

export type Day = { readonly startAt: Instant; readonly endAt: Instant };

export type Clock = {
  now(): Instant;
  /** Milliseconds since some fixed moment of this run; never goes back when the wall clock is set. */
  monotonic(): Milliseconds;
  /** The local calendar day that holds the instant; `endAt` is the next day's start (23 to 25 hours later). */
  dayOf(at: Instant): Day;
  /** The instant of the local day that holds `at` at which the clocks show so many minutes since midnight. */
  timeOfDay(at: Instant, minutes: number): Instant;
  /** Of the local day that holds the instant, 0 is Sunday. */
  weekdayOf(at: Instant): number;
  /** ISO 8601 in the local zone, to the second and with its offset: `2026-11-24T09:00:00+01:00`. */
  isoTime(at: Instant): string;
  /** The IANA name of the local zone as it is now: a person who travels has another one in the middle of a run. */
  zone(): string;
  /** Calls when the zone may be another one, where the system tells; returns what ends that. */
  onZone(changed: () => void): Cancel;
  /** The instant at which the local clocks show what those of the zone `from` show at this one. */
  sameTime(at: Instant, from: string): Instant;
};

export type Cancel = () => void;

export type Timers = {
  /** Runs once, no earlier than after so many milliseconds. */
  after(ms: number, run: () => void): Cancel;
  /** Resolves once everything else that waits has had its turn: between the parts of long work. */
  nextTurn(): Promise<void>;
};

/** A number from 0 up to and without 1. */
export type Random = () => number;

export type Ids = { next(): string };

export type LogLevel = 'info' | 'warn' | 'error';

/** Ids and kinds only: no keys, descriptions, names or bodies. */
export type Log = (
  level: LogLevel,
  event: string,
  facts?: Readonly<Record<string, string | number | boolean | undefined>>,
) => void;

export type SecretRead =
  | { readonly state: 'found'; readonly credential: Credential }
  | { readonly state: 'absent' }
  /** The keychain is there and would not open: whatever it holds is untouched. */
  | { readonly state: 'locked' }
  /** No keychain service on this desktop. */
  | { readonly state: 'unavailable' };

export type SecretWrite = 'kept' | 'locked' | 'unavailable';

/** The one secret of the one account at the API's host, service `Stint`. Never throws. */
export type Keychain = {
  read(): Promise<SecretRead>;
  /** Writes and reads back; anything but `kept` leaves what was there before. */
  write(credential: Credential): Promise<SecretWrite>;
  remove(): Promise<SecretWrite>;
};

export type { Account, AccountId, EntriesFacts, Settings, WantedEntries };

/** The embedded Toggl Focus: an account for a person without one. */
export type Demo = {
  start(): Promise<{
    readonly baseUrl: string;
    readonly organizationId: number;
    readonly workspaceId: number;
    readonly credential: Credential;
  }>;
  stop(): Promise<void>;
};

export type StateCounts = {
  readonly queued: number;
  readonly sending: number;
  readonly unknown: number;
  /** Delivered, with a change that the server has to be told. */
  readonly changed: number;
  /** Refused by the server, be it the creation or a later change. */
  readonly rejected: number;
  /** Changed here and there, until the person decides. */
  readonly conflicts: number;
  /** Entries that may be one of several of the server's. */
  readonly questions: number;
};

export type { QuotaRecord };

/** A file that a person chose; nothing is there, or what was there before, until it is written. */
export type TextFile = {
  readonly file: string;
  /**
   * Takes the texts one after the other, and nothing else happens meanwhile. Throws where the file
   * cannot be written: it is as before then.
   */
  write(texts: Iterable<string>): void;
};

/** Asks where a text is to be kept; undefined where the person called it off. */
export type SaveText = (suggestedName: string) => Promise<TextFile | undefined>;

export type TaskUse = { readonly task: TaskView; readonly usedAt: Instant };
/** Of an entry; `startAt` is of the latest one. */
export type WorkOfEntry = Pick<Entry, 'task' | 'description' | 'startAt'>;

/**
 * Everything on disk. Synchronous on purpose: a click is answered after the commit. Each call that
 * changes something is durable when it returns, or throws and has changed nothing.
 */
export type Store = PeriodStore<AccountId> &
  PlanStore<AccountId> &
  UnsettledEntryStore &
  RewriteEntryStore &
  NeedsYouStore &
  AccountAndSettingsStore &
  AwayStore &
  DraftStore & {
    /** All of it or nothing; may be nested. */
    transaction<T>(work: () => T): T;

    /** When the whole range was last read, in one reading or a wider one. */
    readAt(account: AccountId, range: Day): Instant | undefined;
    setReadAt(account: AccountId, range: Day, at: Instant): void;

    session(account: AccountId): Session | undefined;
    setSession(account: AccountId, session: Session | undefined): void;

    entry(id: string): Entry | undefined;
    /** Inserts or replaces by id. */
    putEntry(account: AccountId, entry: Entry): void;
    removeEntry(id: string): void;
    /** Forgets what was removed for good and is not to be looked for; until then it can be undone. */
    purgeRemoved(): void;
    /** Entries whose span touches [fromAt, toAt), newest first. */
    entriesBetween(account: AccountId, fromAt: Instant, toAt: Instant): readonly Entry[];
    /** Deleted here, whether or not the server knows, and not yet purged: what can be restored, newest first. */
    removedBetween(account: AccountId, fromAt: Instant, toAt: Instant): readonly Entry[];
    /** Those that the server keeps under one of these ids, wherever they begin. */
    entriesOnServer(account: AccountId, serverIds: readonly number[]): readonly Entry[];
    /** Oldest first, without what was removed. */
    entriesInState(
      account: AccountId,
      state: Exclude<Entry['delivery']['state'], 'delivered'>,
      most: number,
    ): readonly Entry[];
    /** With a change to be told, oldest first. */
    changedEntries(account: AccountId, most: number): readonly Entry[];
    counts(account: AccountId): StateCounts;
    /** Whether an entry of this installation already begins in that second. */
    startTaken(account: AccountId, startAt: Instant): boolean;
    /** All of these, which were queued, are `sending` since then. */
    queuedToSending(entries: readonly Entry[], sinceAt: Instant): void;
    /**
     * Every `sending` becomes `unknown`: what a crash left behind. It counts from when its request would
     * have been given up without the crash, at the earliest from this instant. Returns how many.
     */
    sendingToUnknown(at: Instant, patienceMs: Milliseconds): number;
    /**
     * Every `unknown` counts from this instant or, where its request would have been given up later, from
     * so many milliseconds after it at the most; looks are made at the other instant.
     */
    restartGrace(
      at: Instant,
      limits: { readonly patienceMs: Milliseconds; readonly lookAt: Instant },
    ): void;

    taskCache(account: AccountId): readonly FocusTask[];
    /** Without reading the tasks themselves. */
    taskCacheFacts(account: AccountId): {
      readonly count: number;
      readonly readAt: Instant | undefined;
    };
    /** More of them, or other versions of some. */
    putTasks(account: AccountId, tasks: readonly FocusTask[]): void;
    /** All were read; none but those with these ids is left, where such are given. */
    setTasksRead(account: AccountId, at: Instant, onlyIds: readonly number[] | undefined): void;
    task(account: AccountId, id: number): FocusTask | undefined;
    /** Those that tasks of the cache have, by name. */
    taskStatuses(account: AccountId): readonly StatusView[];
    /** Favourites: those of this installation in the order they were pinned, then those of Toggl Focus. */
    pinnedTasks(account: AccountId): readonly TaskView[];
    setPinned(account: AccountId, task: TaskView, pinnedAt: Instant | undefined): void;
    /** Tasks of the sessions, latest first; a task appears once. */
    recentTasks(account: AccountId, most: number): readonly TaskView[];
    /** The same with when they were used last. */
    usesOfTasks(account: AccountId, most: number): readonly TaskUse[];
    /** Notes that the task was used; an earlier use than the known one changes nothing. */
    touchTask(account: AccountId, task: TaskView, at: Instant): void;
    /** What so many of the latest activities were of, each once and latest first. */
    workOfLatest(account: AccountId, entries: number): readonly WorkOfEntry[];
    /** The latest activity: nobody goes on with a break. */
    lastEntry(account: AccountId): Entry | undefined;
    close(): void;
  };
