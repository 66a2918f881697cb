import { type Instant, shownSeconds } from '#contract';
import { numberFormat } from '../../time/date-and-number-formats.ts';
import { lengthStyle } from '../../time/length-style.svelte.ts';
import { passMark } from '../../time/repeated-hour.ts';
import { onWall } from '../../time/wall-clock.ts';
import type { Hours } from '../../time/hour-format.ts';

/** `AM` and the like, with the space before it, at the end of a time of day. */
const halfOfDay = /\s*\p{L}[\p{L}.\s]*$/u;

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** `13:31` or `1:31 PM`, on the wall clock; a long day asks for it hundreds of times. */
export function clockTime(at: Instant, hours: Hours): string {
  const date = onWall(at);
  const [hour, minute] = [date.getUTCHours(), twoDigits(date.getUTCMinutes())];
  if (hours === '24h') return `${twoDigits(hour)}:${minute}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `11:40 – 12:22` for a start and a length in seconds; with 12 hours `11:40 AM – 12:22 PM`, `1:05 – 1:31 PM`; `02:30 1st – 02:30 2nd`. */
export function span(startAt: Instant, seconds: number, hours: Hours): string {
  const start = clockTime(startAt, hours);
  const end = clockTime((startAt + seconds * 1000) as Instant, hours);
  const sameHalf = halfOfDay.exec(start)?.[0] === halfOfDay.exec(end)?.[0] && seconds < 43_200;
  const from = `${sameHalf ? start.replace(halfOfDay, '') : start}${passMark(startAt)}`;
  return `${from} – ${end}${passMark(startAt + seconds * 1000)}`;
}

/** `1:24:07`: the running timer, seconds included. */
export function elapsed(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`;
}

const hundredths = numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** As the person or their account wants it, `0:47:06` or `0.78 h`; else to the minute, as it is told where it stands. */
export function styled(seconds: number, toTheMinute: (seconds: number) => string): string {
  switch (lengthStyle()) {
    case 'classic':
      return elapsed(seconds);
    case 'decimal':
      return `${hundredths.format(seconds / 3600)} h`;
    case 'improved':
      return toTheMinute(seconds);
  }
}

/** `8:00`, as it is typed, whatever lengths are read in. */
export function clockLength(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}`;
}

/** `0:42` in hours and minutes; what is shorter than a minute as `40 s`, so that it never reads as nothing. */
export function duration(seconds: number): string {
  return styled(seconds, () => (seconds < 60 ? `${seconds} s` : clockLength(seconds)));
}

/** `4:30`, `0:00`: a sum, which may be nothing. */
export function hoursAndMinutes(seconds: number): string {
  return styled(seconds, clockLength);
}

/** How long an entry is said to be: what its times show. */
export function entryLength(startAt: Instant, seconds: number): string {
  return duration(shownSeconds({ startAt, endAt: (startAt + seconds * 1000) as Instant }));
}

/** `5 h 42 min`: a day's sum. */
export function total(seconds: number): string {
  return styled(seconds, () => {
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
  });
}

/** `1 session`, `3 sessions`. */
export function sessions(count: number): string {
  return count === 1 ? '1 session' : `${count} sessions`;
}
