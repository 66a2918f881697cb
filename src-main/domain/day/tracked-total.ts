import type { Seconds, Span } from '#contract';
import { shownWithin } from './clip-to-day.ts';
import type { Entry } from '../entry.ts';

/** The shown lengths of activity within [startAt, endAt); what reaches over midnight counts on both days, each its part. */
export function trackedSeconds(entries: readonly Entry[], day: Span): Seconds {
  return entries
    .filter((entry) => entry.type === 'activity')
    .reduce((sum, entry) => sum + shownWithin(entry, day), 0) as Seconds;
}
