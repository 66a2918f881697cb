import type { DayTotal, Instant, Span } from '#contract';
import { dateFormat } from '../../time/date-and-number-formats.ts';
import { onWall } from '../../time/wall-clock.ts';
import { clockTime, total } from './times-and-lengths.ts';
import type { Hours } from '../../time/hour-format.ts';

export const dayLabels = {
  today: 'Today',
  yesterday: 'Yesterday',
  tomorrow: 'Tomorrow',
  dayBack: 'Previous day',
  dayForward: 'Next day',
  goToDate: 'Go to date',
  date: 'Date',
  week: 'Week',
  find: 'Find entries',
  timeline: 'Timeline',
  projects: 'Time by project',
  noProject: 'No project',
  fewer: 'fewer',
  empty: 'Nothing tracked on this day.',
  neverRead: 'Not read from Toggl Focus yet.',
  read: 'Read it now',
  demo: 'demo account',
  showAll: 'Show all as a list',
};

export const weekLabels = {
  thisWeek: 'This week',
  weekBack: 'Previous week',
  weekForward: 'Next week',
  days: 'Days of the week',
};

const shortDay = dateFormat({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});
const longDay = dateFormat({
  weekday: 'long',
  day: 'numeric',
  month: 'short',
});
const withYear = dateFormat({ dateStyle: 'medium' });
const spokenDay = dateFormat({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});
const weekday = dateFormat({ weekday: 'short' });
const dayOfMonth = dateFormat({ day: 'numeric' });
const dayAndMonth = dateFormat({ day: 'numeric', month: 'short' });

function sameYear(one: number, other: number): boolean {
  return onWall(one).getFullYear() === onWall(other).getFullYear();
}

/** `Today` with its date, or the date alone: `Tuesday 24 Nov`, `Nov 24, 2025` in the locale's order. */
export function dayTitle(
  { startAt, endAt }: Span,
  today: Span,
): { readonly title: string; readonly date: string | undefined } {
  const date = shortDay.format(startAt);
  if (startAt === today.startAt) return { title: dayLabels.today, date };
  if (endAt === today.startAt) return { title: dayLabels.yesterday, date };
  if (startAt === today.endAt) return { title: dayLabels.tomorrow, date };
  const format = sameYear(startAt, today.startAt) ? longDay : withYear;
  return { title: format.format(startAt), date: undefined };
}

/** `This week` with its dates, or the dates alone: `16 – 22 Nov`, in the locale's order. */
export function weekTitle(
  { startAt, endAt }: Span,
  today: Span,
): { readonly title: string; readonly date: string | undefined } {
  const near = sameYear(startAt, today.startAt);
  const dates = (near ? dayAndMonth : withYear).formatRange(startAt, endAt - 1);
  const isThis = today.startAt >= startAt && today.startAt < endAt;
  return isThis ? { title: weekLabels.thisWeek, date: dates } : { title: dates, date: undefined };
}

/** `Tue` and `24` under a bar. */
export function barDay(at: Instant): readonly [weekday: string, day: string] {
  return [weekday.format(at), dayOfMonth.format(at)];
}

/** `42 min`, `1 h 24 min`; what is shorter than a minute in seconds. */
export function length(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : total(seconds);
}

export function breakTime(seconds: number): string {
  return `${length(seconds)} break`;
}

/** `Tuesday, 24 November: 7 h 42 min, 30 min break, planned 8 h 0 min`. */
export function dayOfWeek(day: DayTotal, trackedSeconds: number): string {
  const parts = [
    trackedSeconds === 0 ? 'nothing tracked' : length(trackedSeconds),
    ...(day.breakSeconds === 0 ? [] : [breakTime(day.breakSeconds)]),
    ...(day.plannedSeconds === 0 ? [] : [`planned ${length(day.plannedSeconds)}`]),
  ];
  return `${spokenDay.format(day.startAt)}: ${parts.join(', ')}`;
}

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

/** Of a day with more entries than it lists. */
export function notListed(count: number): string {
  return count === 1
    ? '1 earlier entry is not shown here.'
    : `${count} earlier entries are not shown here.`;
}
