import type { Instant } from '#contract';
import { notUpdated, sameValues, valuesOf, type Change } from './change.ts';
import type { Entry, Refusal, Sent, Shelf, Values } from './entry.ts';
import type { ChangeVerdict, Verdict } from './verdict.ts';

/** The entry after its creation was answered; it may have been changed or removed meanwhile. */
export function afterCreate(entry: Entry, verdict: Verdict, now: Instant): Entry {
  switch (verdict.kind) {
    case 'delivered':
      return {
        ...entry,
        delivery: { state: 'delivered', serverId: verdict.serverId, refused: undefined },
      };
    case 'unknown':
      return { ...entry, delivery: { state: 'unknown', sinceAt: now } };
    case 'rejected':
      return afterRejection(entry, { status: verdict.status, reason: verdict.reason });
    case 'wait':
      return notThere(entry);
  }
}

/** It is certain that the server does not hold the entry: what is wanted now may be sent. */
export function notThere(entry: Entry): Entry {
  return {
    ...entry,
    delivery: { state: 'queued' },
    sent: undefined,
    presence: entry.presence === 'removing' ? 'removed' : entry.presence,
    shelf: SHELF_ANEW[entry.shelf],
  };
}

/** What has to be told of the archive once an entry is created anew. */
const SHELF_ANEW: Readonly<Record<Shelf, Shelf>> = {
  none: 'none',
  archiving: 'archiving',
  archived: 'archiving',
  unarchiving: 'none',
};

function afterRejection(entry: Entry, refusal: Refusal): Entry {
  const there = notThere(entry);
  // Changed while the request was out: not what was refused.
  if (entry.sent !== undefined) return there;
  return { ...there, delivery: { state: 'rejected', ...refusal } };
}

/** The entry as it was when the server was told. */
export type Told = Values & { readonly sent?: Sent | undefined };

/**
 * The entry after the server was told of a change, which may no longer be what the person wants.
 */
export function afterChange(
  entry: Entry,
  change: Change,
  told: Told,
  verdict: ChangeVerdict,
): Entry {
  switch (verdict.kind) {
    case 'unclear':
      return entry;
    case 'done':
      return carriedOut(entry, change, valuesOf(told));
    case 'held':
      return notUpdated(entry, told.sent);
    case 'gone':
      return wasGone(notUpdated(entry, told.sent), change);
    case 'refused': {
      const before = notUpdated(entry, told.sent);
      if (change === 'update' && !sameValues(told, entry)) return before;
      return refused(before, change, verdict);
    }
  }
}

function carriedOut(entry: Entry, change: Change, told: Values): Entry {
  switch (change) {
    case 'update':
      return { ...entry, sent: sameValues(told, entry) ? undefined : told };
    case 'delete':
      return entry.presence === 'removing' ? { ...entry, presence: 'removed' } : restoring(entry);
    case 'restore':
      return entry.presence === 'restoring' ? { ...entry, presence: 'kept' } : entry;
    case 'archive':
    case 'unarchive':
      return isWanted(entry, change) ? { ...entry, shelf: SHELF_AFTER[change] } : entry;
  }
}

const SHELF_AFTER = { archive: 'archived', unarchive: 'none' } as const;

function restoring(entry: Entry): Entry {
  return entry.presence === 'kept' ? { ...entry, presence: 'restoring' } : entry;
}

const DELETED_THERE: Refusal = { status: 404, reason: 'The entry was deleted in Toggl Focus.' };

/** The server says that it has no such entry. */
export function wasGone(entry: Entry, change: Change): Entry {
  if (entry.presence === 'removing') {
    // An update's 404 may mean the new task as well: the delete is told all the same.
    return change === 'update' ? entry : { ...entry, presence: 'removed' };
  }
  if (change === 'restore') {
    return entry.presence === 'restoring' ? notRestored(entry) : entry;
  }
  if (entry.presence !== 'kept') return entry;
  // An undo meanwhile wants it back, and there is nothing left to restore.
  return change === 'delete' ? notThere(entry) : refused(entry, change, DELETED_THERE);
}

/**
 * It may never have been deleted there: only a look tells whether it has to be created once more.
 * What may stand in the archive can be there unseen, and is left to the person.
 */
function notRestored(entry: Entry): Entry {
  const kept: Entry = { ...entry, presence: 'kept' };
  if (entry.shelf !== 'none') return refused(kept, 'update', DELETED_THERE);
  return { ...kept, delivery: { state: 'unknown', sinceAt: LONG_AGO } };
}

const LONG_AGO = 0 as Instant;

function refused(entry: Entry, change: Change, { status, reason }: Refusal): Entry {
  // Something else may be wanted meanwhile: that is still to be told.
  if (entry.delivery.state !== 'delivered' || !isWanted(entry, change)) return entry;
  return {
    ...withoutChange(entry, change),
    delivery: { ...entry.delivery, refused: { status, reason } },
  };
}

function isWanted({ presence, shelf }: Entry, change: Change): boolean {
  switch (change) {
    case 'update':
      return presence === 'kept';
    case 'delete':
      return presence === 'removing';
    case 'restore':
      return presence === 'restoring';
    case 'archive':
      return presence === 'kept' && shelf === 'archiving';
    case 'unarchive':
      return presence === 'kept' && shelf === 'unarchiving';
  }
}

/** As the server has it. A refused update or restore stays in sight, to be mended or given up. */
function withoutChange(entry: Entry, change: Change): Entry {
  if (change === 'delete') return { ...entry, presence: 'kept' };
  if (change === 'archive') return { ...entry, shelf: 'none' };
  return change === 'unarchive' ? { ...entry, shelf: 'archived' } : entry;
}
