import { sameValues, valuesOf, withoutRefusal } from '../sync/pending-change.ts';
import type { Entry, Sent, Values } from '../entry.ts';
import { isOurs } from '../sync/late-requests.ts';
import { isSameIn, pick, VALUE_GROUPS } from '../sync/conflict-fields.ts';

type Merged = Values & { readonly sent: Sent | undefined };

/**
 * An entry that was changed here, laid over a reading of it. `entry.sent`, what both sides started
 * from, tells who changed what. What was changed in both to different values is a conflict: ours
 * stays in sight, theirs in `sent`. What may be an update of ours says nothing; where that had no answer, the
 * entry is told until one comes.
 */
export function merged(entry: Entry & { readonly sent: Sent }, theirs: Values): Merged {
  const base = entry.sent;
  let ours = valuesOf(entry);
  if (isForgotten(entry)) return { ...ours, sent: base };
  let there = valuesOf(base);
  let isConflict = base.conflict === true;
  // What the entry is changed to now was told to nobody yet, but for what was given up of it.
  const told = { ...base, late: entry.late };
  for (const group of VALUE_GROUPS) {
    if (isSameIn(group, base, theirs) || isOurs(told, group, theirs)) continue;
    there = { ...there, ...pick(group, theirs) };
    if (isSameIn(group, base, ours)) ours = { ...ours, ...pick(group, theirs) };
    else if (!isSameIn(group, ours, theirs)) isConflict = true;
  }
  const isSame = sameValues(ours, theirs);
  const next = { base, isConflict: isConflict && !isSame };
  if (base.unsure === true) return { ...ours, sent: { ...sentAfter(there, next), unsure: true } };
  return { ...ours, sent: isSame ? undefined : sentAfter(theirs, next) };
}

/** Whether nobody knows what an unanswered update has told: all that the server shows may be that. */
function isForgotten({ sent, late }: Pick<Entry, 'sent' | 'late'>): boolean {
  return sent?.unsure === true && late?.updates === undefined;
}

function sentAfter(
  theirs: Values,
  { base, isConflict }: { readonly base: Sent; readonly isConflict: boolean },
): Sent {
  if (isConflict) return { ...theirs, conflict: true };
  return base.replace === true ? { ...theirs, replace: true } : theirs;
}

/**
 * Decides a conflict. `mine` is then told as a whole; `theirs` is what the entry is from now on, and is told
 * as well where an update of ours may have replaced it.
 */
export function resolved(entry: Entry, keep: 'mine' | 'theirs'): Entry {
  const { sent } = entry;
  if (sent?.conflict !== true) return entry;
  const theirs = valuesOf(sent);
  const delivery = withoutRefusal(entry);
  return keep === 'mine'
    ? { ...entry, delivery, sent: { ...theirs, replace: true } }
    : {
        ...entry,
        ...theirs,
        delivery,
        sent: sent.unsure === true ? { ...theirs, unsure: true } : undefined,
      };
}
