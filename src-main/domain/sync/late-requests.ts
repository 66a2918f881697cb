import type { Instant } from '#contract';
import {
  isToldAsAWhole,
  pendingChange,
  sameValues,
  valuesOf,
  type Change,
} from './pending-change.ts';
import type { StateChange, Entry, Late, Sent, ToldValues, Values } from '../entry.ts';
import { quotaLeft, type QuotaRecord } from './quota.ts';
import { isSameIn, pick, TIME, VALUE_GROUPS } from './conflict-fields.ts';

/**
 * So long after something was sent anew, what was given up before is looked for: by then even a
 * server that is minutes late has carried it out.
 */
export const LATE_MS = 5 * 60_000;
/** An update that is seen longer after that was made by somebody. */
const OVERTAKEN_MS = 3_600_000;
/** The same for a twin, whose values nobody hits by chance. */
const TWIN_MS = 24 * 3_600_000;

/** So many requests are left of an hour's while a look of its own takes nothing from anybody. */
const PLENTY = 10;

/** Until when none is made, for the rest of the quota is needed. */
export function lookUpsPausedUntil(
  quota: QuotaRecord | undefined,
  now: Instant,
): Instant | undefined {
  const left = quotaLeft(quota, now);
  return left !== undefined && left.remaining < PLENTY ? left.resetsAt : undefined;
}

/** Before this instant, whatever was given up is forgotten. */
export function forgottenBefore(now: Instant): Instant {
  return (now - TWIN_MS) as Instant;
}

/** More of one entry are not waited for, however often it is sent anew. */
const MOST_CREATES = 20;

/** The server does not hold the entry, which is sent anew: the request before may still arrive. */
export function createdAnew(entry: Entry, given: Values, now: Instant): Entry {
  const creates = [...(entry.late?.creates ?? []), valuesOf(given)].slice(-MOST_CREATES);
  return { ...entry, late: { ...entry.late, sinceAt: now, creates }, lookAt: lookAfter(now) };
}

function noted(all: readonly ToldValues[] = [], told: ToldValues): readonly ToldValues[] {
  const isNoted = all.some((one) => sameValues(one, told) && one.only === told.only);
  return isNoted ? all : [...all, told];
}

/** An update that is told as a whole, or tells both halves of the time or none, has no half of its own. */
function toldBy(entry: Entry): ToldValues {
  const { sent } = entry;
  const told = valuesOf(entry);
  if (sent === undefined || isToldAsAWhole(sent)) return told;
  const [only, ...others] = TIME.filter((name) => sent[name] !== entry[name]);
  return only === undefined || others.length > 0 ? told : { ...told, only };
}

/** A change is about to be told: until it is answered, it may be carried out whenever. */
export function beingSent(entry: Entry, change: Change, now: Instant): Entry {
  const late: Late = { ...entry.late, sinceAt: now };
  if (change === 'update') {
    return { ...entry, late: { ...late, updates: noted(late.updates, toldBy(entry)) } };
  }
  return { ...entry, late: { ...late, deeds: [...new Set([...(late.deeds ?? []), change])] } };
}

/** It was answered: what was given up before it is as late as it was. */
export function answered(entry: Entry, before: Late | undefined, now: Instant): Entry {
  const next: Entry = { ...entry, late: before };
  return isOvertakeable(next) ? { ...next, lookAt: lookAfter(now) } : next;
}

export function lookAfter(now: Instant): Instant {
  return (now + LATE_MS) as Instant;
}

/** Whether something that was given up would undo what is wanted now, should it be carried out. */
function isOvertakeable({ late, presence, archiveState, ...values }: Entry): boolean {
  if (late === undefined) return false;
  const { updates = [], deeds = [] } = late;
  if (presence === 'removed') return deeds.includes('restore');
  if (presence !== 'kept') return false;
  const isUndoing: Readonly<Record<StateChange, boolean>> = {
    delete: true,
    restore: false,
    archive: archiveState === 'none',
    unarchive: archiveState === 'archived',
  };
  return deeds.some((deed) => isUndoing[deed]) || updates.some((one) => !sameValues(one, values));
}

/**
 * No reading shows the entry: once an update that was given up must have been carried out, what is
 * wanted is told again as a whole, whatever stands there by then.
 */
export function toldUnseen(entry: Entry, now: Instant): Entry {
  const { late, lookAt } = entry;
  if (late === undefined || lookAt === undefined) return entry;
  const mayBeUndone = late.updates?.some((one) => !sameValues(one, entry)) === true;
  if (!mayBeUndone || nextLook(entry, now) !== undefined) return entry;
  const sent: Sent = { ...valuesOf(entry), unsure: true };
  return { ...entry, sent, late: { ...late, updates: undefined } };
}

/** One of the creations that were given up has turned up. */
export function createdLate(entry: Entry, values: Values): Entry {
  if (entry.late?.creates === undefined) return entry;
  const at = entry.late.creates.indexOf(values);
  const creates = entry.late.creates.filter((_, place) => place !== at);
  return { ...entry, late: { ...entry.late, creates } };
}

/** The creations whose twins may turn up, as often as they were given up. */
export function lateCreates(entry: Entry, now: Instant): readonly Values[] {
  const { late } = entry;
  const isKept = isAwaited(entry) || (late?.sinceAt ?? 0) >= forgottenBefore(now);
  return isKept ? (late?.creates ?? []) : [];
}

/**
 * Nobody has looked yet, late enough, for what was given up: it is not forgotten, however long ago that
 * was by the clock. The clock may have been set meanwhile, or the machine slept.
 */
function isAwaited(entry: Entry): boolean {
  return entry.lookAt !== undefined || pendingChange(entry) !== undefined;
}

/** A person has yet to say what becomes of it, and what was given up may explain what is seen after that. */
function isUndecided({ delivery }: Entry): boolean {
  return delivery.state === 'delivered' && delivery.refused !== undefined;
}

/** Where else it, or a twin of it, may turn up. */
export function latePlaces({ late }: Entry): readonly Values[] {
  return [...(late?.creates ?? []), ...(late?.updates ?? [])];
}

/**
 * Whether what the server shows in the group was put there by an update of ours that was given up. One that
 * told half of a time alone may be laid over whatever else was told. What was never told is not among it,
 * nor half of what was told as a whole: where the server shows that, somebody else has put it there.
 */
export function isOurs(
  { late, ...told }: Values & Pick<Entry, 'late'>,
  group: readonly (keyof Values)[],
  theirs: Values,
): boolean {
  const { updates = [] } = late ?? {};
  const isIn = (name: keyof Values, one: Values) => isSameIn([name], one, theirs);
  const isLaidOver = (name: keyof Values) =>
    updates.some((one) => one.only === name && isIn(name, one));
  const mayLeadTo = (one: Values) => group.every((name) => isIn(name, one) || isLaidOver(name));
  return updates.length > 0 && [told, ...updates].some(mayLeadTo);
}

/** Whether such a change may explain how the entry stands there. */
export function mayHaveDone({ late }: Entry, deed: StateChange): boolean {
  return late?.deeds?.includes(deed) === true;
}

/** What the server shows of an entry without a change to tell: all of it counts but what came late. */
export function overtaken(
  entry: Entry,
  theirs: Values,
): Values & { readonly sent: Sent | undefined } {
  let values = theirs;
  for (const group of VALUE_GROUPS) {
    const isChanged = !isSameIn(group, entry, theirs);
    if (isChanged && isOurs(entry, group, theirs)) values = { ...values, ...pick(group, entry) };
  }
  return { ...values, sent: sameValues(values, theirs) ? undefined : theirs };
}

/** The entry after a look at the server: nothing more is to be looked for, and the old is forgotten. */
export function lookedFor(entry: Entry, now: Instant): Entry {
  const lookAt = nextLook(entry, now);
  const isOpen = isAwaited({ ...entry, lookAt }) || isUndecided(entry);
  const late = isOpen ? entry.late : entry.late && stillLate(entry.late, now);
  if (late === entry.late && lookAt === entry.lookAt) return entry;
  return { ...entry, late, lookAt };
}

/** One that was made for other reasons may have come too early to find what is late. */
function nextLook({ late, lookAt }: Entry, now: Instant): Instant | undefined {
  if (lookAt === undefined || lookAt > now) return lookAt;
  // A clock that was set back tells nothing of when that was.
  const isPast = late !== undefined && late.sinceAt <= now;
  const enoughAt = isPast ? lookAfter(late.sinceAt) : now;
  return enoughAt > now ? enoughAt : undefined;
}

function stillLate(late: Late, now: Instant): Late | undefined {
  if (late.sinceAt < now - TWIN_MS) return undefined;
  if (late.sinceAt >= now - OVERTAKEN_MS) return late;
  if (late.updates === undefined && late.deeds === undefined) return late;
  const { sinceAt, creates, others, blocked } = late;
  if (creates === undefined && blocked === undefined) return undefined;
  return { sinceAt, creates, others, blocked };
}
