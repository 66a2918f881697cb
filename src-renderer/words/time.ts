import type { Instant } from '#contract';

const timeOfDay = new Intl.DateTimeFormat(undefined, {
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** `13:31`, on the wall clock of this machine. */
export function clockTime(at: Instant): string {
  return timeOfDay.format(at);
}

/** `11:40 – 12:22` for a start and a length in seconds. */
export function span(startAt: Instant, seconds: number): string {
  return `${clockTime(startAt)} – ${clockTime((startAt + seconds * 1000) as Instant)}`;
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
