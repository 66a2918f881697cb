import type { Instant } from '#contract';
import type { GoalOfDay } from '../../time/goal-of-day.ts';
import type { Hours } from '../../time/hour-format.ts';
import { clockTime, hoursAndMinutes } from './times-and-lengths.ts';

const MINUTE = 60_000;

/** `of 8:00 · done 17:36` while a timer runs, else `of 8:00 · 3:30 left`; `of 8:00` alone of another day. */
export function goalWords(goal: GoalOfDay, isToday: boolean, hours: Hours): string {
  const { seconds, leftSeconds, reachedAt } = goal;
  const of = `of ${hoursAndMinutes(seconds)}`;
  if (leftSeconds === 0) return `${of} · reached`;
  if (reachedAt !== undefined) {
    const wholeMinute = (Math.ceil(reachedAt / MINUTE) * MINUTE) as Instant;
    return `${of} · done ${clockTime(wholeMinute, hours)}`;
  }
  return isToday ? `${of} · ${hoursAndMinutes(Math.ceil(leftSeconds / 60) * 60)} left` : of;
}
