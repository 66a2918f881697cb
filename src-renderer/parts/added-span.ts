import type { DayView, Instant, Span, TimerView } from '#contract';
import { endOf } from './day-rows.ts';
import { wallTime } from './typed-time.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
/** Where an empty day of the past is offered its first entry. */
const MORNING_SECONDS = 9 * 3600;

function upTo(day: DayView, timer: TimerView, nowAt: Instant): number {
  const { startAt, endAt } = day;
  const isToday = startAt <= nowAt && nowAt < endAt;
  if (isToday) return timer.state === 'running' ? Math.min(timer.startAt, nowAt) : nowAt;
  const latest = Math.max(...day.entries.map((entry) => endOf(entry)));
  return Number.isFinite(latest)
    ? latest + QUARTER
    : wallTime(startAt, 0, MORNING_SECONDS).at + QUARTER;
}

/** The span that adding by hand begins with: a quarter of an hour up to now, on another day after its last entry. */
export function addedSpan(day: DayView, timer: TimerView, nowAt: Instant): Span {
  const until = Math.floor(upTo(day, timer, nowAt) / MINUTE) * MINUTE;
  return { startAt: (until - QUARTER) as Instant, endAt: until as Instant };
}
