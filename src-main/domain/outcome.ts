import type { Instant } from '#contract';
import { sameValues, type Change } from './change.ts';
import type { Entry, Refusal, Values } from './entry.ts';
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
  };
}

function afterRejection(entry: Entry, refusal: Refusal): Entry {
  const there = notThere(entry);
  // Changed while the request was out: not what was refused.
  if (entry.sent !== undefined) return there;
  return { ...there, delivery: { state: 'rejected', ...refusal } };
}

/**
 * The entry after the server was told of a change, which may no longer be what the person wants.
 * `told` are the values that an update carried.
 */
export function afterChange(
  entry: Entry,
  change: Change,
  told: Values,
  verdict: ChangeVerdict,
): Entry {
  switch (verdict.kind) {
    case 'wait':
      return entry;
    case 'done':
      return carriedOut(entry, change, told);
    case 'gone':
      return wasGone(entry, change);
    case 'refused':
      if (change === 'update' && !sameValues(told, entry)) return entry;
      return refused(entry, change, verdict);
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
  }
}

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
    return entry.presence === 'restoring' ? lookedUpAnew(entry) : entry;
  }
  if (entry.presence !== 'kept') return entry;
  // An undo meanwhile wants it back, and there is nothing left to restore.
  return change === 'delete' ? notThere(entry) : refused(entry, change, DELETED_THERE);
}

/** It may never have been deleted there: only a look tells whether it has to be created once more. */
function lookedUpAnew(entry: Entry): Entry {
  return { ...entry, presence: 'kept', delivery: { state: 'unknown', sinceAt: LONG_AGO } };
}

const LONG_AGO = 0 as Instant;

function refused(entry: Entry, change: Change, { status, reason }: Refusal): Entry {
  if (entry.delivery.state !== 'delivered') return entry;
  // Something else is wanted meanwhile: that is still to be told.
  const isWanted = { update: 'kept', delete: 'removing', restore: 'restoring' }[change];
  if (entry.presence !== isWanted) return entry;
  const presence = change === 'delete' ? 'kept' : entry.presence;
  return { ...entry, presence, delivery: { ...entry.delivery, refused: { status, reason } } };
}
