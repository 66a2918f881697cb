import type { Instant } from '#contract';
import { pendingChange, valuesOf } from '../sync/pending-change.ts';
import type { Entry, Sent, Values } from '../entry.ts';
import type { LeftOut } from '../focus-types.ts';
import { inQuestion } from '../sync/in-question.ts';
import { isNameless, sentAtOf } from '../sync/server-id.ts';
import { createdAnew, lookAfter, mayHaveDone, toldUnseen } from '../sync/late-requests.ts';
import { notThere, wasGone } from '../sync/entry-after-response.ts';
import { isShown } from '../day/occupied-span.ts';

/** A range of time of which a reading showed all entries. */
export type Window = {
  /** Entries that begin in [fromAt, toAt) were all in it. */
  readonly fromAt: Instant;
  readonly toAt: Instant;
  readonly readAt: Instant;
  /** Unknown entries since this instant or later may still be on their way: a miss says nothing yet. */
  readonly graceEndedFor: Instant;
  /** What was in it and could not be read: whatever that may be is not absent. */
  readonly leftOut: readonly LeftOut[];
};

/** Whether it begins in the window. */
export function isIn({ startAt }: Values, { fromAt, toAt }: Window): boolean {
  return startAt >= fromAt && startAt < toAt;
}

/** An entry that was not shown and should have been; undefined: it is gone there and here. */
export function unseen(
  entry: Entry,
  window: Window,
  proof: ReadonlySet<number>,
): Entry | undefined {
  const { delivery } = entry;
  switch (delivery.state) {
    case 'unknown':
      if (delivery.sinceAt > window.graceEndedFor || inQuestion(entry) !== undefined) return entry;
      return createdAnew(notThere(entry), entry.sent ?? entry, window.readAt);
    case 'delivered':
      // An update that was given up may have moved it out of the window.
      if (entry.late?.updates?.some((place) => !isIn(place, window)) === true) return entry;
      return isNameless(entry) ? unseenNameless(entry, window, proof) : missed(entry, window);
    default:
      return entry;
  }
}

const NOT_SHOWN = {
  state: 'rejected',
  status: 0,
  reason:
    'Toggl Focus took this entry and does not show it. It may have been moved or deleted there.',
} as const;

/**
 * It is gone where others of its request are there. Otherwise nobody knows whether it was ever there,
 * or under which values it is, and the person decides.
 */
function unseenNameless(
  entry: Entry,
  window: Window,
  proof: ReadonlySet<number>,
): Entry | undefined {
  const sentAt = sentAtOf(entry);
  if (sentAt !== undefined && sentAt > window.graceEndedFor) {
    // It may be gone already, and nothing else would ever show that.
    return { ...entry, lookAt: lookAfter(window.readAt) };
  }
  if (!isShown(entry)) return notThere(entry);
  const isUntouched = pendingChange(entry) === undefined;
  if (sentAt !== undefined && proof.has(sentAt) && isUntouched) return undefined;
  return { ...notThere(entry), presence: 'kept', delivery: NOT_SHOWN };
}

/** The same for one whose id is known. */
function missed(entry: Entry, { readAt }: Window): Entry | undefined {
  if (entry.presence === 'removed') return entry;
  const change = pendingChange(entry);
  if (mayBeHidden(entry)) return change === undefined ? toldUnseen(entry, readAt) : entry;
  if (change === undefined) return undoneLate(entry) ?? untold(entry);
  // An unanswered update may have moved it out of this reading: the change itself will tell.
  return entry.sent === undefined ? wasGone(entry, change) : entry;
}

/** Something that was given up may have taken it away just now: it is brought back. */
function undoneLate(entry: Entry): Entry | undefined {
  if (isRefused(entry)) return undefined;
  if (mayHaveDone(entry, 'delete')) return { ...entry, presence: 'restoring' };
  return mayHaveDone(entry, 'archive') ? { ...entry, archiveState: 'unarchiving' } : undefined;
}

/** Deleted there and still to be restored, or in the archive, which a reading may leave out. */
function mayBeHidden(entry: Entry): boolean {
  return entry.presence === 'restoring' || entry.archiveState !== 'none';
}

/**
 * Nothing waits to be told of it: a refusal is the person's to decide, and so is a conflict where an unanswered
 * update may have moved it out of this reading.
 */
function untold(entry: Entry): Entry | undefined {
  if (isRefused(entry) || entry.sent?.unsure === true) return entry;
  return entry.sent === undefined ? undefined : conflictGone(entry, entry.sent);
}

/** Changed here and there, and then deleted there: nothing is left to decide between. */
function conflictGone(entry: Entry, theirs: Sent): Entry {
  return wasGone({ ...entry, sent: valuesOf(theirs) }, 'update');
}

function isRefused({ delivery }: Entry): boolean {
  return delivery.state === 'delivered' && delivery.refused !== undefined;
}
