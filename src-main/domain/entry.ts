import type { Instant, Seconds, TaskView } from '#contract';
import type { EntryType } from './focus.ts';

/** The running timer. On disk before the click that started it is answered. */
export type Session = {
  /** Becomes the id of the entry. */
  readonly id: string;
  readonly startAt: Instant;
  readonly task: TaskView | undefined;
  readonly description: string | undefined;
};

/** Where an entry stands on its way into Toggl Focus. */
export type Delivery =
  | { readonly state: 'queued' }
  /** On disk before the request leaves; after a crash it reads as `unknown`. */
  | { readonly state: 'sending'; readonly sinceAt: Instant }
  /** The request may have been carried out: looked up before anything is sent again. */
  | { readonly state: 'unknown'; readonly sinceAt: Instant }
  | { readonly state: 'delivered'; readonly serverId: number | undefined }
  /** Never resent unchanged; `reason` is in the server's words. */
  | { readonly state: 'rejected'; readonly status: number; readonly reason: string };

export type Entry = {
  readonly id: string;
  /** `server`: made elsewhere and only read here. */
  readonly origin: 'stint' | 'server';
  /** A whole second, and the only entry of this installation that begins in it. */
  readonly startAt: Instant;
  readonly seconds: Seconds;
  readonly type: EntryType;
  readonly task: TaskView | undefined;
  readonly description: string | undefined;
  readonly delivery: Delivery;
};
