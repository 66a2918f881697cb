import type { AlikeView, Instant, Seconds, TagView, TaskView } from '#contract';
import type { EntryType } from './focus-types.ts';

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

/** Of a later change; what carried no values is no longer to be seen in the entry, and named here. */
export type RefusedChange = Refusal & { readonly deed?: StateChange | undefined };

/** Where the creation of an entry stands on its way into Toggl Focus. */
export type Delivery =
  | { readonly state: 'queued' }
  /** On disk before the request leaves; after a crash it reads as `unknown`. */
  | { readonly state: 'sending'; readonly sinceAt: Instant }
  /** The request may have been carried out: looked up before anything is sent again. */
  | {
      readonly state: 'unknown';
      readonly sinceAt: Instant;
      readonly sentAt?: Instant | undefined;
      /** The server holds these, and whether the entry is one of them only the person can tell. */
      readonly alike?: readonly Alike[] | undefined;
    }
  | {
      readonly state: 'delivered';
      /** Bulk answers bring no ids; they are learnt from the next read that is needed anyway. */
      readonly serverId: number | undefined;
      /** A later change that the server refused: not sent again until it is another one. */
      readonly refused: RefusedChange | undefined;
      /** When its request left, one instant for all that travelled in it and for no others. */
      readonly sentAt?: Instant | undefined;
    }
  /** Never resent unchanged. */
  | ({ readonly state: 'rejected' } & Refusal);

/** An entry of the server, as far as it may differ from what ours was sent as. */
export type Alike = AlikeView;

/**
 * Whether the person wants the entry. `removing`: deleted here, and the server may still have it.
 * `removed`: gone there too, or never sent; kept a while for undo. `restoring`: undone after that.
 */
export type Presence = 'kept' | 'removing' | 'removed' | 'restoring';

/** The archive of Toggl Focus, in the same way: `archiving` and `unarchiving` have to be told. */
export type ArchiveState = 'none' | 'archiving' | 'archived' | 'unarchiving';

/** What a person sees of an entry and may change. */
export type Values = {
  /** A whole second, and the only entry of this installation that begins in it. */
  readonly startAt: Instant;
  readonly seconds: Seconds;
  readonly type: EntryType;
  readonly task: TaskView | undefined;
  readonly description: string | undefined;
  /** Undefined while nobody has told: as the task has it. */
  readonly billable?: boolean | undefined;
  /** The entry's own, which stand in place of its task's; undefined where it has those, or nobody has told. */
  readonly tags?: readonly TagView[] | undefined;
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

/** A change that carries no values. */
export type StateChange = 'delete' | 'restore' | 'archive' | 'unarchive';

/** Of an update: the values that it leads to, as far as was known. */
export type ToldValues = Values & {
  /** Half of a time that it told alone: the other half stays as the server has it. */
  readonly only?: 'startAt' | 'seconds' | undefined;
};

/**
 * What was given up without an answer, and told anew or otherwise since. Minutes later it may be
 * carried out all the same, and nothing that this API offers can prevent that: it can only be found.
 */
export type Late = {
  /** The latest of it. */
  readonly sinceAt: Instant;
  /** Of creations: an entry of the server with these is a twin of this one. */
  readonly creates?: readonly Values[] | undefined;
  /** Of updates: what they put there is not somebody else's doing. */
  readonly updates?: readonly ToldValues[] | undefined;
  readonly deeds?: readonly StateChange[] | undefined;
  /** Ids of the server's that are none of these, however alike: by their tags or project, or as the person said. */
  readonly others?: readonly number[] | undefined;
  readonly blocked?: Blocked | undefined;
};

/** Somebody between here and Toggl Focus answers in its place, with this status. */
export type Blocked = {
  readonly status: number;
  /** Until when it is not tried again, but where a person asks. */
  readonly untilAt: Instant;
};

export type Entry = Values & {
  readonly id: string;
  /** `server`: made elsewhere and only read here. */
  readonly origin: 'stint' | 'server';
  readonly delivery: Delivery;
  readonly presence: Presence;
  readonly archiveState: ArchiveState;
  readonly timeBlockId: number | undefined;
  /** What the server has, or may have, where the person has changed it since it was sent. */
  readonly sent: Sent | undefined;
  readonly late?: Late | undefined;
  /** From then on a look at the server is worth a request of its own. */
  readonly lookAt?: Instant | undefined;
};
