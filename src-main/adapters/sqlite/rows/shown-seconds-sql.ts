import { isToldToTheSecond } from '#contract';

/** `shownSeconds` (src-main/contract) in SQL, for sums: of the time between two instants. */
export function shownBetween(startAt: string, endAt: string): string {
  const exact = `max(0, round(((${endAt}) - (${startAt})) / 1000.0))`;
  if (isToldToTheSecond()) return exact;
  const [from, to] = [`(${startAt}) / 60000`, `(${endAt}) / 60000`];
  return `iif(${to} > ${from}, (${to} - ${from}) * 60, ${exact})`;
}

/** Of a row with `start_at` and `seconds`. */
export const shownOfRow = (): string => shownBetween('start_at', 'start_at + seconds * 1000');
