import { type EntryValues, type Instant, type Span, shownSeconds } from '#contract';
import { noTask } from './entry-names.ts';
import { editLabels, ownTags, shortLength, spanPreview } from './edit-form-words.ts';
import type { Hours } from '../../time/hour-format.ts';

export const noteLabels = {
  mend: 'Mend',
  sendAgain: 'Send again',
  discard: 'Discard',
  useTheirs: 'Use what Toggl Focus has',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  conflict: 'Changed here and in Toggl Focus. Nothing is sent until you choose.',
  here: 'Here',
  there: 'In Toggl Focus',
  trimEarlier: 'Trim earlier',
  trimLater: 'Trim later',
  merge: 'Merge',
};

/** One side of a conflict, a line each: what, when, how long; with its date where that is not the day of `dayAt`. */
export function conflictLines(
  values: EntryValues,
  dayAt: Instant,
  hours: Hours,
): readonly string[] {
  const { task, description, type, startAt, seconds, billable, tags } = values;
  return [
    task?.name ?? noTask,
    ...(description === undefined || description === '' ? [] : [description]),
    spanPreview({ startAt, endAt: (startAt + seconds * 1000) as Instant }, dayAt, hours),
    ...(type === 'break' ? [editLabels.break] : []),
    ...(billable === true ? [editLabels.billable] : []),
    ...(tags === undefined ? [] : [ownTags(tags)]),
  ];
}

export function overlapSpoken(name: string, shared: Span): string {
  return `Overlaps ${name} by ${shortLength(shownSeconds(shared))}`;
}
