import type { Instant, Seconds } from '#contract';
import type { Entry } from './entry.ts';
import { endOf } from './session.ts';

/** Seconds of activity within [startAt, endAt); what reaches over midnight counts on both days, each its part. */
export function trackedSeconds(
  entries: readonly Entry[],
  day: { readonly startAt: Instant; readonly endAt: Instant },
): Seconds {
  const milliseconds = entries
    .filter((entry) => entry.type === 'activity')
    .map((entry) => Math.min(endOf(entry), day.endAt) - Math.max(entry.startAt, day.startAt))
    .reduce((sum, part) => sum + Math.max(0, part), 0);
  return Math.round(milliseconds / 1000) as Seconds;
}
