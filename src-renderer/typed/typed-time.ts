import type { Instant } from '#contract';
import { plainFigures, units } from './figures-of-any-script.ts';
import { type Pass, passMark, repeatedAfter } from '../time/repeated-hour.ts';
import { behind, fromWall, onWall } from '../time/wall-clock.ts';
import type { Hours } from '../time/hour-format.ts';

/** A time of day as a person typed it, before anybody knows which instant it is. */
export type TypedTime = {
  readonly seconds: number;
  /** `+1`, `-1`: days from the shown day, where the person named it. */
  readonly days: number | undefined;
  /** Written without AM or PM although it could be either. */
  readonly eitherHalf: boolean;
  /** `1st`, `2nd`: which of two equal times, in the night the clocks go back. */
  readonly pass: Pass | undefined;
};

const hourMark = String.raw`(?:${units.hour}|uhr)`;
/** `9`, `9h`, `915`, `9:15`, `9:5`, `9 15`, `9 h 15 min`, `9:15:30`. */
const face = [
  String.raw`(\d{1,2})(?:(\d{2})| ?${hourMark})?`,
  String.raw`(\d{1,2})(?: ?(?:[:.]|${hourMark}) ?(\d{1,2})| (\d{2}))(?: ?${units.minute})?(?: ?[:.] ?(\d{1,2}))?`,
].join('|');
const typedTime = new RegExp(
  String.raw`^(?:${face}) ?(?:([ap])\.?(?: ?m\.?)?)? ?(1st|2nd)? ?(?:([-+−–]) ?(\d{1,2}) ?d?)?$`,
  'u',
);

const DAY = 86_400;
const DAY_MS = DAY * 1000;
/** Further than any two readings of one text are from each other. */
const LONG_MS = 100 * DAY_MS;

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

function passOf(mark: string | undefined): Pass | undefined {
  if (mark === undefined) return undefined;
  return mark === '1st' ? 'first' : 'second';
}

function secondsOf(
  [, hourOnly, minuteAfter, hourText, minuteMarked, minuteApart, secondText = '0']: RegExpExecArray,
  half: string | undefined,
): number | undefined {
  const hour = hourOf(Number(hourOnly ?? hourText), half);
  const minute = Number(minuteAfter ?? minuteMarked ?? minuteApart ?? 0);
  const second = Number(secondText);
  if (hour === undefined || minute > 59 || second > 59) return undefined;
  return hour * 3600 + minute * 60 + second;
}

/** `9`, `915`, `9:15`, `9:15:30`, `9:15pm`, `24:00`, `2:30 2nd`, `0:30 +1`. Undefined for what reads as no time. */
export function parseTime(typed: string): TypedTime | undefined {
  const match = typedTime.exec(plainFigures(typed));
  if (match === null) return undefined;
  const [half, mark, sign, count] = match.slice(7);
  const seconds = secondsOf(match, half);
  if (seconds === undefined || seconds > DAY) return undefined;
  const eitherHalf = half === undefined && seconds >= 3600 && seconds < 13 * 3600;
  return { seconds, days: daysOf(sign, count), eitherHalf, pass: passOf(mark) };
}

/**
 * How a wall time stands on its day: some do not exist when clocks go forward, some come twice when they go back.
 * One of two that was named is not peculiar any more.
 */
export type WallTime = { readonly at: Instant; readonly peculiar: 'skipped' | Pass | undefined };

/** The local date of an instant, counted in days. */
function dateOf(at: Instant): number {
  return Math.floor((at - behind(at)) / DAY_MS);
}

/**
 * The instant of a wall time, `days` away from the local day that holds `dayAt`. A time that the clocks skip is
 * taken as late as it would be without the step; of one that comes twice, the first is taken.
 */
export function wallTime(dayAt: Instant, days: number, seconds: number): WallTime {
  const day = onWall(dayAt);
  const at = fromWall(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + days, seconds);
  if (at - behind(at) - dateOf(at) * DAY_MS !== (seconds % DAY) * 1000)
    return { at, peculiar: 'skipped' };
  return { at, peculiar: repeatedAfter(at) > 0 ? 'first' : undefined };
}

type Times = readonly [WallTime, ...WallTime[]];

function bothPasses(dayAt: Instant, days: number, seconds: number, pass: Pass | undefined): Times {
  const first = wallTime(dayAt, days, seconds);
  if (first.peculiar !== 'first') return [first];
  const second = (first.at + repeatedAfter(first.at)) as Instant;
  if (pass !== undefined)
    return [{ at: pass === 'first' ? first.at : second, peculiar: undefined }];
  return [first, { at: second, peculiar: 'second' }];
}

const HALF = DAY / 2;

/** All that a typed time can be on that day: of either half where none was written, of either pass where it comes twice. */
export function readings(
  { seconds, eitherHalf, pass }: TypedTime,
  { dayAt, days, hours }: { readonly dayAt: Instant; readonly days: number; readonly hours: Hours },
): Times {
  if (!eitherHalf || hours === '24h') return bothPasses(dayAt, days, seconds, pass);
  const morning = seconds % HALF;
  const afternoon = bothPasses(dayAt, days, morning + HALF, pass);
  return [...bothPasses(dayAt, days, morning, pass), ...afternoon];
}

/** The reading nearest to what stands there, what lies too late aside; of two equally near ones the earlier. */
export function nearest([first, ...others]: Times, { nearAt, latestAt }: TimeScene): WallTime {
  const away = ({ at }: WallTime) => Math.abs(at - nearAt) + (at > latestAt ? LONG_MS : 0);
  return others.reduce((best, other) => (away(other) < away(best) ? other : best), first);
}

/** Local calendar days from one instant to another; 0 on the same day. */
function daysBetween(fromAt: Instant, toAt: Instant): number {
  return dateOf(toAt) - dateOf(fromAt);
}

/** Where a typed time is read. */
export type TimeScene = {
  /** Any instant of the day that is shown. */
  readonly dayAt: Instant;
  readonly hours: Hours;
  /** What stands there: where a text can mean several times, the nearest to it is meant. */
  readonly nearAt: Instant;
  /** A later one is meant only where there is no other. */
  readonly latestAt: number;
};

/** Of a start: on the shown day unless another is named. */
export function startTime(typed: TypedTime, scene: TimeScene): WallTime {
  return nearest(readings(typed, { ...scene, days: typed.days ?? 0 }), scene);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Names which of two equal times it is, so that the text means the same wherever it is read. */
export function clockText(at: Instant, hours: Hours): string {
  const date = onWall(at);
  const [hour, second] = [date.getUTCHours(), date.getUTCSeconds()];
  const face = hours === '24h' ? hour : ((hour + 11) % 12) + 1;
  const seconds = second === 0 ? '' : `:${twoDigits(second)}`;
  const half = hours === '24h' ? '' : hour < 12 ? ' am' : ' pm';
  return `${face}:${twoDigits(date.getUTCMinutes())}${seconds}${half}${passMark(at)}`;
}

export function withDay(dayAt: Instant, at: Instant, hours: Hours): string {
  const days = daysBetween(dayAt, at);
  return `${clockText(at, hours)} ${days < 0 ? '-' : '+'}${Math.abs(days)}`;
}

/** What a person would type for this start: `9:15`, `9:15:30`, with `-1` where it is on the day before. */
export function formatStart(dayAt: Instant, at: Instant, hours: Hours): string {
  return daysBetween(dayAt, at) === 0 ? clockText(at, hours) : withDay(dayAt, at, hours);
}
