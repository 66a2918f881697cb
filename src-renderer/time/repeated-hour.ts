import { behind } from './wall-clock.ts';

/** Which of two equal times of day: in the night the clocks go back, an hour comes twice (on Lord Howe half of one). */
export type Pass = 'first' | 'second';

const HALF_DAY = 43_200_000;

/** Milliseconds by which the clocks go back around the instant; 0 in nearly every night. */
function stepBack(at: number): number {
  return Math.max(0, behind(at + HALF_DAY) - behind(at - HALF_DAY));
}

/** Milliseconds by which the second of two equal times comes after the first, which is at this instant; else 0. */
export function repeatedAfter(at: number): number {
  const back = stepBack(at);
  return behind(at + back) - behind(at) === back ? back : 0;
}

function passAt(at: number): Pass | undefined {
  const back = stepBack(at);
  if (back === 0) return undefined;
  if (repeatedAfter(at) > 0) return 'first';
  return behind(at) - behind(at - back) === back ? 'second' : undefined;
}

const marks: Readonly<Record<Pass, string>> = { first: ' 1st', second: ' 2nd' };

/** ` 1st`, ` 2nd` behind a time that comes twice; empty behind all others. */
export function passMark(at: number): string {
  const pass = passAt(at);
  return pass === undefined ? '' : marks[pass];
}
