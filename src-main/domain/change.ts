import type { Entry, Values } from './entry.ts';

/** Something that the server has to be told about an entry it holds. */
export type Change = 'update' | 'delete' | 'restore';

export function valuesOf({ startAt, seconds, type, task, description }: Values): Values {
  return { startAt, seconds, type, task, description };
}

export function sameValues(a: Values, b: Values): boolean {
  return (
    a.startAt === b.startAt &&
    a.seconds === b.seconds &&
    a.type === b.type &&
    a.task?.id === b.task?.id &&
    a.description === b.description
  );
}

/** What is still to be told; undefined where nothing is, or where the server refused it. */
export function pendingChange({ delivery, presence, sent }: Entry): Change | undefined {
  if (delivery.state !== 'delivered' || delivery.refused !== undefined) return undefined;
  switch (presence) {
    case 'removing':
      return 'delete';
    case 'restoring':
      return 'restore';
    case 'removed':
      return undefined;
    case 'kept':
      return sent === undefined ? undefined : 'update';
  }
}

/** Whether the server may hold the values as they were last sent. */
function mayBeThere({ delivery }: Entry): boolean {
  return delivery.state !== 'queued' && delivery.state !== 'rejected';
}

/**
 * Changes an entry in whatever state it is. What was never sent changes in place; a refused entry
 * joins the queue again; of what was sent, the earlier values are kept until the server knows better.
 */
export function edited(entry: Entry, change: Partial<Values>): Entry {
  const next = { ...entry, ...change };
  if (sameValues(entry, next)) return entry;
  if (!mayBeThere(entry)) return { ...next, delivery: { state: 'queued' } };
  // An update may have been told without an answer: the way back to the earlier values is told too.
  const mayBeTold = entry.sent !== undefined && entry.delivery.state === 'delivered';
  const sent = entry.sent ?? valuesOf(entry);
  return {
    ...next,
    sent: sameValues(sent, next) && !mayBeTold ? undefined : sent,
    // What the server no longer had comes back first, and is then changed.
    presence: wasMissing(entry) ? 'restoring' : entry.presence,
    delivery: withoutRefusal(entry),
  };
}

function wasMissing({ delivery, presence }: Entry): boolean {
  const refused = delivery.state === 'delivered' ? delivery.refused : undefined;
  return presence === 'kept' && refused?.status === 404;
}

export function removed(entry: Entry): Entry {
  // A restore may have been carried out without an answer.
  if (entry.presence === 'restoring') return { ...entry, presence: 'removing' };
  if (entry.presence !== 'kept') return entry;
  const presence = mayBeThere(entry) ? 'removing' : 'removed';
  return { ...entry, presence, delivery: withoutRefusal(entry) };
}

/** Takes a removal back, as long as the entry is still known here. */
export function undone(entry: Entry): Entry {
  if (entry.presence !== 'removing' && entry.presence !== 'removed') return entry;
  // A delete may have been carried out without an answer: a restore is right in either case.
  return { ...entry, presence: entry.delivery.state === 'delivered' ? 'restoring' : 'kept' };
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

/** Before an update leaves: from then on its answer alone tells what the server has. */
export function beingUpdated(entry: Entry): Entry {
  return entry.sent === undefined ? entry : { ...entry, sent: { ...entry.sent, unsure: true } };
}

/** After a refusal: the server has what it had before the update was told. */
export function notUpdated(entry: Entry, told: Entry): Entry {
  if (entry.sent === undefined || told.sent?.unsure === true) return entry;
  return { ...entry, sent: valuesOf(entry.sent) };
}

function withoutRefusal({ delivery }: Entry): Entry['delivery'] {
  return delivery.state === 'delivered' ? { ...delivery, refused: undefined } : delivery;
}
