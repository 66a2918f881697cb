import type { DayTotal, Instant, Span } from '#contract';
import { clockTime, type Hours, total } from './time.ts';

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
};

export const weekLabels = {
  thisWeek: 'This week',
  weekBack: 'Previous week',
  weekForward: 'Next week',
  days: 'Days of the week',
};

const shortDay = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});
const longDay = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'short',
});
const withYear = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const spokenDay = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const dayOfMonth = new Intl.DateTimeFormat(undefined, { day: 'numeric' });
const dayAndMonth = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

function sameYear(one: number, other: number): boolean {
  return new Date(one).getFullYear() === new Date(other).getFullYear();
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
