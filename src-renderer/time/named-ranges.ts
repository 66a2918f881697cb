import type { Instant, RangeOfTime } from '#contract';
import { fromWall, onWall } from './wall-clock.ts';

/** The ranges that have a name; all others are a person's own. */
export const rangeNames = [
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-year',
  'last-12-months',
] as const;

export type RangeName = (typeof rangeNames)[number];

/** What the local calendar of this machine and the account's settings say. */
export type Calendar = {
  readonly now: Instant;
  /** 0 is Sunday. */
  readonly weekStartsOn: number;
};

/** The local midnights around the range; the second is not part of it. */
export function rangeOf(name: RangeName, { now, weekStartsOn }: Calendar): RangeOfTime {
  const today = onWall(now);
  const [year, month, day] = [today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()];
  switch (name) {
    case 'this-week':
    case 'last-week': {
      const earlier = name === 'last-week' ? 7 : 0;
      const first = day - ((today.getUTCDay() - weekStartsOn + 7) % 7) - earlier;
      return between(fromWall(year, month, first), fromWall(year, month, first + 7));
    }
    case 'this-month':
      return between(fromWall(year, month, 1), fromWall(year, month + 1, 1));
    case 'last-month':
      return between(fromWall(year, month - 1, 1), fromWall(year, month, 1));
    case 'this-year':
      return between(fromWall(year, 0, 1), fromWall(year + 1, 0, 1));
    case 'last-12-months':
      return between(fromWall(year - 1, month, day + 1), fromWall(year, month, day + 1));
  }
}

/** Undefined for a range of a person's own. */
export function nameOf(
  { startAt, endAt }: { readonly startAt: Instant; readonly endAt: Instant },
  calendar: Calendar,
): RangeName | undefined {
  return rangeNames.find((name) => {
    const { fromAt, toAt } = rangeOf(name, calendar);
    return fromAt === startAt && toAt === endAt;
  });
}

/** From the midnight before the first day to the one after the last; undefined where one is no date or the last is before the first. */
export function rangeBetween(first: string, last: string): RangeOfTime | undefined {
  const [from, to] = [midnight(first, 0), midnight(last, 1)];
  return from === undefined || to === undefined || to <= from ? undefined : between(from, to);
}

function midnight(field: string, daysLater: number): Instant | undefined {
  const [year, month, day] = field.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return fromWall(year, month - 1, day + daysLater);
}

function between(fromAt: Instant, toAt: Instant): RangeOfTime {
  return { fromAt, toAt };
}
