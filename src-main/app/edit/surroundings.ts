import type { Instant } from '#contract';
import {
  isShown,
  occupiedSpanOf,
  runningSpan,
  type OccupiedSpan,
} from '../../domain/day/occupied-span.ts';
import type { Surroundings } from '../../domain/edit/edit-and-refusal.ts';
import { isUnsent } from '../../domain/edit/change-and-shift.ts';
import { isTakenByOther } from '../entries/unique-start-second.ts';
import type { AccountId, Clock, Store } from '../ports/ports.ts';

/** The time around, as the store and the clock know it now. */
export function surroundingsOf(store: Store, clock: Clock, account: AccountId): Surroundings {
  const now = clock.now();
  return {
    now,
    isTaken(second, by) {
      if (by === undefined || isUnsent(by)) return store.startTaken(account, second);
      // What the server has is known by what it is there. Of ours, the disk alone wants their seconds apart.
      return by.origin === 'stint' && isTakenByOther(store, account, { ...by, startAt: second });
    },
    occupiedWithin({ startAt, endAt }) {
      const allOccupied = store
        .entriesBetween(account, startAt, endAt)
        .filter(isShown)
        .map(occupiedSpanOf);
      const session = store.session(account);
      if (session === undefined || session.startAt >= endAt || now <= startAt) return allOccupied;
      return [...allOccupied, runningSpan(session, now)];
    },
  };
}

/** An entry that is seen, or the running session by its id. */
export function occupiedSpanById(
  {
    store,
    account,
    now,
  }: { readonly store: Store; readonly account: AccountId; readonly now: Instant },
  id: string,
): OccupiedSpan | undefined {
  const session = store.session(account);
  if (session?.id === id) return runningSpan(session, now);
  const entry = store.entry(id);
  return entry !== undefined && isShown(entry) ? occupiedSpanOf(entry) : undefined;
}
