import type { Instant, Seconds, TaskView } from '#contract';
import { pendingChange, sameValues } from './change.ts';
import type { Entry, Values } from './entry.ts';
import type { FocusEntry } from './focus.ts';
import { notThere, wasGone } from './outcome.ts';
import { taskView } from './task-view.ts';

/** One read of the server's entries, and what may be concluded from it. */
export type Reading = {
  /** Entries that begin in [fromAt, toAt) are all in `entries`. */
  readonly fromAt: Instant;
  readonly toAt: Instant;
  readonly entries: readonly FocusEntry[];
  /** Unknown entries since this instant or later may still be on their way: a miss says nothing yet. */
  readonly graceEndedFor: Instant;
};

export type Reconciliation = {
  readonly put: readonly Entry[];
  readonly removeIds: readonly string[];
  /** Unknown entries that the server turned out to hold. */
  readonly adopted: number;
  /** Unknown entries that it does not hold: back in the queue. */
  readonly requeued: number;
};

type Finished = FocusEntry & { readonly startAt: Instant; readonly seconds: Seconds };

/**
 * Lays a reading over the entries at hand. An entry of ours is recognised by its id or, where that
 * was never learnt, by task, start, duration and type; each entry of the server is claimed once.
 * Entries that wait or were rejected are never touched by a reading.
 */
export function reconcile(local: readonly Entry[], reading: Reading): Reconciliation {
  // A range of Toggl's includes its end (facts, section 8): what begins there was not asked for.
  const finished = reading.entries.filter(isFinished).filter((one) => one.startAt < reading.toAt);
  const claims = claim(local, finished);
  const put: Entry[] = [];
  const removeIds: string[] = [];
  let adopted = 0;
  let requeued = 0;

  for (const entry of local) {
    const found = claims.get(entry.id);
    if (found !== undefined) {
      if (entry.delivery.state === 'unknown') adopted += 1;
      put.push(adopt(entry, found));
    } else if (mustBeResent(entry, reading)) {
      requeued += 1;
      put.push(notThere(entry));
    } else if (isMissed(entry, reading)) {
      const change = pendingChange(entry);
      if (change === undefined) {
        if (isGone(entry)) removeIds.push(entry.id);
      } else if (hasNoIdYet(entry) || entry.sent === undefined) put.push(wasGone(entry, change));
      // An unanswered update may have moved it out of this reading: the change itself will tell.
    }
  }
  const taken = new Set([...claims.values()].map((entry) => entry.id));
  const made = finished.filter((entry) => !taken.has(entry.id));
  put.push(...made.map(madeElsewhere));
  return { put, removeIds, adopted, requeued };
}

function isFinished(entry: FocusEntry): entry is Finished {
  return (
    entry.startAt !== undefined && entry.seconds !== undefined && entry.deletedAt === undefined
  );
}

/** Which entry of the server each of ours is, by our id. */
function claim(local: readonly Entry[], finished: readonly Finished[]): Map<string, Finished> {
  const claims = claimById(local, finished);
  const taken = new Set([...claims.values()].map((entry) => entry.id));
  const free = new Map<string, Finished>();
  for (const entry of finished.filter((candidate) => !taken.has(candidate.id)).reverse()) {
    free.set(identity(entry.startAt, entry.seconds, entry.type, entry.taskId), entry);
  }
  for (const entry of local.filter(hasNoIdYet)) {
    const { startAt, seconds, type, task } = entry.sent ?? entry;
    const key = identity(startAt, seconds, type, task?.id);
    const found = free.get(key);
    if (found !== undefined) claims.set(entry.id, found);
    free.delete(key);
  }
  return claims;
}

function claimById(local: readonly Entry[], finished: readonly Finished[]): Map<string, Finished> {
  const byServerId = new Map(finished.map((entry) => [entry.id, entry]));
  const claims = new Map<string, Finished>();
  for (const { id, delivery } of local) {
    if (delivery.state !== 'delivered' || delivery.serverId === undefined) continue;
    const found = byServerId.get(delivery.serverId);
    if (found !== undefined) claims.set(id, found);
  }
  return claims;
}

function identity(
  startAt: Instant,
  seconds: Seconds,
  type: Entry['type'],
  taskId: number | undefined,
): string {
  return `${startAt} ${seconds} ${type} ${taskId ?? ''}`;
}

function hasNoIdYet({ delivery }: Entry): boolean {
  return (
    delivery.state === 'unknown' ||
    (delivery.state === 'delivered' && delivery.serverId === undefined)
  );
}

function isWithin(entry: Entry, reading: Reading): boolean {
  const { startAt } = entry.sent ?? entry;
  return startAt >= reading.fromAt && startAt < reading.toAt;
}

function mustBeResent(entry: Entry, reading: Reading): boolean {
  return (
    entry.delivery.state === 'unknown' &&
    entry.delivery.sinceAt <= reading.graceEndedFor &&
    isWithin(entry, reading)
  );
}

/** It should have been in the reading and was not. Of what is deleted there, that is no wonder. */
function isMissed(entry: Entry, reading: Reading): boolean {
  const expected =
    entry.presence === 'kept' ||
    entry.presence === 'removing' ||
    (entry.presence === 'restoring' && hasNoIdYet(entry));
  return expected && entry.delivery.state === 'delivered' && isWithin(entry, reading);
}

/** Delivered, its id known, and no longer on the server: deleted there. */
function isGone({ delivery }: Entry): boolean {
  return (
    delivery.state === 'delivered' &&
    delivery.serverId !== undefined &&
    delivery.refused === undefined
  );
}

function adopt(entry: Entry, found: Finished): Entry {
  const refused = entry.delivery.state === 'delivered' ? entry.delivery.refused : undefined;
  const delivery = { state: 'delivered', serverId: found.id, refused } as const;
  const theirs = valuesFrom(found, entry.sent ?? entry);
  // Deleted here and there, and restored there. What is still to be told stays to be told: an
  // unanswered change before it may be carried out after this reading.
  const presence = entry.presence === 'removed' ? 'kept' : entry.presence;
  // What the person changed here stays on top until the server has been told.
  if (entry.sent === undefined) return { ...entry, ...theirs, delivery, presence };
  if (entry.sent.unsure === true) return { ...entry, delivery, presence };
  const sent = sameValues(theirs, entry) ? undefined : theirs;
  return { ...entry, delivery, presence, sent };
}

function madeElsewhere(entry: Finished): Entry {
  return {
    id: `server:${entry.id}`,
    origin: 'server',
    ...valuesFrom(entry, undefined),
    delivery: { state: 'delivered', serverId: entry.id, refused: undefined },
    presence: 'kept',
    shelf: entry.archivedAt === undefined ? 'none' : 'archived',
    timeBlockId: entry.timeBlockId,
    sent: undefined,
  };
}

/** A task that the server names by its id alone is still the task. */
function nameless(id: number | undefined): TaskView | undefined {
  if (id === undefined) return undefined;
  const unknown = { projectName: undefined, projectColor: undefined, clientName: undefined };
  return { id, name: `Task ${id}`, ...unknown };
}

function valuesFrom(found: Finished, ours: Values | undefined): Values {
  const sameTask = ours?.task?.id === found.taskId ? ours?.task : nameless(found.taskId);
  return {
    startAt: found.startAt,
    seconds: found.seconds,
    type: found.type,
    task: found.task === undefined ? sameTask : taskView(found.task),
    description: found.description ?? ours?.description,
  };
}
