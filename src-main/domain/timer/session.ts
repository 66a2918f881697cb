import type { Instant, Seconds } from '#contract';
import type { Entry, Session } from '../entry.ts';

const SECOND = 1000;

export function wholeSecond(at: Instant): Instant {
  return (Math.floor(at / SECOND) * SECOND) as Instant;
}

export function endOf(span: { readonly startAt: Instant; readonly seconds: Seconds }): Instant {
  return (span.startAt + span.seconds * SECOND) as Instant;
}

/**
 * The first whole second at or after `at` in which no other entry of this installation begins, so
 * that task, start, duration and type identify an entry on a server that knows no idempotency key.
 */
export function firstFreeSecond(at: Instant, isTaken: (second: Instant) => boolean): Instant {
  let second = wholeSecond(at);
  while (isTaken(second)) second = (second + SECOND) as Instant;
  return second;
}

/**
 * Ends a session as an entry that waits to be sent, from the second that is free for it. Both ends are
 * cut to the second they lie in, so that back-to-back sessions neither gain nor lose time. Undefined
 * where less than a second is left: an entry of one second would end in the future. A clock that was set
 * back before the start is no reason to throw a session away: nobody knows how long it was.
 */
export function finish(session: Session, startAt: Instant, endAt: Instant): Entry | undefined {
  const isSetBack = endAt < session.startAt;
  const seconds = (isSetBack ? 1 : (wholeSecond(endAt) - startAt) / SECOND) as Seconds;
  if (seconds < 1) return undefined;
  return {
    id: session.id,
    origin: 'stint',
    startAt,
    seconds,
    type: 'activity',
    task: session.task,
    description: session.description,
    delivery: { state: 'queued' },
    presence: 'kept',
    archiveState: 'none',
    timeBlockId: session.timeBlockId,
    sent: undefined,
  };
}

/** Where a session stood when this run first saw it: its start, or its recovery after a crash. */
export type Anchor = { readonly elapsedMs: number; readonly monotonicMs: number };

/**
 * The end of a session that is stopped now. The longer of wall time and running time counts: sleep
 * stops only the latter, and a wall clock that was set back must not eat tracked time.
 */
export function honestEnd(
  session: Session,
  now: { readonly at: Instant; readonly monotonicMs: number },
  anchor: Anchor,
): Instant {
  const ran = anchor.elapsedMs + (now.monotonicMs - anchor.monotonicMs);
  return (session.startAt + Math.max(now.at - session.startAt, ran)) as Instant;
}
