import type { Instant, Span } from '#contract';
import type { Values } from '../entry.ts';
import type { Piece } from '../piece.ts';
import { endOf, wholeSecond } from '../session.ts';
import { mended, refused, type Ground, type Mended } from './edit.ts';
import { between, trouble, workOf, type Stretch } from './stretch.ts';

export type WorkValues = Omit<Values, keyof Stretch>;

/** An entry by hand, wherever the person says. */
export function add(values: Values, { now }: Ground): Mended {
  const startAt = wholeSecond(values.startAt);
  const what = trouble({ ...values, startAt }, now);
  if (what !== undefined) return refused(what);
  return mended({ do: 'add', values: { ...values, startAt }, timeBlockId: undefined });
}

/**
 * The same work once more: right behind the piece where as much time is free and has passed, else in
 * its own place, for the person to move.
 */
export function duplicate(piece: Piece, ground: Ground): Mended {
  const behind = between(piece.endAt, (piece.endAt * 2 - piece.startAt) as Instant);
  const isFree = endOf(behind) <= ground.now && ground.piecesWithin(spanOf(behind)).length === 0;
  const stretch = isFree ? behind : between(piece.startAt, piece.endAt);
  const values = { ...stretch, ...workOf(piece) };
  return mended({ do: 'add', values, timeBlockId: piece.timeBlockId });
}

/** Entries over all the gaps, or none where one of them is no gap any more. */
export function fillGaps(gaps: readonly Span[], work: WorkValues, ground: Ground): Mended {
  const stretches = gaps.map(withinSeconds).sort((a, b) => a.startAt - b.startAt);
  let filledUntil = 0;
  for (const stretch of stretches) {
    const what = trouble(stretch, ground.now);
    if (what !== undefined) return refused(what);
    const isTaken =
      stretch.startAt < filledUntil || ground.piecesWithin(spanOf(stretch)).length > 0;
    if (isTaken) return refused('gap-taken');
    filledUntil = endOf(stretch);
  }
  const add = 'add' as const;
  return mended(
    ...stretches.map((stretch) => ({
      do: add,
      values: { ...stretch, ...work },
      timeBlockId: undefined,
    })),
  );
}

/** A gap up to this moment ends within a second, which is left out. */
function withinSeconds({ startAt, endAt }: Span): Stretch {
  return between(wholeSecond((startAt + 999) as Instant), endAt);
}

function spanOf(stretch: Stretch): Span {
  return { startAt: stretch.startAt, endAt: endOf(stretch) };
}
