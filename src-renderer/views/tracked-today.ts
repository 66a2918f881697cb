import type { DayView, Instant, TimerView } from '#contract';

/** Seconds of today with those of the running session, which counts from midnight if it began before. */
export function trackedToday(day: DayView, timer: TimerView, now: Instant): number {
  if (timer.state === 'idle') return day.trackedSeconds;
  const fromAt = Math.max(timer.startAt, day.startAt);
  const untilAt = Math.min(now, day.endAt);
  return day.trackedSeconds + Math.max(0, Math.floor((untilAt - fromAt) / 1000));
}
