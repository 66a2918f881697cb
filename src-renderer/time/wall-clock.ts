import type { Instant } from '#contract';
import { kept } from './date-and-number-formats.ts';
import { foreignZone } from './time-zone.svelte.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Writes `GMT`, `GMT+13:00` behind the date. */
const offsetFormat = kept(
  () => foreignZone() ?? '',
  () => new Intl.DateTimeFormat('en-US', { timeZone: foreignZone(), timeZoneName: 'longOffset' }),
);

/** Milliseconds by which the zone is behind UTC at the instant. */
export function behind(at: number): number {
  const own = new Date(at).getTimezoneOffset();
  if (foreignZone() === undefined || Number.isNaN(own)) return own * MINUTE;
  const [, sign, hours = 0, minutes = 0] =
    /GMT(.)(\d+):(\d+)/.exec(offsetFormat().format(at)) ?? [];
  return (sign === '+' ? -MINUTE : MINUTE) * (Number(hours) * 60 + Number(minutes));
}

/** The instant on the wall: its year, hour and so on are those that the date has in UTC. */
export function onWall(at: number): Date {
  return new Date(at - behind(at));
}

/** `2026-03-02`: the local day as a date field holds it. */
export function dateField(at: number): string {
  return onWall(at).toISOString().slice(0, 10);
}

/**
 * The instant of a wall time, as `new Date` takes it: parts may reach over, of two equal times the first is meant, and
 * one that the clocks skip is as late as without the step.
 */
export function fromWall(year: number, month: number, day: number, seconds = 0): Instant {
  const wall = Date.UTC(year, month, day, 0, 0, seconds);
  const [before, after] = [behind(wall - DAY), behind(wall + DAY)];
  const [early, late] = [wall + before, wall + after];
  const isLate = behind(early) !== before && behind(late) === after;
  return (isLate ? late : early) as Instant;
}
