import type { StateChange, Entry, Sent, ArchiveState, Values } from '../entry.ts';
import { sameTags } from '../tags.ts';
import { freed, unblocked } from './held-up-entry.ts';

/** Something that the server has to be told about an entry it holds. */
export type Change = 'update' | 'delete' | 'restore' | 'archive' | 'unarchive';

export function valuesOf(values: Values): Values {
  const { startAt, seconds, type, task, description, billable, tags } = values;
  return { startAt, seconds, type, task, description, billable, tags };
}

export function sameValues(a: Values, b: Values): boolean {
  return (
    a.startAt === b.startAt &&
    a.seconds === b.seconds &&
    a.type === b.type &&
    a.task?.id === b.task?.id &&
    a.description === b.description &&
    a.billable === b.billable &&
    sameTags(a.tags, b.tags)
  );
}

/**
 * What is to be told next; undefined where nothing is, where the server refused it, or where the
 * person has to decide a conflict first. A delete decides it too: Toggl Focus keeps what is deleted.
 */
export function pendingChange(entry: Entry): Change | undefined {
  const { delivery, presence } = entry;
  if (delivery.state !== 'delivered' || delivery.refused !== undefined) return undefined;
  switch (presence) {
    case 'removing':
      return 'delete';
    case 'restoring':
      return 'restore';
    case 'removed':
      return undefined;
    case 'kept':
      return changeOfKept(entry);
  }
}

function changeOfKept({ sent, archiveState }: Entry): Change | undefined {
  if (sent !== undefined) return sent.conflict === true ? undefined : 'update';
  if (archiveState === 'archiving') return 'archive';
  return archiveState === 'unarchiving' ? 'unarchive' : undefined;
}

/** Whether the server may hold the values as they were last sent. */
export function mayBeThere({ delivery }: Entry): boolean {
  return delivery.state !== 'queued' && delivery.state !== 'rejected';
}

/**
 * Changes an entry in whatever state it is. What was never sent changes in place; a refused entry
 * joins the queue again; of what was sent, the earlier values are kept until the server knows better.
 */
export function edited(entry: Entry, change: Partial<Values>): Entry {
  if (sameValues(entry, { ...entry, ...change })) return entry;
  const next = { ...wantedAnew(entry, change), ...change };
  if (!mayBeThere(entry)) return { ...next, delivery: { state: 'queued' } };
  const sent = entry.sent ?? valuesOf(entry);
  return {
    ...next,
    sent: sameValues(sent, next) ? wayBack(entry) : sent,
    // What the server no longer had comes back first, and is then changed.
    presence: wasMissing(entry) ? 'restoring' : entry.presence,
    delivery: withoutRefusal(entry),
  };
}

/** An update may have been told without an answer: the way back to the earlier values is told too. */
function wayBack({ sent, delivery }: Entry): Sent | undefined {
  if (sent === undefined || delivery.state !== 'delivered') return undefined;
  if (sent.conflict !== true) return sent;
  return sent.unsure === true ? { ...valuesOf(sent), unsure: true } : undefined;
}

/** Somebody in between who minded its words may not mind the new ones. */
function wantedAnew(entry: Entry, { description = entry.description }: Partial<Values>): Entry {
  return description === entry.description ? freed(entry) : unblocked(entry);
}

function wasMissing({ delivery, presence }: Entry): boolean {
  const refused = delivery.state === 'delivered' ? delivery.refused : undefined;
  return presence === 'kept' && refused?.status === 404;
}

export function removed(entry: Entry): Entry {
  // A restore may have been carried out without an answer, and one that was refused is no longer wanted.
  if (entry.presence === 'restoring') {
    return { ...entry, presence: 'removing', delivery: withoutRefusal(entry) };
  }
  if (entry.presence !== 'kept') return entry;
  const presence = mayBeThere(entry) ? 'removing' : 'removed';
  return { ...freed(entry), presence, delivery: withoutRefusal(entry) };
}

/** Takes a removal back, as long as the entry is still known here. */
export function undone(entry: Entry): Entry {
  if (entry.presence !== 'removing' && entry.presence !== 'removed') {
    return givenUp(entry, 'delete');
  }
  // A delete may have been carried out without an answer: a restore is right in either case.
  const presence = entry.delivery.state === 'delivered' ? 'restoring' : 'kept';
  return { ...freed(entry), presence };
}

export function archived(entry: Entry): Entry {
  const isDone = entry.archiveState === 'archived' || entry.archiveState === 'archiving';
  return isDone ? givenUp(entry, 'unarchive') : shelved(entry, 'archiving');
}

export function unarchived(entry: Entry): Entry {
  const isDone = entry.archiveState === 'none' || entry.archiveState === 'unarchiving';
  // An archive may have been carried out without an answer.
  if (isDone) return givenUp(entry, 'archive');
  return shelved(entry, mayBeThere(entry) ? 'unarchiving' : 'none');
}

/** What was refused is no longer wanted, and is not to be tried once more. */
function givenUp(entry: Entry, deed: StateChange): Entry {
  return refusedDeed(entry) === deed ? { ...entry, delivery: withoutRefusal(entry) } : entry;
}

/** The deed that was refused; undefined where it was an update or a restore, or nothing was. */
export function refusedDeed({ delivery }: Entry): StateChange | undefined {
  return delivery.state === 'delivered' ? delivery.refused?.deed : undefined;
}

function shelved(entry: Entry, archiveState: ArchiveState): Entry {
  // A refused update or restore stands before it, and is not told again as it is. One of an entry that
  // is gone would be: it comes back with what is wanted of it next, and goes into the archive then.
  if (entry.presence !== 'kept' || entry.sent !== undefined) return { ...entry, archiveState };
  const presence = wasMissing(entry) ? 'restoring' : entry.presence;
  return { ...entry, archiveState, presence, delivery: withoutRefusal(entry) };
}

/**
 * Gives a refused change up: the entry is again what the server holds. Where an earlier update may
 * have been carried out unanswered, the server is told so.
 */
export function reverted(entry: Entry): Entry {
  const { sent } = entry;
  const presence = entry.presence === 'restoring' ? 'removed' : entry.presence;
  const before = sent === undefined ? {} : valuesOf(sent);
  return {
    ...entry,
    ...before,
    sent: sent?.unsure === true ? sent : undefined,
    presence,
    delivery: withoutRefusal(entry),
  };
}

/** A person asks once more for what was refused, or is held up on the way, as it is. */
export function sentAgain(entry: Entry): Entry {
  const next = freed(entry);
  if (entry.delivery.state === 'rejected') return { ...next, delivery: { state: 'queued' } };
  const presence = wasMissing(entry) ? 'restoring' : entry.presence;
  return wantedOnceMore({ ...next, presence, delivery: withoutRefusal(entry) }, refusedDeed(entry));
}

/** What was refused was undone in the entry, and is wanted of it again. */
function wantedOnceMore(entry: Entry, deed: StateChange | undefined): Entry {
  switch (deed) {
    case 'delete':
      return removed(entry);
    case 'archive':
      return archived(entry);
    case 'unarchive':
      return unarchived(entry);
    default:
      return entry;
  }
}

/** Whether an update names all values, since what the server has is not sure or to be replaced. */
export function isToldAsAWhole({ unsure, replace }: Sent): boolean {
  return unsure === true || replace === true;
}

/** Before an update leaves: from then on its answer alone tells what the server has. */
export function beingUpdated(entry: Entry): Entry {
  return entry.sent === undefined ? entry : { ...entry, sent: { ...entry.sent, unsure: true } };
}

/** The update was certainly not carried out: the server has what it had before that was told. */
export function notUpdated(entry: Entry, before: Sent | undefined): Entry {
  if (entry.sent?.unsure !== true || before?.unsure === true) return entry;
  const { replace } = entry.sent;
  return {
    ...entry,
    sent: { ...valuesOf(entry.sent), ...(replace === undefined ? {} : { replace }) },
  };
}

export function withoutRefusal({ delivery }: Entry): Entry['delivery'] {
  return delivery.state === 'delivered' ? { ...delivery, refused: undefined } : delivery;
}
