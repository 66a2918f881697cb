import type { Span } from '#contract';
import type { OccupiedSpan } from './occupied-span.ts';
import { clip } from './clip-to-day.ts';

/** Shorter ones come from switching tasks, and are not worth a person's look. */
export const SHORTEST_GAP_MS = 60_000;

type StartAndEnd = Pick<OccupiedSpan, 'startAt' | 'endAt'>;

/**
 * What nothing covers between the first occupied span of the day and the last one or, where `until` is given
 * and lies behind that, up to it. Oldest first, a minute or longer.
 */
export function gapsOf(
  allOccupied: readonly StartAndEnd[],
  day: Span,
  until: Span['endAt'] | undefined,
): readonly Span[] {
  const within = allOccupied
    .filter((occupied) => reaches(occupied, day))
    .map((occupied) => clip(occupied, day))
    .sort((a, b) => a.startAt - b.startAt);
  const [first] = within;
  if (first === undefined) return [];
  const end = until === undefined ? [] : [clip({ startAt: until, endAt: until }, day)];
  const gaps: Span[] = [];
  let coveredUntil = first.startAt;
  for (const { startAt, endAt } of [...within, ...end]) {
    if (startAt - coveredUntil >= SHORTEST_GAP_MS)
      gaps.push({ startAt: coveredUntil, endAt: startAt });
    if (endAt > coveredUntil) coveredUntil = endAt;
  }
  return gaps;
}

/** A session that began this very moment has no length, and still ends the gap before it. */
function reaches({ startAt, endAt }: StartAndEnd, day: Span): boolean {
  return startAt < day.endAt && (endAt > day.startAt || startAt >= day.startAt);
}
