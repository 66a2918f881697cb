import type { Instant, Span } from '#contract';
import { clockTime } from './times-and-lengths.ts';
import type { Hours } from '../../time/hour-format.ts';
import { dayAndMonth } from './day-and-week-titles.ts';

/** `14:02`, with the date where that is not today. */
export function timeOf(at: Instant, today: Span, hours: Hours): string {
  const clock = clockTime(at, hours);
  const isToday = at >= today.startAt && at < today.endAt;
  return isToday ? clock : `${dayAndMonth.format(at)}, ${clock}`;
}

/** `read 14:02`, with the date where that was not today. */
export function readTime(readAt: Instant, today: Span, hours: Hours): string {
  return `read ${timeOf(readAt, today, hours)}`;
}
