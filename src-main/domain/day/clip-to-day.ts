import { type Instant, type Seconds, shownSeconds, type Span } from '#contract';
import { endOf } from '../timer/session.ts';

/** The part within the bounds; its end lies before its start where there is none. */
export function clip({ startAt, endAt }: Span, within: Span): Span {
  return {
    startAt: Math.max(startAt, within.startAt) as Instant,
    endAt: Math.min(endAt, within.endAt) as Instant,
  };
}

/** How long the part of an entry, or of what is planned, within the bounds is said to be. */
export function shownWithin(
  entry: { readonly startAt: Instant; readonly seconds: Seconds },
  within: Span,
): Seconds {
  return shownSeconds(clip({ startAt: entry.startAt, endAt: endOf(entry) }, within));
}
