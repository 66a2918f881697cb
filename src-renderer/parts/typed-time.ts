import type { Instant, Span } from '#contract';
import type { Hours } from '../words/time.ts';

/** A time of day as a person typed it, before anybody knows which instant it is. */
export type TypedTime = {
  readonly seconds: number;
  /** `+1`, `-1`: days from the shown day, where the person named it. */
  readonly days: number | undefined;
  /** Written without AM or PM although it could be either. */
  readonly eitherHalf: boolean;
};

const typedTime =
  /^(\d{1,2})(?:[:.h]?(\d{2}))?(?:[:.](\d{2}))?\s*(?:([ap])\.?(?:m\.?)?)?\s*(?:([-+−])\s*(\d{1,2})\s*d?)?$/;

const DAY = 86_400;

/** The hour on a 24 hour clock; undefined where it is none. */
function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 24 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

function daysOf(sign: string | undefined, count: string | undefined): number | undefined {
  if (count === undefined) return undefined;
  return sign === '+' ? Number(count) : 0 - Number(count);
}

/** `9`, `915`, `9:15`, `9:15:30`, `9:15pm`, `24:00`, `0:30 +1`. Undefined for what reads as no time. */
export function parseTime(typed: string): TypedTime | undefined {
  const match = typedTime.exec(typed.trim().toLowerCase());
  if (match === null) return undefined;
  const [, hourText, minuteText, secondText, half, sign, count] = match;
  const hour = hourOf(Number(hourText), half);
  const minute = Number(minuteText ?? 0);
  const second = Number(secondText ?? 0);
  if (hour === undefined || minute > 59 || second > 59) return undefined;
  const seconds = hour * 3600 + minute * 60 + second;
  if (seconds > DAY) return undefined;
  const eitherHalf = half === undefined && hour >= 1 && hour <= 12;
  return { seconds, days: daysOf(sign, count), eitherHalf };
}

/** How a wall time stands on its day: some do not exist when clocks go forward, some come twice when they go back. */
export type WallTime = { readonly at: Instant; readonly peculiar: 'skipped' | 'first' | undefined };

/** Milliseconds by which the second of two equal wall times comes after the first; 0 but for the night the clocks go back. */
function repeatedAfter(at: number): number {
  const half = (DAY / 2) * 1000;
  const back = new Date(at + half).getTimezoneOffset() - new Date(at - half).getTimezoneOffset();
  if (back <= 0) return 0;
  const later = new Date(at + back * 60_000);
  return sameWall(later, new Date(at)) ? back * 60_000 : 0;
}

function sameWall(a: Date, b: Date): boolean {
  return a.toTimeString().slice(0, 8) === b.toTimeString().slice(0, 8);
}

/**
 * The instant of a wall time, `days` away from the local day that holds `dayAt`. A time that the clocks skip is
 * taken as late as it would be without the step; of one that comes twice, the first is taken.
 */
export function wallTime(dayAt: Instant, days: number, seconds: number): WallTime {
  const day = new Date(dayAt);
  const date = new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, 0, 0, seconds);
  const at = date.getTime() as Instant;
  const shown = date.getHours() * 3600 + date.getMinutes() * 60 + date.getSeconds();
  if (shown !== seconds % DAY) return { at, peculiar: 'skipped' };
  return { at, peculiar: repeatedAfter(at) > 0 ? 'first' : undefined };
}

/** Local calendar days from one instant to another; 0 on the same day. */
function daysBetween(fromAt: Instant, toAt: Instant): number {
  const [from, to] = [new Date(fromAt), new Date(toAt)];
  const utc = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((utc(to) - utc(from)) / (DAY * 1000));
}

/** Of a start: on the shown day unless another is named. */
export function startTime(dayAt: Instant, { seconds, days }: TypedTime): WallTime {
  return wallTime(dayAt, days ?? 0, seconds);
}

/** Longest entry that ends on the day after its start without a word about the day. */
const NIGHT_MS = (DAY / 2) * 1000;

/**
 * Of an end: the first such time after the start where that makes at most half a day, so that an entry over
 * midnight needs no date; on the day of the start otherwise. A named day counts from the shown one.
 */
export function endTime(
  dayAt: Instant,
  startAt: Instant,
  { seconds, days, eitherHalf }: TypedTime,
  hours: Hours,
): WallTime {
  if (days !== undefined) return wallTime(dayAt, days, seconds);
  const sameDay = wallTime(startAt, 0, seconds);
  if (sameDay.at > startAt) return sameDay;
  const again = repeatedAfter(sameDay.at);
  if (again > 0 && sameDay.at + again > startAt) {
    return { at: (sameDay.at + again) as Instant, peculiar: undefined };
  }
  const afternoon = wallTime(startAt, 0, (seconds % (DAY / 2)) + DAY / 2);
  if (eitherHalf && hours === '12h' && afternoon.at > startAt) return afternoon;
  const nextDay = wallTime(startAt, 1, seconds);
  return sameDay.at < startAt && nextDay.at - startAt <= NIGHT_MS ? nextDay : sameDay;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function clockText(at: Instant, hours: Hours): string {
  const date = new Date(at);
  const [hour, second] = [date.getHours(), date.getSeconds()];
  const face = hours === '24h' ? hour : ((hour + 11) % 12) + 1;
  const seconds = second === 0 ? '' : `:${twoDigits(second)}`;
  const half = hours === '24h' ? '' : hour < 12 ? ' am' : ' pm';
  return `${face}:${twoDigits(date.getMinutes())}${seconds}${half}`;
}

function withDay(dayAt: Instant, at: Instant, hours: Hours): string {
  const days = daysBetween(dayAt, at);
  return `${clockText(at, hours)} ${days < 0 ? '-' : '+'}${Math.abs(days)}`;
}

/** What a person would type for this start: `9:15`, `9:15:30`, with `-1` where it is on the day before. */
export function formatStart(dayAt: Instant, at: Instant, hours: Hours): string {
  return daysBetween(dayAt, at) === 0 ? clockText(at, hours) : withDay(dayAt, at, hours);
}

/** The shortest of what a person could type for this end. */
export function formatEnd(dayAt: Instant, span: Span, hours: Hours): string {
  const short = clockText(span.endAt, hours);
  const typed = parseTime(short);
  const understood = typed && endTime(dayAt, span.startAt, typed, hours).at === span.endAt;
  return understood === true ? short : withDay(dayAt, span.endAt, hours);
}
