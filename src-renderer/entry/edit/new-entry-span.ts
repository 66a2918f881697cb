import type { DayView, Instant, Span, TimerView } from '#contract';
import { wallTime } from '../../typed/typed-time.ts';
import { endOf } from '../../time/start-plus-length.ts';

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
    ? Math.min(latest + QUARTER, endAt)
    : wallTime(startAt, 0, MORNING_SECONDS).at + QUARTER;
}

const wholeMinute = (at: number): number => Math.floor(at / MINUTE) * MINUTE;

/** The latest free time before the instant, from the last end or a quarter of an hour; undefined where there is not a minute. */
function freeBefore(day: DayView, until: number): Span | undefined {
  let end = until;
  for (const entry of day.entries.toSorted((a, b) => endOf(b) - endOf(a))) {
    const from = Math.ceil(endOf(entry) / MINUTE) * MINUTE;
    if (entry.startAt >= end) continue;
    if (from <= end - MINUTE) return free(day, from, end);
    end = wholeMinute(entry.startAt);
  }
  return free(day, end - QUARTER, end);
}

function free({ startAt }: DayView, from: number, end: number): Span | undefined {
  const begin = Math.max(from, startAt);
  return end - begin < MINUTE ? undefined : { startAt: begin as Instant, endAt: end as Instant };
}

/**
 * The span that adding by hand begins with: from the last end up to now, on another day a quarter of an hour after its
 * last entry; earlier where something stands there.
 */
export function addedSpan(day: DayView, timer: TimerView, nowAt: Instant): Span {
  const until = wholeMinute(upTo(day, timer, nowAt));
  const quarter = { startAt: (until - QUARTER) as Instant, endAt: until as Instant };
  return freeBefore(day, until) ?? quarter;
}
