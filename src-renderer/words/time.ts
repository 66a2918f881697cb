import type { Instant, Snapshot } from '#contract';

/** How the account wants its times of day; in a component `getPopup().hours`. */
export type Hours = Snapshot['settings']['hours'];

/** `AM` and the like, with the space before it, at the end of a time of day. */
const halfOfDay = /\s*\p{L}[\p{L}.\s]*$/u;

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** `13:31` or `1:31 PM`, on the wall clock of this machine; a long day asks for it hundreds of times. */
export function clockTime(at: Instant, hours: Hours): string {
  const date = new Date(at);
  const [hour, minute] = [date.getHours(), twoDigits(date.getMinutes())];
  if (hours === '24h') return `${twoDigits(hour)}:${minute}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `11:40 – 12:22` for a start and a length in seconds; with 12 hours `11:40 AM – 12:22 PM`, `1:05 – 1:31 PM`. */
export function span(startAt: Instant, seconds: number, hours: Hours): string {
  const start = clockTime(startAt, hours);
  const end = clockTime((startAt + seconds * 1000) as Instant, hours);
  const sameHalf = halfOfDay.exec(start)?.[0] === halfOfDay.exec(end)?.[0] && seconds < 43_200;
  return `${sameHalf ? start.replace(halfOfDay, '') : start} – ${end}`;
}

/** `1:24:07`: the running timer, seconds included. */
export function elapsed(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`;
}

/** `0:42` in hours and minutes; what is shorter than a minute as `40 s`, so that it never reads as nothing. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}`;
}

/** `5 h 42 min`: a day's sum. */
export function total(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}

/** `1 session`, `3 sessions`. */
export function sessions(count: number): string {
  return count === 1 ? '1 session' : `${count} sessions`;
}
