import { isShown, pieceOf, runningPiece } from '../domain/piece.ts';
import type { Ground } from '../domain/mend/edit.ts';
import { isUnsent } from '../domain/mend/moving.ts';
import { isTakenByOther } from './own-starts.ts';
import type { AccountId, Clock, Store } from './ports.ts';

/** The time around, as the store and the clock know it now. */
export function groundOf(store: Store, clock: Clock, account: AccountId): Ground {
  const now = clock.now();
  return {
    now,
    // What the server may have keeps what it is known by there: only the disk wants its second alone.
    isTaken: (second, by) =>
      by === undefined || isUnsent(by)
        ? store.startTaken(account, second)
        : isTakenByOther(store, account, { ...by, startAt: second }),
    piecesWithin({ startAt, endAt }) {
      const pieces = store.entriesBetween(account, startAt, endAt).filter(isShown).map(pieceOf);
      const session = store.session(account);
      if (session === undefined || session.startAt >= endAt || now <= startAt) return pieces;
      return [...pieces, runningPiece(session, now)];
    },
  };
}
