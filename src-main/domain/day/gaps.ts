import type { Span } from '#contract';
import type { Piece } from '../piece.ts';
import { clip } from './clip.ts';

/** Shorter ones come from switching tasks, and are not worth a person's look. */
const SHORTEST_MS = 60_000;

type Stretch = Pick<Piece, 'startAt' | 'endAt'>;

/**
 * What nothing covers between the first piece of the day and the last one or, where `until` is given
 * and lies behind that, up to it. Oldest first, a minute or longer.
 */
export function gapsOf(
  pieces: readonly Stretch[],
  day: Span,
  until: Span['endAt'] | undefined,
): readonly Span[] {
  const within = pieces
    .filter((piece) => reaches(piece, day))
    .map((piece) => clip(piece, day))
    .sort((a, b) => a.startAt - b.startAt);
  const [first] = within;
  if (first === undefined) return [];
  const end = until === undefined ? [] : [clip({ startAt: until, endAt: until }, day)];
  const gaps: Span[] = [];
  let coveredUntil = first.startAt;
  for (const { startAt, endAt } of [...within, ...end]) {
    if (startAt - coveredUntil >= SHORTEST_MS) gaps.push({ startAt: coveredUntil, endAt: startAt });
    if (endAt > coveredUntil) coveredUntil = endAt;
  }
  return gaps;
}

/** A session that began this very moment has no length, and still ends the gap before it. */
function reaches({ startAt, endAt }: Stretch, day: Span): boolean {
  return startAt < day.endAt && (endAt > day.startAt || startAt >= day.startAt);
}
