import type { Instant, OverlapView, Span } from '#contract';
import type { OccupiedSpan } from './occupied-span.ts';
import { clip } from './clip-to-day.ts';

/** Shorter ones nobody sees: the times show minutes, and a switch of tasks may take a few seconds. */
const SHORTEST_MS = 60_000;
/** More pairs nobody resolves, and of a few thousand entries that all overlap there are millions. */
const MOST_OVERLAPS = 500;

/**
 * Each pair that shares a minute or more within the day, oldest first, up to the most. Sweeps over the starts and holds only what
 * has not ended yet, so that a day without overlaps costs no more than its sorting.
 */
export function overlapsOf(
  allOccupied: readonly OccupiedSpan[],
  day: Span,
): readonly OverlapView[] {
  const byStart = [...allOccupied].sort((a, b) => a.startAt - b.startAt || a.endAt - b.endAt);
  const overlaps: OverlapView[] = [];
  let open: OccupiedSpan[] = [];
  for (const later of byStart) {
    open = open.filter(({ endAt }) => endAt > later.startAt);
    for (const earlier of open) {
      const endAt = Math.min(earlier.endAt, later.endAt) as Instant;
      const shared = clip({ startAt: later.startAt, endAt }, day);
      if (shared.endAt - shared.startAt >= SHORTEST_MS && overlaps.length < MOST_OVERLAPS) {
        overlaps.push({ ...shared, earlierId: earlier.id, laterId: later.id });
      }
    }
    if (overlaps.length === MOST_OVERLAPS) break;
    open.push(later);
  }
  return overlaps.sort((a, b) => a.startAt - b.startAt);
}
