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
      return refused(entry, change, verdict);
  }
}

function carriedOut(entry: Entry, change: Change, told: Values): Entry {
  switch (change) {
    case 'update':
      return { ...entry, sent: sameValues(told, entry) ? undefined : told };
    case 'delete':
      return { ...entry, presence: entry.presence === 'kept' ? 'restoring' : 'removed' };
    case 'restore':
      return { ...entry, presence: entry.presence === 'removed' ? 'removing' : 'kept' };
  }
}

const DELETED_THERE: Refusal = { status: 404, reason: 'The entry was deleted in Toggl Focus.' };

/** The server does not have it, and never will have it under its old id. */
export function wasGone(entry: Entry, change: Change): Entry {
  switch (change) {
    case 'delete':
      // An undo meanwhile wants it back, and there is nothing left to restore.
      return entry.presence === 'kept' ? notThere(entry) : { ...entry, presence: 'removed' };
    case 'restore':
      return entry.presence === 'removed' ? entry : { ...notThere(entry), presence: 'kept' };
    case 'update':
      return entry.presence === 'removing'
        ? { ...entry, presence: 'removed' }
        : refused(entry, change, DELETED_THERE);
  }
}

function refused(entry: Entry, change: Change, { status, reason }: Refusal): Entry {
  if (entry.delivery.state !== 'delivered') return entry;
  const presence = change === 'delete' && entry.presence === 'removing' ? 'kept' : entry.presence;
  return { ...entry, presence, delivery: { ...entry.delivery, refused: { status, reason } } };
}
