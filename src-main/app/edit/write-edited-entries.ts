import type { Instant } from '#contract';
import { edited } from '../../domain/sync/pending-change.ts';
import { isKnown } from '../../domain/sync/server-id.ts';
import type { Entry } from '../../domain/entry.ts';
import type { Surroundings } from '../../domain/edit/edit-and-refusal.ts';
import { begunAt } from '../../domain/edit/allowed-span.ts';
import { firstFreeSecond } from '../../domain/timer/session.ts';
import type { AccountId, Store } from '../ports/ports.ts';

/** An entry as it is and as it shall be; undefined where it is not there. */
export type Rewrite = { readonly current: Entry | undefined; readonly next: Entry | undefined };

/**
 * Writes them one after the other, for the disk takes no second twice: what goes makes room first,
 * and of entries that move the same way the foremost goes first. One that finds its second held all
 * the same begins later and keeps its end.
 */
export function write(
  store: Store,
  account: AccountId,
  rewrites: readonly Rewrite[],
  surroundings: Surroundings,
): void {
  for (const { current, next } of [...rewrites].sort(byTurn)) {
    if (next !== undefined) store.putEntry(account, placed(current, next, surroundings));
    else if (current !== undefined) store.removeEntry(current.id);
  }
}

function placed(current: Entry | undefined, next: Entry, surroundings: Surroundings): Entry {
  if (!entersSecond(current, next)) return next;
  const startAt = firstFreeSecond(next.startAt, (second) => surroundings.isTaken(second, next));
  return startAt === next.startAt ? next : edited(next, begunAt(next, startAt));
}

function holdsSecond(entry: Entry | undefined): entry is Entry {
  return entry !== undefined && entry.presence !== 'removed';
}

function entersSecond(current: Entry | undefined, next: Entry): boolean {
  if (next.origin === 'server' || isKnown(next) || !holdsSecond(next)) return false;
  return !holdsSecond(current) || current.startAt !== next.startAt;
}

function byTurn(a: Rewrite, b: Rewrite): number {
  return turnOf(a) - turnOf(b) || placeOf(a) - placeOf(b);
}

/** What leaves, then what moves to later, then to earlier, then what comes. */
function turnOf({ current, next }: Rewrite): number {
  if (!holdsSecond(next)) return 0;
  if (!holdsSecond(current)) return 3;
  return next.startAt > current.startAt ? 1 : 2;
}

/** Among those that move to later, the last one first. */
function placeOf(rewrite: Rewrite): number {
  const startAt: Instant | undefined = rewrite.next?.startAt;
  return (startAt ?? 0) * (turnOf(rewrite) === 1 ? -1 : 1);
}
