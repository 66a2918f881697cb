import type { Instant, Seconds, Span } from '#contract';
import type { Values } from '../entry.ts';
import type { OccupiedSpan } from '../day/occupied-span.ts';
import { EARLIEST_START_MS, FUTURE_TOLERANCE_MS, LONGEST_EDIT_SECONDS } from '../limits.ts';
import { endOf, firstFreeSecond } from '../timer/session.ts';
import type { Surroundings } from './edit-and-refusal.ts';

/** Start and length, as an entry has them. */
export type StartAndLength = Pick<Values, 'startAt' | 'seconds'>;

/**
 * Why an entry cannot be there. `before` is where it was: an end that lies ahead, since the clock
 * was set back, may always come nearer.
 */
export function trouble(
  startAndLength: StartAndLength,
  now: Instant,
  before?: StartAndLength,
): 'no-length' | 'too-long' | 'ends-in-future' | undefined {
  const endAt = endOf(startAndLength);
  if (startAndLength.seconds < 1) return 'no-length';
  if (startAndLength.seconds > LONGEST_EDIT_SECONDS || startAndLength.startAt < EARLIEST_START_MS)
    return 'too-long';
  const latest = Math.max(now + FUTURE_TOLERANCE_MS, before === undefined ? 0 : endOf(before));
  return endAt > latest ? 'ends-in-future' : undefined;
}

export function between(startAt: Instant, endAt: Instant): StartAndLength {
  return { startAt, seconds: Math.floor((endAt - startAt) / 1000) as Seconds };
}

/**
 * A later begin with the end kept: what holds the seconds before covers them. The shortest entry is
 * one second, so that nothing vanishes.
 */
export function begunAt<S extends StartAndLength>(startAndLength: S, startAt: Instant): S {
  const { seconds } = between(startAt, endOf(startAndLength));
  return { ...startAndLength, startAt, seconds: Math.max(1, seconds) as Seconds };
}

/**
 * Where two spans part at the instant: the end of the one before, the start of the one behind. A
 * second held by an entry that is seen there is covered by that; one held out of sight (by what is
 * being deleted, say) goes to the span before, so that no time is lost.
 */
export function seam(
  at: Instant,
  [before, behind]: readonly [OccupiedSpan, OccupiedSpan],
  { isTaken, occupiedWithin }: Surroundings,
): Span {
  // A session's second has to be its own only once it ends.
  if (behind.isRunning) return { endAt: at, startAt: at };
  const isCovered = (startAt: Instant): boolean =>
    occupiedWithin({ startAt, endAt: (startAt + 1000) as Instant }).some(
      ({ id }) => id !== before.id && id !== behind.id,
    );
  const startAt = firstFreeSecond(at, isTaken);
  let endAt = at;
  while (endAt < startAt && !isCovered(endAt)) endAt = (endAt + 1000) as Instant;
  return { endAt, startAt };
}

/** What a span is about, without its time. */
export function taskAndDescriptionOf({
  type,
  task,
  description,
  billable,
  tags,
}: OccupiedSpan): Omit<Values, keyof StartAndLength> {
  return {
    type,
    task,
    description,
    ...(billable === undefined ? {} : { billable }),
    ...(tags === undefined ? {} : { tags }),
  };
}
