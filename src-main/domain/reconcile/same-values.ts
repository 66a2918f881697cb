import type { Values } from '../entry.ts';
import type { FocusEntry } from '../focus-types.ts';

type Span = Pick<Values, 'startAt' | 'seconds' | 'type'>;

export function spanAndWork({ startAt, seconds, type }: Span, taskId: number | undefined): string {
  return `${startAt} ${seconds} ${type} ${taskId ?? ''}`;
}

export function hasSameWords(
  theirs: Pick<FocusEntry, 'description'>,
  ours: Pick<Values, 'description'>,
): boolean {
  return wordsOf(theirs.description) === wordsOf(ours.description);
}

/** A server may write white space and accents in its own way. */
export function wordsOf(description = ''): string {
  return description.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Whether they are the same in all that a create tells. */
export function isDuplicate(theirs: Values, ours: Values): boolean {
  const isAlike = spanAndWork(theirs, theirs.task?.id) === spanAndWork(ours, ours.task?.id);
  return isAlike && hasSameWords(theirs, ours);
}
