import type { Instant } from '#contract';
import type { Piece } from '../piece.ts';
import { firstFreeSecond, wholeSecond } from '../session.ts';
import { mended, refused, type Edit, type Ground, type Mended } from './edit.ts';
import { between, workOf } from './stretch.ts';

/**
 * Two entries of one, the second beginning at the instant or, where another entry holds that second,
 * in the next free one: no second changes hands. Of the running session the first part becomes an
 * entry, and the session goes on from there.
 */
export function split(piece: Piece, at: Instant, ground: Ground): Mended {
  const wanted = wholeSecond(at);
  // A session's second has to be its own only once it ends.
  const point = piece.isRunning ? wanted : firstFreeSecond(wanted, ground.isTaken);
  if (wanted <= piece.startAt || point >= piece.endAt) return refused('outside-entry');
  return mended(...cut(piece, point, point));
}

/** Keeps the piece up to `endAt`, and the same work again from `startAt` on. */
export function cut(piece: Piece, endAt: Instant, startAt: Instant): readonly Edit[] {
  const { id, timeBlockId } = piece;
  const head = between(piece.startAt, endAt);
  if (piece.isRunning) {
    return [
      { do: 'change-session', change: { startAt } },
      { do: 'add', values: { ...head, ...workOf(piece) }, timeBlockId },
    ];
  }
  const tail = { ...between(startAt, piece.endAt), ...workOf(piece) };
  return [
    { do: 'change', id, values: { seconds: head.seconds } },
    { do: 'add', values: tail, timeBlockId },
  ];
}
