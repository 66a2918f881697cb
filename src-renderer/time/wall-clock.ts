import { TZDateMini } from '@date-fns/tz';
import { foreignZone } from './time-zone.svelte.ts';

/** The instant on the wall: its year, hour and all that a local date has. */
export function onWall(at: number): Date {
  const zone = foreignZone();
  return zone === undefined ? new Date(at) : new TZDateMini(at, zone);
}

const DAY = 86_400_000;

/**
 * The instant of a wall time, as `new Date` takes it: parts may reach over, of two equal times the first is meant, and
 * one that the clocks skip is as late as without the step. (TZDateMini reads parts through the page's own zone, whose
 * steps then show.)
 */
export function fromWall(year: number, month: number, day: number, seconds = 0): Date {
  const zone = foreignZone();
  if (zone === undefined) return new Date(year, month, day, 0, 0, seconds);
  const wall = Date.UTC(year, month, day, 0, 0, seconds);
  const behind = (at: number) => onWall(at).getTimezoneOffset() * 60_000;
  const [before, after] = [behind(wall - DAY), behind(wall + DAY)];
  const [early, late] = [wall + before, wall + after];
  const isLate = behind(early) !== before && behind(late) === after;
  return new TZDateMini(isLate ? late : early, zone);
}
