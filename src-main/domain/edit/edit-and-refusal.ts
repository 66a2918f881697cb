import type { AppErrorKind, Instant, Result, Span } from '#contract';
import type { Entry, Session, Values } from '../entry.ts';
import type { OccupiedSpan } from '../day/occupied-span.ts';

export type SessionChange = Partial<
  Pick<Session, 'startAt' | 'task' | 'description' | 'timeBlockId'>
>;

/** What is to be done with one entry, or with the running session. Ids of new entries come later. */
export type Edit =
  | { readonly do: 'change'; readonly id: string; readonly values: Partial<Values> }
  | {
      readonly do: 'add';
      readonly values: Values;
      readonly timeBlockId: number | undefined;
    }
  | {
      readonly do:
        'remove' | 'bring-back' | 'archive' | 'unarchive' | 'revert' | 'keep-mine' | 'take-theirs';
      readonly id: string;
    }
  /** `there`: what is at hand under that id, which this entry takes the place of. */
  | {
      readonly do: 'identify';
      readonly id: string;
      readonly serverId: number;
      readonly there: Entry | undefined;
    }
  | { readonly do: 'none-of-them'; readonly id: string; readonly at: Instant }
  /** Forgotten here, for another entry stands in its place. */
  | { readonly do: 'drop'; readonly id: string }
  | { readonly do: 'change-session'; readonly change: SessionChange }
  /** It runs no longer; what is kept of it is an entry that is added. */
  | { readonly do: 'end-session' }
  /** Its start goes along with a clock that was set: it has run for as long as before. */
  | { readonly do: 'move-session'; readonly startAt: Instant };

/** All that an edit comes to, or why nothing is changed. */
export type EditDecision = Result<readonly Edit[]>;

/** What an operation asks of the time around. */
export type Surroundings = {
  readonly now: Instant;
  /**
   * Whether the entry `by`, or a new one, cannot begin in that second because another one does, or
   * is known on the server by nothing but having begun in it.
   */
  readonly isTaken: (second: Instant, by?: Entry) => boolean;
  /** Shown entries that share time with the span, and the running session. */
  readonly occupiedWithin: (span: Span) => readonly OccupiedSpan[];
};

type PlainKind = Extract<
  AppErrorKind,
  'ends-in-future' | 'no-length' | 'too-long' | 'outside-entry' | 'not-overlapping' | 'gap-taken'
>;

export function decided(...edits: readonly Edit[]): EditDecision {
  return { ok: true, value: edits };
}

export function refused(kind: PlainKind): EditDecision {
  return { ok: false, error: { kind } };
}
