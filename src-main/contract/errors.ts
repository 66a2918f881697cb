import type { Instant } from './units.ts';

/** Why no connection came about: what to do differs. */
export type Unreachable = 'network' | 'name' | 'refused' | 'timed-out' | 'certificate' | 'proxy';

/**
 * Everything that can go wrong for a person, closed so that each kind has words of its own in the
 * popup. What happened to the data is part of the kind's meaning, not of a message.
 */
export type AppError =
  | { readonly kind: 'address-unclear' }
  | { readonly kind: 'key-refused' }
  | { readonly kind: 'organization-forbidden' }
  | { readonly kind: 'workspace-not-found' }
  | { readonly kind: 'offline'; readonly cause: Unreachable }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'quota-spent'; readonly resetsAt: Instant | undefined }
  /** A read was asked for, and the last requests of the hour are kept for sending. */
  | { readonly kind: 'quota-reserved'; readonly resetsAt: Instant }
  | { readonly kind: 'plan-limit' }
  | { readonly kind: 'server-trouble'; readonly status: number }
  /**
   * Not Toggl Focus answered, but something in between: a proxy, a filter, a sign-in page. Status 0
   * where it sent the request elsewhere and nobody knows more.
   */
  | { readonly kind: 'foreign-answer'; readonly status: number }
  | { readonly kind: 'unexpected-answer' }
  /** More than Stint reads at once: what had arrived of a long range is kept. */
  | { readonly kind: 'answer-too-large' }
  /** The server refused the request for a reason of its own; `reason` is in the server's words. */
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string }
  | { readonly kind: 'keychain-locked' }
  | { readonly kind: 'keychain-absent' }
  /** Asked before a disconnect: `count` sessions are not in Toggl Focus yet. */
  | { readonly kind: 'entries-waiting'; readonly count: number }
  | { readonly kind: 'not-connected' }
  | { readonly kind: 'nothing-running' }
  | { readonly kind: 'task-or-description-needed' }
  /** Neither among the cached tasks nor among those tracked lately. */
  | { readonly kind: 'unknown-task' }
  /** Not among the tags that were read last. */
  | { readonly kind: 'unknown-tag' }
  | { readonly kind: 'unknown-entry' }
  /** An end that lies ahead; nothing was changed. */
  | { readonly kind: 'ends-in-future' }
  /** Zero seconds or less, or an end before the start. */
  | { readonly kind: 'no-length' }
  /** Longer than a month, or before the year 2000: a slip. */
  | { readonly kind: 'too-long' }
  /** The instant to split at is not inside the entry. */
  | { readonly kind: 'outside-entry' }
  | { readonly kind: 'not-overlapping' }
  /** Somebody, or this person in another popup, was faster: the gap is filled. */
  | { readonly kind: 'gap-taken' }
  | { readonly kind: 'nothing-to-undo' }
  /** The entry is not in Toggl Focus yet, or its id there is not known yet. */
  | { readonly kind: 'not-there-yet' }
  | { readonly kind: 'no-conflict' }
  | { readonly kind: 'no-question' }
  | { readonly kind: 'nothing-elsewhere' }
  | { readonly kind: 'name-needed' }
  /** A read that the person called off; what had arrived by then is kept. */
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'file-failed'; readonly detail: string }
  /** The data folder cannot be written; nothing was changed. */
  | { readonly kind: 'storage-failed'; readonly detail: string }
  /**
   * At the start, the database was damaged: `entries` could be read, `waiting` of them are not known
   * to be in Toggl Focus and are looked up there. The damaged file is kept.
   */
  | {
      readonly kind: 'database-recovered';
      readonly entries: number;
      readonly waiting: number;
      readonly damagedFile: string;
    }
  /**
   * Requests without an answer were carried out after they had been made again: `count` entries were
   * in Toggl Focus twice, and the second of each was deleted there. It can be restored.
   */
  | { readonly kind: 'twins-removed'; readonly count: number }
  /** A session of less than a second: it was thrown away. */
  | { readonly kind: 'session-too-short' }
  /** At the start, `count` rows of the database could not be read; they are kept in it, apart. */
  | { readonly kind: 'records-put-aside'; readonly count: number }
  /** What was to be shown cannot be read from the disk: what stands there is of another view, or of earlier. */
  | { readonly kind: 'view-unread' }
  /** A message from the popup that main does not understand: a bug, or not the popup. */
  | { readonly kind: 'malformed-command' };

export type AppErrorKind = AppError['kind'];

/** What every error tells a person: what happened, what became of their data, what to do next. */
export type ErrorWords = {
  readonly happened: string;
  readonly data: string;
  readonly next: string;
};

/** As it comes to the popup: main has found the words. */
export type SaidError = AppError & { readonly words: ErrorWords };
