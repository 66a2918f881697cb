import type { Instant } from '#contract';
import type { Entry, Values } from '../entry.ts';
import { createdAnew } from '../sync/late-requests.ts';
import type { Finished } from '../finished-entry.ts';
import { sameTags } from '../tags.ts';
import { hasSameWords, spanAndWork, wordsOf } from './same-values.ts';

/**
 * The entry was sent again, changed since perhaps, and that is not answered either: as which of the creations
 * given up before it stands there. Undefined where it is as it was sent last.
 */
export function earlierCreation(entry: Entry, found: Finished): Values | undefined {
  if (entry.delivery.state !== 'unknown') return undefined;
  const last = entry.sent ?? entry;
  const shown = creationShown(entry, found);
  return shown === undefined || isRatherLast(found, last, shown) ? undefined : shown;
}

/** Whether nothing that is told speaks for the earlier creation and against the last. */
function isRatherLast(found: Finished, last: Values, shown: Values): boolean {
  if (!isSameWork(found, last)) return false;
  if (hasSameWords(found, last)) return hasSameTags(found, last) || !hasSameTags(found, shown);
  // Where a list leaves words out, it is as it was sent last.
  return !hasSameWords(found, shown);
}

/** As which of the creations that were given up it stands there, by its words where the server tells any. */
export function creationShown({ late }: Entry, found: Finished): Values | undefined {
  const alike = late?.creates?.filter((one) => isSameWork(found, one));
  const told = alike?.filter((one) => hasSameWords(found, one)) ?? [];
  const shown = told.find((one) => hasSameTags(found, one)) ?? told[0];
  return shown ?? (wordsOf(found.description) === '' ? alike?.[0] : undefined);
}

/** What was sent last may still be carried out, and is a twin then. Nothing else that travelled with it is told. */
export function withLastGivenUp(entry: Entry, found: Finished, now: Instant): Entry {
  const { delivery } = entry;
  if (delivery.state !== 'unknown' || earlierCreation(entry, found) === undefined) return entry;
  const { state, sinceAt } = delivery;
  return { ...createdAnew(entry, entry.sent ?? entry, now), delivery: { state, sinceAt } };
}

/** Where a list does not tell whose they are, they are no other ones. */
function hasSameTags({ tags }: Finished, values: Values): boolean {
  return tags === undefined || sameTags(tags ?? undefined, values.tags);
}

function isSameWork(found: Finished, values: Values): boolean {
  return spanAndWork(found, found.taskId) === spanAndWork(values, values.task?.id);
}
