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
    isTaken(second, by) {
      if (by === undefined || isUnsent(by)) return store.startTaken(account, second);
      // What the server has is known by what it is there. Of ours, the disk alone wants their seconds apart.
      return by.origin === 'stint' && isTakenByOther(store, account, { ...by, startAt: second });
    },
    piecesWithin({ startAt, endAt }) {
      const pieces = store.entriesBetween(account, startAt, endAt).filter(isShown).map(pieceOf);
      const session = store.session(account);
      if (session === undefined || session.startAt >= endAt || now <= startAt) return pieces;
      return [...pieces, runningPiece(session, now)];
    },
  };
}
