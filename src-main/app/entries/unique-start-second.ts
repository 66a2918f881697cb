import type { Instant } from '#contract';
import { edited } from '../../domain/sync/pending-change.ts';
import { serverIdOf } from '../../domain/sync/server-id.ts';
import type { Entry } from '../../domain/entry.ts';
import { firstFreeSecond } from '../../domain/timer/session.ts';
import type { AccountId, Store } from '../ports/ports.ts';

/**
 * Keeps entries of this installation apart that the server knows by no id: nothing but their start
 * tells them from each other. One that lost its id may have been moved to another's second in Toggl
 * Focus meanwhile, and then moves on to a free one.
 */
export function apart(
  store: Store,
  account: AccountId,
  { before, next }: { readonly before: Entry; readonly next: Entry },
): Entry {
  const lostId = serverIdOf(before) !== undefined && serverIdOf(next) === undefined;
  if (!lostId || next.origin === 'server' || next.presence === 'removed') return next;
  if (!isTakenByOther(store, account, next)) return next;
  const startAt = firstFreeSecond(next.startAt, (second) => store.startTaken(account, second));
  return edited(next, { startAt });
}

/** Whether another of them begins in the same second, as the disk allows it of one only. */
export function isTakenByOther(store: Store, account: AccountId, { id, startAt }: Entry): boolean {
  return store
    .entriesBetween(account, startAt, (startAt + 1) as Instant)
    .some(
      (other) =>
        other.id !== id &&
        other.startAt === startAt &&
        other.origin === 'stint' &&
        other.presence !== 'removed',
    );
}
