import type { ChangeView, EntryDetails, EntryValues, EntryView, Instant, Span } from '#contract';
import { entryMark, entryName, entryPlace, noTask } from './entries.ts';
import { dateAndTime, editLabels, shortLength } from './editing.ts';
import { duration, type Hours, span } from './time.ts';

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
  noConflict: 'Nothing here differs from what Toggl Focus has.',
  noTask: 'This entry has no task.',
  nothingToContinue: 'This entry has neither a task nor a description to continue.',
};

/** `1 entry`, `3 entries`. */
function entriesCount(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

export function selectedCount(entries: number, gaps: number): string {
  if (entries === 0) return gaps === 1 ? '1 gap selected' : `${gaps} gaps selected`;
  return `${entries} selected`;
}

/** A row as a screen reader says it when the focus comes to it. */
export function rowSpoken(entry: EntryView, overlaps: boolean, hours: Hours): string {
  const parts = [
    entryName(entry),
    entry.task === undefined ? undefined : entry.description,
    entryPlace(entry),
    span(entry.startAt, entry.seconds, hours),
    duration(entry.seconds),
    entryMark(entry, overlaps).words,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

/** One side of a conflict, a line each: what, when, how long. */
export function conflictLines(values: EntryValues, hours: Hours): readonly string[] {
  const { task, description, type, startAt, seconds } = values;
  return [
    task?.name ?? noTask,
    ...(description === undefined || description === '' ? [] : [description]),
    `${span(startAt, seconds, hours)}, ${duration(seconds)}`,
    ...(type === 'break' ? [editLabels.break] : []),
  ];
}

export function overlapSpoken(name: string, { startAt, endAt }: Span): string {
  return `Overlaps ${name} by ${shortLength(Math.floor((endAt - startAt) / 1000))}`;
}

export function notTracked(seconds: number): string {
  return `${shortLength(seconds)} not tracked`;
}

/** A gap as a screen reader says it when the focus comes to it. */
export function gapSpoken({ startAt, endAt }: Span, hours: Hours): string {
  const seconds = (endAt - startAt) / 1000;
  return `${notTracked(seconds)}, ${span(startAt, seconds, hours)}`;
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
