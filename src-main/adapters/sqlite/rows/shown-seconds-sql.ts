/** `shownSeconds` (src-main/contract) in SQL, for sums: of the time between two instants. */
export function shownBetween(startAt: string, endAt: string): string {
  const [from, to] = [`(${startAt}) / 60000`, `(${endAt}) / 60000`];
  return `iif(${to} > ${from}, (${to} - ${from}) * 60, max(0, round(((${endAt}) - (${startAt})) / 1000.0)))`;
}

/** Of a row with `start_at` and `seconds`. */
export const SHOWN_SECONDS = shownBetween('start_at', 'start_at + seconds * 1000');
