import type { Instant, ShowCommand, Span } from '#contract';

/** The day that holds the instant; today by its own name, so that it stays today after midnight. */
export function showDay(at: Instant, today: Span): ShowCommand {
  const isToday = at >= today.startAt && at < today.endAt;
  return isToday ? { type: 'show/today' } : { type: 'show/day', at };
}

/** Any instant of the day, or week, before the span. */
export function before({ startAt }: Span): Instant {
  return (startAt - 1) as Instant;
}
