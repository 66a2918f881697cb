import type { AppError, SaidError } from './errors.ts';
import type { OfferedTag, TaskView } from './entry.ts';
import type { EntryDetails } from './snapshot.ts';

/** How every command and search answers: errors cross the process border as values, never as throws. */
export type Result<T, Failure = AppError> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/** The same as the popup hears it. */
export type Answer<T> = Result<T, SaidError>;

/** What some commands have to tell beyond having been carried out. */
export type Outcome =
  | undefined
  | { readonly task: TaskView }
  | { readonly details: EntryDetails }
  | { readonly tags: readonly OfferedTag[] }
  /** The entry that is shown for it. */
  | { readonly entryId: string }
  /** What is new, a line each: of the changelog's newest part. */
  | { readonly news: readonly string[] }
  /** Undefined where the person called it off. */
  | { readonly report: string | undefined }
  /** `fresh`: Toggl Focus was read right before. Nothing was written where `file` is undefined: cancelled. */
  | {
      readonly exported: {
        readonly file: string | undefined;
        readonly entries: number;
        readonly fresh: boolean;
      };
    };
