import type { Instant, Seconds, TaskView } from '#contract';
import type { EntryType } from './focus.ts';

/** The running timer. On disk before the click that started it is answered. */
export type Session = {
  /** Becomes the id of the entry. */
  readonly id: string;
  readonly startAt: Instant;
  readonly task: TaskView | undefined;
  readonly description: string | undefined;
  /** Of the plan that this work is done for. */
  readonly timeBlockId: number | undefined;
};

/** The server's refusal in its own words. */
export type Refusal = { readonly status: number; readonly reason: string };

/** Where the creation of an entry stands on its way into Toggl Focus. */
export type Delivery =
  | { readonly state: 'queued' }
  /** On disk before the request leaves; after a crash it reads as `unknown`. */
  | { readonly state: 'sending'; readonly sinceAt: Instant }
  /** The request may have been carried out: looked up before anything is sent again. */
  | { readonly state: 'unknown'; readonly sinceAt: Instant }
  | {
      readonly state: 'delivered';
      /** Bulk answers bring no ids; they are learnt from the next read that is needed anyway. */
      readonly serverId: number | undefined;
      /** A later change that the server refused: not sent again until it is another one. */
      readonly refused: Refusal | undefined;
    }
  /** Never resent unchanged. */
  | ({ readonly state: 'rejected' } & Refusal);

/**
 * Whether the person wants the entry. `removing`: deleted here, and the server may still have it.
 * `removed`: gone there too, or never sent; kept a while for undo. `restoring`: undone after that.
 */
export type Presence = 'kept' | 'removing' | 'removed' | 'restoring';

/** The archive of Toggl Focus, in the same way: `archiving` and `unarchiving` have to be told. */
export type Shelf = 'none' | 'archiving' | 'archived' | 'unarchiving';

/** What a person sees of an entry and may change. */
export type Values = {
  /** A whole second, and the only entry of this installation that begins in it. */
  readonly startAt: Instant;
  readonly seconds: Seconds;
  readonly type: EntryType;
  readonly task: TaskView | undefined;
  readonly description: string | undefined;
};

/** Values at the server, where the person has changed them since. */
export type Sent = Values & {
  /** An update may have replaced them without an answer. */
  readonly unsure?: true;
  /** Changed there as well, in a way that does not go together: nothing is told until the person decides. */
  readonly conflict?: true;
  /** The person decided for what stands here: told as a whole, whatever stands there. */
  readonly replace?: true;
};

export type Entry = Values & {
  readonly id: string;
  /** `server`: made elsewhere and only read here. */
  readonly origin: 'stint' | 'server';
  readonly delivery: Delivery;
  readonly presence: Presence;
  readonly shelf: Shelf;
  readonly timeBlockId: number | undefined;
  /** What the server has, or may have, where the person has changed it since it was sent. */
  readonly sent: Sent | undefined;
};
