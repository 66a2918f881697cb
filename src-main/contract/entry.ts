import type { Instant, Seconds } from './units.ts';

/** `activity` counts as tracked time, a `break` does not. */
export type EntryType = 'activity' | 'break';

export type TaskView = {
  readonly id: number;
  readonly name: string;
  readonly projectName: string | undefined;
  /** `#rrggbb`, as Toggl Focus gives it. */
  readonly projectColor: string | undefined;
  readonly clientName: string | undefined;
};

/** As Toggl Focus has it: only tags that exist there can be chosen here. */
export type TagView = { readonly id: number; readonly name: string };

/** A tag that can be chosen. */
export type OfferedTag = TagView & {
  /** The task that was asked about has it, and its entries with it where nobody says otherwise. */
  readonly ofTask?: true | undefined;
};

/** A task as it is offered to be started. */
export type OfferedTask = TaskView & {
  /** Done in Toggl Focus; it can be tracked on all the same. */
  readonly done?: boolean | undefined;
  readonly archived?: boolean | undefined;
};

/** What was tracked before and can be started again: a task, a description, or both. */
export type DoneBefore = {
  readonly task: OfferedTask | undefined;
  readonly description: string | undefined;
};

/** How far an entry is on its way into Toggl Focus. */
export type DeliveryView =
  | { readonly state: 'waiting' }
  /** The person has to say first what becomes of a stretch of it. */
  | { readonly state: 'asked' }
  | { readonly state: 'sending' }
  /** The answer was lost: Stint looks before it sends again. */
  | { readonly state: 'checking' }
  /** Something between this computer and Toggl Focus answered it with this status, and it alone. */
  | { readonly state: 'blocked'; readonly status: number }
  /** The answer was lost, and Toggl Focus holds these: which of them it is only the person can tell. */
  | { readonly state: 'in-question'; readonly alike: readonly AlikeView[] }
  | { readonly state: 'delivered' }
  | {
      readonly state: 'rejected';
      readonly status: number;
      readonly reason: string;
      /** The entry itself is in Toggl Focus; a later change was refused, and can be given up. */
      readonly delivered: boolean;
    };

/** An entry of Toggl Focus that may be the one at hand, in what it may differ from that; as far as it was told. */
export type AlikeView = {
  readonly serverId: number;
  readonly createdAt?: Instant | undefined;
  readonly description?: string | undefined;
  readonly projectName?: string | undefined;
  readonly tagNames?: readonly string[] | undefined;
};

/** What a person sees of an entry and may change. */
export type EntryValues = {
  readonly task: TaskView | undefined;
  readonly description: string | undefined;
  readonly startAt: Instant;
  readonly seconds: Seconds;
  readonly type: EntryType;
  /** Undefined while nobody has said: Toggl Focus takes what the task has. */
  readonly billable?: boolean | undefined;
  /** Undefined while nobody has said: those of the task. */
  readonly tags?: readonly TagView[] | undefined;
};

export type EntryView = EntryValues & {
  readonly id: string;
  readonly delivery: DeliveryView;
  readonly archived: boolean;
  /** Changed here and in Toggl Focus: how it stands there. Nothing is sent until the person decides. */
  readonly conflict: EntryValues | undefined;
  readonly timeBlockId: number | undefined;
};
