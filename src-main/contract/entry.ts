import type { EntryType } from './command.ts';
import type { Instant, Seconds } from './units.ts';

export type TaskView = {
  readonly id: number;
  readonly name: string;
  readonly projectName: string | undefined;
  /** `#rrggbb`, as Toggl Focus gives it. */
  readonly projectColor: string | undefined;
  readonly clientName: string | undefined;
};

/** How far an entry is on its way into Toggl Focus. */
export type DeliveryView =
  | { readonly state: 'waiting' }
  | { readonly state: 'sending' }
  /** The answer was lost: Stint looks before it sends again. */
  | { readonly state: 'checking' }
  | { readonly state: 'delivered' }
  | {
      readonly state: 'rejected';
      readonly status: number;
      readonly reason: string;
      /** The entry itself is in Toggl Focus; a later change was refused, and can be given up. */
      readonly delivered: boolean;
    };

/** What a person sees of an entry and may change. */
export type EntryValues = {
  readonly task: TaskView | undefined;
  readonly description: string | undefined;
  readonly startAt: Instant;
  readonly seconds: Seconds;
  readonly type: EntryType;
};

export type EntryView = EntryValues & {
  readonly id: string;
  readonly delivery: DeliveryView;
  readonly archived: boolean;
  /** Changed here and in Toggl Focus: how it stands there. Nothing is sent until the person decides. */
  readonly conflict: EntryValues | undefined;
  readonly timeBlockId: number | undefined;
};
