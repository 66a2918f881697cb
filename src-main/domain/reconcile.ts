import type { Instant } from '#contract';
import { adopt, madeElsewhere } from './adopt.ts';
import { pendingChange, valuesOf } from './change.ts';
import { claim, isFinished, isKnown, serverIdOf } from './claim.ts';
import type { Entry, Sent } from './entry.ts';
import type { FocusEntry } from './focus.ts';
import { notThere, wasGone } from './outcome.ts';

/** A stretch of time of which a reading showed all entries. */
export type Window = {
  /** Entries that begin in [fromAt, toAt) were all in it. */
  readonly fromAt: Instant;
  readonly toAt: Instant;
  /** Unknown entries since this instant or later may still be on their way: a miss says nothing yet. */
  readonly graceEndedFor: Instant;
};

/** One read of the server's entries, and what may be concluded from it. */
export type Reading = Window & { readonly entries: readonly FocusEntry[] };

export type Reconciliation = {
  /** Only what differs from how it stood before. */
  readonly put: readonly Entry[];
  readonly removeIds: readonly string[];
  /** Unknown entries that the server turned out to hold. */
  readonly adopted: number;
  /** Unknown entries that it does not hold: back in the queue. */
  readonly requeued: number;
};

/** Lays a whole reading over the entries at hand: what it shows, and what it should have shown. */
export function reconcile(local: readonly Entry[], reading: Reading): Reconciliation {
  // A range of Toggl's includes its end (facts, section 8): what begins there was not asked for, and
  // is heeded only where it is one of ours.
  const ours = new Set(local.map(serverIdOf));
  const found = reading.entries.filter(
    ({ id, startAt }) => (startAt ?? 0) < reading.toAt || ours.has(id),
  );
  const shown = merge(local, found);
  const after = new Map(shown.put.map((entry) => [entry.id, entry]));
  const missed = conclude(
    local.map((entry) => after.get(entry.id) ?? entry),
    reading,
    new Set(found.map((entry) => entry.id)),
  );
  return { ...missed, put: [...shown.put, ...missed.put], adopted: shown.adopted };
}

/**
 * Lays entries of the server, of whatever reading, over those at hand. What waits or was rejected is
 * never touched; of what is planned or runs there, nothing is taken over.
 */
export function merge(local: readonly Entry[], found: readonly FocusEntry[]): Reconciliation {
  const finished = found.filter(isFinished);
  const claims = claim(local, finished);
  const put: Entry[] = [];
  let adopted = 0;
  for (const entry of local) {
    const theirs = claims.get(entry.id);
    if (theirs === undefined) continue;
    if (entry.delivery.state === 'unknown') adopted += 1;
    const next = adopt(entry, theirs);
    if (!isUnchanged(entry, next)) put.push(next);
  }
  const taken = new Set([...claims.values()].map((entry) => entry.id));
  const made = finished.filter((entry) => !taken.has(entry.id)).map(madeElsewhere);
  return { put: [...put, ...made], removeIds: [], adopted, requeued: 0 };
}

/** Written alike: a difference in the order of fields costs no more than a needless write. */
function isUnchanged(entry: Entry, next: Entry): boolean {
  return JSON.stringify(entry) === JSON.stringify(next);
}

/** What follows for entries of ours that a reading of the window, `seen` by their ids, did not show. */
export function conclude(
  local: readonly Entry[],
  window: Window,
  seen: ReadonlySet<number>,
): Reconciliation {
  const put: Entry[] = [];
  const removeIds: string[] = [];
  let requeued = 0;
  for (const entry of local) {
    if (isSeen(entry, seen) || !isWithin(entry, window)) continue;
    if (entry.delivery.state === 'unknown') {
      if (entry.delivery.sinceAt > window.graceEndedFor) continue;
      requeued += 1;
      put.push(notThere(entry));
    } else if (entry.delivery.state === 'delivered') {
      const next = missed(entry);
      if (next === undefined) removeIds.push(entry.id);
      else if (next !== entry) put.push(next);
    }
  }
  return { put, removeIds, adopted: 0, requeued };
}

function isSeen(entry: Entry, seen: ReadonlySet<number>): boolean {
  const serverId = serverIdOf(entry);
  return serverId !== undefined && seen.has(serverId);
}

function isWithin(entry: Entry, { fromAt, toAt }: Window): boolean {
  const { startAt } = entry.sent ?? entry;
  return startAt >= fromAt && startAt < toAt;
}

/** A delivered entry that should have been shown and was not; undefined: it is gone there and here. */
function missed(entry: Entry): Entry | undefined {
  if (entry.presence === 'removed' || mayBeHidden(entry)) return entry;
  const change = pendingChange(entry);
  if (change === undefined) return untold(entry);
  // An unanswered update may have moved it out of this reading: the change itself will tell.
  return isKnown(entry) && entry.sent !== undefined ? entry : wasGone(entry, change);
}

/** Deleted there and still to be restored, or in the archive, which a reading may leave out. */
function mayBeHidden(entry: Entry): boolean {
  return isKnown(entry) && (entry.presence === 'restoring' || entry.shelf !== 'none');
}

/** Nothing waits to be told of it: a refusal is the person's to decide. */
function untold(entry: Entry): Entry | undefined {
  if (!isKnown(entry) || isRefused(entry)) return entry;
  return entry.sent === undefined ? undefined : conflictGone(entry, entry.sent);
}

/** Changed here and there, and then deleted there: nothing is left to decide between. */
function conflictGone(entry: Entry, theirs: Sent): Entry {
  return wasGone({ ...entry, sent: valuesOf(theirs) }, 'update');
}

function isRefused({ delivery }: Entry): boolean {
  return delivery.state === 'delivered' && delivery.refused !== undefined;
}
