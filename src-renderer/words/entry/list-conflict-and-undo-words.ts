import {
  type ChangeView,
  type EntryDetails,
  type EntryValues,
  type EntryView,
  type Instant,
  type Span,
  shownSeconds,
} from '#contract';
import { entryName, entryPlace, noTask } from './entry-names.ts';
import { entryMark } from './delivery-state-words.ts';
import { dateAndTime, editLabels, shortLength, spanPreview } from './edit-form-words.ts';
import { entryLength, span, total } from '../time/times-and-lengths.ts';
import type { Hours } from '../../time/hour-format.ts';

/** Words of the list of entries and of its forms. */

export const listLabels = {
  entries: 'Entries of the day',
  add: 'Add an entry',
  actions: 'What can be done',
  close: 'Close',
  fill: 'fill',
  selected: 'Selected entries',
  cancel: 'Cancel',
};

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

export const detailsLabels = { title: 'Details', asking: 'Asking Toggl Focus…' };

export const removedLabels = {
  list: 'Deleted entries',
  restore: 'Restore',
  restoreAll: 'Restore all',
};

/** On the button below what was deleted: all, where none of several is chosen. */
export function restoreWords(chosen: number, count: number): string {
  if (count === 1) return removedLabels.restore;
  return chosen === 0 ? removedLabels.restoreAll : `${removedLabels.restore} ${chosen}`;
}

export const bulkLabels = {
  delete: 'Delete',
  move: 'Move',
  shift: 'Shift',
  archive: 'Archive',
  unarchive: 'Take out of the archive',
  fill: 'Fill',
  none: 'Select none',
};

export const undoLabels = { undo: 'Undo' };

export const runningTimer = 'the running timer';

/** Why a key did nothing. */
export const nothingDone = {
  noGap: 'No gap follows right after this entry.',
  noOverlap: 'This entry overlaps nothing.',
  notRefused: 'Nothing of this entry was refused.',
  noConflict: 'Nothing here differs from what Toggl Focus has.',
  notSaidWhich: 'Choose which of them it is: Tab leads to each.',
  noTask: 'This entry has no task.',
  nothingToContinue: 'This entry has neither a task nor a description to continue.',
  breakToContinue: 'A break cannot be continued: a timer records activity.',
  noWorkBefore: 'No work stands before this gap. Press Enter on the gap to say what it was.',
};

/** What a person is asked before something is done, and the two answers. */
export type Question = {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
};

/** Before hours are filled by one key; `name` is what the work is called. */
export function fillQuestion(seconds: number, name: string): Question {
  return {
    title: `Fill ${total(seconds)}?`,
    text: `It will count as work on “${name}”. Undo takes it back.`,
    yes: 'Fill',
    no: 'Leave it',
  };
}

/** `1 entry`, `3 entries`. */
function entriesCount(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

export function selectedCount(entries: number, gaps: number): string {
  if (entries === 0) return gaps === 1 ? '1 gap selected' : `${gaps} gaps selected`;
  return `${entries} selected`;
}

/** A row as a screen reader says it when the focus comes to it. */
export function rowSpoken(
  entry: EntryView,
  scene: {
    readonly overlaps: boolean;
    readonly part: string | undefined;
    readonly hours: Hours;
  },
): string {
  const parts = [
    entryName(entry),
    entry.task === undefined ? undefined : entry.description,
    entryPlace(entry),
    span(entry.startAt, entry.seconds, scene.hours),
    entryLength(entry.startAt, entry.seconds),
    scene.part,
    entryMark(entry, scene.overlaps).words,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

/** One side of a conflict, a line each: what, when, how long; with its date where that is not the day of `dayAt`. */
export function conflictLines(
  values: EntryValues,
  dayAt: Instant,
  hours: Hours,
): readonly string[] {
  const { task, description, type, startAt, seconds } = values;
  return [
    task?.name ?? noTask,
    ...(description === undefined || description === '' ? [] : [description]),
    spanPreview({ startAt, endAt: (startAt + seconds * 1000) as Instant }, dayAt, hours),
    ...(type === 'break' ? [editLabels.break] : []),
  ];
}

export function overlapSpoken(name: string, shared: Span): string {
  return `Overlaps ${name} by ${shortLength(shownSeconds(shared))}`;
}

export function notTracked(gap: Span): string {
  return `${shortLength(shownSeconds(gap))} not tracked`;
}

/** A gap as a screen reader says it when the focus comes to it. */
export function gapSpoken(gap: Span, hours: Hours): string {
  const { startAt, endAt } = gap;
  return `${notTracked(gap)}, ${span(startAt, (endAt - startAt) / 1000, hours)}`;
}

export function deletedCount(count: number): string {
  return `Deleted (${count})`;
}

function momentOr(at: Instant | undefined, without: string, hours: Hours): string {
  return at === undefined ? without : dateAndTime(at, hours);
}

/** Lines about an entry as Toggl Focus told it just now. */
export function detailLines(details: EntryDetails, hours: Hours): readonly [string, string][] {
  return [
    ['In Toggl Focus', details.same ? 'as it is here' : 'different from here'],
    ['Created', momentOr(details.createdAt, 'unknown', hours)],
    ['Updated', momentOr(details.updatedAt, 'unknown', hours)],
    ['Archived', momentOr(details.archivedAt, 'no', hours)],
    ['Number', String(details.serverId)],
  ];
}

const changes: Readonly<Record<ChangeView['what'], string>> = {
  edit: 'Changed',
  add: 'Added',
  split: 'Split',
  duplicate: 'Duplicated',
  delete: 'Deleted',
  restore: 'Restored',
  archive: 'Archived',
  unarchive: 'Took out of the archive',
  move: 'Moved',
  shift: 'Shifted',
  fill: 'Filled',
  trim: 'Shortened',
  merge: 'Merged',
  timer: 'Changed the running timer',
};

/** `Deleted “X”.`, `Moved 3 entries.` */
export function changeDone({ what, count }: ChangeView, name: string | undefined): string {
  if (what === 'timer') return `${changes[what]}.`;
  if (what === 'fill') return count === 1 ? 'Filled the gap.' : `Filled ${count} gaps.`;
  const whom = count === 1 && name !== undefined ? `“${name}”` : entriesCount(count);
  return `${changes[what]} ${whom}.`;
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** `Taken back: changed 1 entry.` */
export function changeUndone(change: ChangeView): string {
  return `Taken back: ${lowered(changeDone(change, undefined))}`;
}

/** `Done again: changed 1 entry.` */
export function changeRedone(change: ChangeView): string {
  return `Done again: ${lowered(changeDone(change, undefined))}`;
}
