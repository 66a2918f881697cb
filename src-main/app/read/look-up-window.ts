import type { Instant } from '#contract';
import { isKnown } from '../../domain/sync/server-id.ts';
import type { Entry } from '../../domain/entry.ts';
import { latePlaces } from '../../domain/sync/late-requests.ts';
import { endOf } from '../../domain/timer/session.ts';
import type { Day } from '../ports/ports.ts';

const DAY_MS = 86_400_000;

/**
 * From the first to the last entry; the whole of today where they touch it, at the same price. What
 * the server holds may have been moved there, most likely within a day.
 */
export function lookUpWindow(entries: readonly Entry[], day: Day): Day {
  const spans = entries.flatMap((entry) => [entry.sent ?? entry, ...latePlaces(entry)]);
  const margin = entries.some(isKnown) ? DAY_MS : 0;
  const startAt = (Math.min(...spans.map((span) => span.startAt)) - margin) as Instant;
  const endAt = (Math.max(...spans.map(endOf)) + margin) as Instant;
  if (endAt <= day.startAt || startAt >= day.endAt) return { startAt, endAt };
  return {
    startAt: Math.min(startAt, day.startAt) as Instant,
    endAt: Math.max(endAt, day.endAt) as Instant,
  };
}
