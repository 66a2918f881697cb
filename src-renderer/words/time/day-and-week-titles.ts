import type { Instant, Span } from '#contract';
import { dateFormat } from '../../time/date-and-number-formats.ts';
import { onWall } from '../../time/wall-clock.ts';
import { dayLabels, weekLabels } from './day-and-week-labels.ts';

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

const weekday = dateFormat({ weekday: 'short' });

const dayOfMonth = dateFormat({ day: 'numeric' });

export const dayAndMonth = dateFormat({ day: 'numeric', month: 'short' });

function sameYear(one: number, other: number): boolean {
  return onWall(one).getUTCFullYear() === onWall(other).getUTCFullYear();
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
