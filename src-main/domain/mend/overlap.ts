import type { MendCommand } from '#contract';
import type { Piece } from '../piece.ts';
import { mended, refused, type Edit, type Ground, type Mended } from './edit.ts';
import { cut } from './split.ts';
import { between, seam, trouble } from './stretch.ts';

export type Way = Extract<MendCommand, { readonly type: 'overlap/mend' }>['way'];

/** Mends what two pieces share. Which one is the earlier is told by their starts, whatever was said. */
export function mendOverlap(
  [one, other]: readonly [Piece, Piece],
  way: Way,
  ground: Ground,
): Mended {
  const [earlier, later] = other.startAt < one.startAt ? [other, one] : [one, other];
  if (earlier.endAt <= later.startAt || later.endAt <= later.startAt) {
    return refused('not-overlapping');
  }
  switch (way) {
    case 'trim-earlier':
      return trimEarlier(earlier, later, ground);
    case 'trim-later':
      return trimLater(earlier, later, ground);
    case 'merge':
      return merge(earlier, later, ground);
  }
}

/** The earlier one ends where the later begins; what reaches out behind the later one stays. */
function trimEarlier(earlier: Piece, later: Piece, ground: Ground): Mended {
  const hasHead = earlier.startAt < later.startAt;
  if (openEnd(earlier) <= openEnd(later)) {
    return mended(hasHead ? ending(earlier, later.startAt) : removal(earlier));
  }
  const behind = seam(later.endAt, [later, earlier], ground);
  if (earlier.isRunning && behind.startAt > ground.now) return refused('ends-in-future');
  const hasTail = behind.startAt < openEnd(earlier);
  if (!hasHead) return mended(...begun(earlier, behind.startAt), ...stretched(later, behind.endAt));
  const rest = hasTail
    ? cut(earlier, later.startAt, behind.startAt)
    : [ending(earlier, later.startAt)];
  return mended(...rest, ...stretched(later, behind.endAt));
}

/** The later one begins where the earlier ends. */
function trimLater(earlier: Piece, later: Piece, ground: Ground): Mended {
  if (openEnd(later) <= openEnd(earlier)) return mended(removal(later));
  const behind = seam(earlier.endAt, [earlier, later], ground);
  if (later.isRunning && behind.startAt > ground.now) return refused('ends-in-future');
  return mended(...begun(later, behind.startAt), ...stretched(earlier, behind.endAt));
}

/** One piece over both, with the work of the earlier one. */
function merge(earlier: Piece, later: Piece, { now }: Ground): Mended {
  if (earlier.isRunning) return mended(removal(later));
  if (later.isRunning) {
    const { startAt, task, description, timeBlockId } = earlier;
    // The session cannot become a break.
    const work = earlier.type === 'break' ? {} : { task, description, timeBlockId };
    return mended({ do: 'change-session', change: { startAt, ...work } }, removal(earlier));
  }
  const endAt = later.endAt > earlier.endAt ? later.endAt : earlier.endAt;
  const whole = between(earlier.startAt, endAt);
  // Both were there already: of their union, only the length can be new.
  if (trouble(whole, now, whole) === 'too-long') return refused('too-long');
  return mended(...stretched(earlier, endAt), removal(later));
}

/** A running session goes on beyond whatever comes. */
function openEnd({ isRunning, endAt }: Piece): number {
  return isRunning ? Infinity : endAt;
}

function removal({ id }: Piece): Edit {
  return { do: 'remove', id };
}

function ending({ id, startAt }: Piece, endAt: Piece['endAt']): Edit {
  return { do: 'change', id, values: { seconds: between(startAt, endAt).seconds } };
}

/** Nothing to do where the piece ends there anyway. */
function stretched(piece: Piece, endAt: Piece['endAt']): readonly Edit[] {
  return endAt === piece.endAt ? [] : [ending(piece, endAt)];
}

function begun(piece: Piece, startAt: Piece['startAt']): readonly Edit[] {
  if (piece.isRunning) return [{ do: 'change-session', change: { startAt } }];
  if (startAt >= piece.endAt) return [removal(piece)];
  return [{ do: 'change', id: piece.id, values: between(startAt, piece.endAt) }];
}
