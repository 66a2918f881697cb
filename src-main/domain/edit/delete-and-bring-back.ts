import type { Entry } from '../entry.ts';
import { askedAgain, deletedInQuestion } from '../reconcile/ask-which-entry-it-is.ts';
import { inQuestion } from '../sync/in-question.ts';
import { removed, undone } from '../sync/pending-change.ts';
import { isShown } from '../day/occupied-span.ts';

/** The entry deleted by the person, in whatever state of delivery it is. */
export function deleted(entry: Entry): Entry {
  const isAsked = inQuestion(entry) !== undefined && isShown(entry);
  return isAsked ? deletedInQuestion(entry) : removed(entry);
}

/** The same taken back, as long as the entry is still known here. */
export function broughtBack(entry: Entry): Entry {
  const isAsked = inQuestion(entry) !== undefined && !isShown(entry);
  return isAsked ? askedAgain(entry) : undone(entry);
}
