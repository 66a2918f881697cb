import type { Span } from './day.ts';
import type { Seconds } from './units.ts';

const MINUTE = 60_000;

let toTheSecond = false;

/** Whether lengths are told to the second from now on: on each side of the border, as the snapshot says. */
export function tellToTheSecond(wanted: boolean): void {
  toTheSecond = wanted;
}

export function isToldToTheSecond(): boolean {
  return toTheSecond;
}

/**
 * How long a span is said to be: from the minute that its start shows to the minute that its end shows, so that times
 * and lengths agree to the eye, and lengths that adjoin add up to the whole. What shows one minute at both ends is told
 * in seconds. What is sent and exported is exact, and so is this where lengths are told to the second.
 */
export function shownSeconds({ startAt, endAt }: Span): Seconds {
  const minutes = toTheSecond ? 0 : Math.floor(endAt / MINUTE) - Math.floor(startAt / MINUTE);
  const seconds = minutes > 0 ? minutes * 60 : Math.round((endAt - startAt) / 1000);
  return Math.max(0, seconds) as Seconds;
}
