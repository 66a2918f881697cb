import type { Instant } from '#contract';
import { notUpdated, sameValues, valuesOf, type Change } from './pending-change.ts';
import type { Entry, Refusal, Sent, ArchiveState, Values } from '../entry.ts';
import { blocked, unblocked } from './held-up-entry.ts';
import type { ChangeResponse, CreateResponse } from './classify-response.ts';

/** The entry after its creation was answered; it may have been changed or removed meanwhile. */
export function afterCreate(entry: Entry, response: CreateResponse, now: Instant): Entry {
  switch (response.kind) {
    case 'delivered':
      return afterDelivery(entry, response, now);
    case 'unknown': {
      const delivery = { state: 'unknown', sinceAt: now, ...stampOf(entry) } as const;
      return { ...metAlone(entry, entry.sent ?? entry, response, now), delivery };
    }
    case 'rejected':
      return afterRejection(entry, { status: response.status, reason: response.reason });
    case 'wait':
      return notThere(entry);
  }
}

function afterDelivery(
  entry: Entry,
  { serverId, isInBulk }: Extract<CreateResponse, { readonly kind: 'delivered' }>,
  now: Instant,
): Entry {
  const known = { state: 'delivered', serverId, refused: undefined } as const;
  const delivery = { ...known, ...stampOf(entry) };
  const isNameless = isInBulk === true && serverId === undefined;
  // Where a look is to come anyway, for what may be late, that one learns the ids as well.
  const lookAt = entry.lookAt ?? now;
  return { ...unblocked(entry), delivery, ...(isNameless ? { lookAt } : {}) };
}

/** Somebody in between may have minded what was told, unless that is no longer what is wanted. */
export function metAlone(
  entry: Entry,
  asSent: Values,
  { foreignStatus }: { readonly foreignStatus?: number | undefined },
  now: Instant,
): Entry {
  const isSame = asSent.description === entry.description;
  return foreignStatus === undefined || !isSame ? entry : blocked(entry, foreignStatus, now);
}

function stampOf({ delivery }: Entry): { readonly sentAt?: Instant } {
  return delivery.state === 'sending' ? { sentAt: delivery.sinceAt } : {};
}

/** It is certain that the server does not hold the entry: what is wanted now may be sent. */
export function notThere(entry: Entry): Entry {
  return {
    ...entry,
    delivery: { state: 'queued' },
    sent: undefined,
    presence: entry.presence === 'removing' ? 'removed' : entry.presence,
    archiveState: ARCHIVE_STATE_ANEW[entry.archiveState],
  };
}

/** What has to be told of the archive once an entry is created anew. */
const ARCHIVE_STATE_ANEW: Readonly<Record<ArchiveState, ArchiveState>> = {
  none: 'none',
  archiving: 'archiving',
  archived: 'archiving',
  unarchiving: 'none',
};

function afterRejection(entry: Entry, refusal: Refusal): Entry {
  const there = unblocked(notThere(entry));
  // Changed while the request was out: not what was refused.
  if (entry.sent !== undefined) return there;
  return { ...there, delivery: { state: 'rejected', ...refusal } };
}

/** The entry as it was when the server was told. */
export type AsSent = Values & { readonly sent?: Sent | undefined };

/**
 * The entry after the server was told of a change, which may no longer be what the person wants.
 */
export function afterChange(
  entry: Entry,
  change: Change,
  asSent: AsSent,
  response: ChangeResponse,
): Entry {
  switch (response.kind) {
    case 'unclear':
      return entry;
    case 'done':
      return carriedOut(entry, change, valuesOf(asSent));
    case 'held':
      return notUpdated(entry, asSent.sent);
    case 'gone':
      return wasGone(notUpdated(entry, asSent.sent), change);
    case 'refused': {
      const before = notUpdated(entry, asSent.sent);
      if (change === 'update' && !sameValues(asSent, entry)) return before;
      return refused(before, change, response);
    }
  }
}

function carriedOut(entry: Entry, change: Change, asSent: Values): Entry {
  switch (change) {
    case 'update':
      return { ...entry, sent: sameValues(asSent, entry) ? undefined : asSent };
    case 'delete':
      return entry.presence === 'removing' ? { ...entry, presence: 'removed' } : restoring(entry);
    case 'restore':
      return entry.presence === 'restoring' ? { ...entry, presence: 'kept' } : entry;
    case 'archive':
    case 'unarchive':
      return isWanted(entry, change)
        ? { ...entry, archiveState: ARCHIVE_STATE_AFTER[change] }
        : entry;
  }
}

const ARCHIVE_STATE_AFTER = { archive: 'archived', unarchive: 'none' } as const;

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
  if (entry.archiveState !== 'none') return refused(kept, 'update', DELETED_THERE);
  return { ...kept, delivery: { state: 'unknown', sinceAt: LONG_AGO } };
}

const LONG_AGO = 0 as Instant;

function refused(entry: Entry, change: Change, { status, reason }: Refusal): Entry {
  // Something else may be wanted meanwhile: that is still to be told.
  if (entry.delivery.state !== 'delivered' || !isWanted(entry, change)) return entry;
  // An update or a restore is still wanted, and the entry says so itself.
  const isUndone = change === 'delete' || change === 'archive' || change === 'unarchive';
  const refusal = isUndone ? { status, reason, deed: change } : { status, reason };
  return {
    ...withoutChange(entry, change),
    delivery: { ...entry.delivery, refused: refusal },
  };
}

function isWanted({ presence, archiveState }: Entry, change: Change): boolean {
  switch (change) {
    case 'update':
      return presence === 'kept';
    case 'delete':
      return presence === 'removing';
    case 'restore':
      return presence === 'restoring';
    case 'archive':
      return presence === 'kept' && archiveState === 'archiving';
    case 'unarchive':
      return presence === 'kept' && archiveState === 'unarchiving';
  }
}

/** As the server has it. A refused update or restore stays in sight, to be put right or given up. */
function withoutChange(entry: Entry, change: Change): Entry {
  if (change === 'delete') return { ...entry, presence: 'kept' };
  if (change === 'archive') return { ...entry, archiveState: 'none' };
  return change === 'unarchive' ? { ...entry, archiveState: 'archived' } : entry;
}
