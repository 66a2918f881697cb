import type { Instant, OverlapView, Span } from '#contract';
import type { Piece } from '../piece.ts';
import { clip } from './clip.ts';

/**
 * Each pair that shares time within the day, oldest first. Sweeps over the starts and holds only what
 * has not ended yet, so that a day without overlaps costs no more than its sorting.
 */
export function overlapsOf(pieces: readonly Piece[], day: Span): readonly OverlapView[] {
  const byStart = [...pieces].sort((a, b) => a.startAt - b.startAt || a.endAt - b.endAt);
  const overlaps: OverlapView[] = [];
  let open: Piece[] = [];
  for (const later of byStart) {
    open = open.filter(({ endAt }) => endAt > later.startAt);
    for (const earlier of open) {
      const endAt = Math.min(earlier.endAt, later.endAt) as Instant;
      const shared = clip({ startAt: later.startAt, endAt }, day);
      if (shared.startAt < shared.endAt) {
        overlaps.push({ ...shared, earlierId: earlier.id, laterId: later.id });
      }
    }
    open.push(later);
  }
  return overlaps.sort((a, b) => a.startAt - b.startAt);
}
