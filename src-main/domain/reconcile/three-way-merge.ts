import { sameValues, valuesOf, withoutRefusal } from '../sync/pending-change.ts';
import type { Entry, Sent, Values } from '../entry.ts';
import { isOurs } from '../sync/late-requests.ts';
import { isSameIn, pick, VALUE_GROUPS } from '../sync/conflict-fields.ts';

type Merged = Values & { readonly sent: Sent | undefined };

/**
 * An entry that was changed here, laid over a reading of it. `entry.sent`, what both sides started
 * from, tells who changed what. What was changed in both to different values is a conflict: ours
 * stays in sight, theirs in `sent`.
 */
export function merged(entry: Entry & { readonly sent: Sent }, theirs: Values): Merged {
  const base = entry.sent;
  let ours = valuesOf(entry);
  let isConflict = base.conflict === true;
  // What the entry is changed to now was told to nobody yet, but for what was given up of it.
  const told = { ...base, late: entry.late };
  for (const group of VALUE_GROUPS) {
    if (isSameIn(group, base, theirs) || isOurs(told, group, theirs)) continue;
    if (isSameIn(group, base, ours)) ours = { ...ours, ...pick(group, theirs) };
    else if (!isSameIn(group, ours, theirs)) isConflict = true;
  }
  return { ...ours, sent: sentAfter(ours, theirs, { base, isConflict }) };
}

/**
 * The same while an update is without an answer: what a reading shows may be that update. A group that no
 * update touched is not among what it may have made: there somebody else's change is taken over.
 */
export function mergedUnsure(entry: Entry & { readonly sent: Sent }, theirs: Values): Entry {
  const { sent } = entry;
  const updates = entry.late?.updates;
  // Where it is forgotten what was told, all of it may be ours.
  if (updates === undefined) return entry;
  const told = [entry, ...updates];
  let taken: Partial<Values> = {};
  for (const group of VALUE_GROUPS) {
    const isUntouched = told.every((one) => isSameIn(group, sent, one));
    if (isUntouched) taken = { ...taken, ...pick(group, theirs) };
  }
  return { ...entry, ...taken, sent: { ...sent, ...taken } };
}

function sentAfter(
  ours: Values,
  theirs: Values,
  { base, isConflict }: { readonly base: Sent; readonly isConflict: boolean },
): Sent | undefined {
  if (sameValues(ours, theirs)) return undefined;
  if (isConflict) return { ...theirs, conflict: true };
  return base.replace === true ? { ...theirs, replace: true } : theirs;
}

/** Decides a conflict. `mine` is then told as a whole; `theirs` is what the entry is from now on. */
export function resolved(entry: Entry, keep: 'mine' | 'theirs'): Entry {
  const { sent } = entry;
  if (sent?.conflict !== true) return entry;
  const theirs = valuesOf(sent);
  const delivery = withoutRefusal(entry);
  return keep === 'mine'
    ? { ...entry, delivery, sent: { ...theirs, replace: true } }
    : { ...entry, ...theirs, delivery, sent: undefined };
}
