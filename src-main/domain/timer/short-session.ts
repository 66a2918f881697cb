import type { Entry } from '../entry.ts';

/** A session that was stopped within so many seconds may have been started by a slip of the hand. */
const SHORT_SECONDS = 10;

export function isShort({ seconds }: Entry): boolean {
  return seconds <= SHORT_SECONDS;
}
