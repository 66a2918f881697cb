import type { Instant } from '#contract';
import type { Blocked, Entry, Late } from '../entry.ts';

/**
 * Somebody between here and Toggl Focus may mind what an entry says, and answers in its place: a filter
 * for words, say. Such an entry stands behind all others, and is never taken for refused, for nobody
 * at Toggl has seen it.
 */

/** Met a second time it is not for all, and holds back nobody but itself: it is tried once in so long. */
const PAUSE_MS = 3_600_000;

export function blockedIn({ late }: Entry): Blocked | undefined {
  return late?.blocked;
}

/** Whether it may go on its way now. */
export function isFree(entry: Entry, now: Instant): boolean {
  return (blockedIn(entry)?.untilAt ?? 0) <= now;
}

/** Alone in its request it met an answer of this status that was not Toggl's. */
export function blocked(entry: Entry, status: number, now: Instant): Entry {
  const isAgain = isBlockedBy(entry, status);
  const untilAt = (isAgain ? now + PAUSE_MS : now) as Instant;
  return { ...entry, late: { ...entry.late, sinceAt: now, blocked: { status, untilAt } } };
}

/** From 500 on it may be a balancer that stands before a server in trouble, which is for all. */
const TROUBLE = 500;

/** Whether it is the entry's own wait, and no reason to hold back others. */
export function isBlockedBy(entry: Entry, status: number): boolean {
  return blockedIn(entry) !== undefined && status < TROUBLE;
}

/** Whether it waits on its own by now: once may have been meant for all. */
export function isHeldUp({ late }: Entry): boolean {
  return late?.blocked !== undefined && late.blocked.untilAt > late.sinceAt;
}

/** It passed, or says something else now. */
export function unblocked(entry: Entry): Entry {
  if (entry.late?.blocked === undefined) return entry;
  return { ...entry, late: withoutBlock(entry.late) };
}

function withoutBlock(late: Late): Late | undefined {
  const { sinceAt, creates, updates, deeds, others } = late;
  if (creates === undefined && updates === undefined && deeds === undefined) return undefined;
  return { sinceAt, creates, updates, deeds, others };
}

/** It is tried at once, behind the others. */
export function freed(entry: Entry): Entry {
  const known = blockedIn(entry);
  if (known === undefined || entry.late === undefined) return entry;
  return { ...entry, late: { ...entry.late, blocked: { ...known, untilAt: 0 as Instant } } };
}

/** Those that nobody blocks, in their order; else the one of the others that was tried longest ago. */
export function unblockedFirst<Some extends Entry>(
  waiting: readonly Some[],
  now: Instant,
): readonly Some[] {
  const open = waiting.filter((entry) => blockedIn(entry) === undefined);
  if (open.length > 0) return open;
  const free = waiting.filter((entry) => isFree(entry, now));
  return free.toSorted((a, b) => triedAt(a) - triedAt(b)).slice(0, 1);
}

function triedAt({ late }: Entry): number {
  return Number(late?.sinceAt);
}
