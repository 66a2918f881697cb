import type { Instant } from '#contract';
import { fromWall } from '../time/wall-clock.ts';

const NOON_SECONDS = 12 * 3600;

/** The instant for which a day is asked that was picked or typed, `2026-11-24`. */
export function pickedDate(text: string): Instant {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  // Noon: midnight is not there in every zone on the day that the clock is put forward.
  return fromWall(year, month - 1, day, NOON_SECONDS);
}
