import type { ChangeView, EntryDetails, EntryValues, EntryView, Instant, Span } from '#contract';
import { entryMark, entryName, entryPlace, noTask } from './entries.ts';
import { clockTime, duration, type Hours, span } from './time.ts';

/** Words of the list of entries and of its forms. */

/** What can be wrong with a span of time that a person typed. */
export type SpanProblem =
  | 'unreadable-time'
  | 'unreadable-length'
  | 'end-before-start'
  | 'no-length'
  | 'ends-in-future'
  | 'too-long';

export const listLabels = {
  entries: 'Entries of the day',
  add: 'Add an entry',
  actions: 'What can be done',
  close: 'Close',
  fill: 'fill',
  selected: 'Selected entries',
  cancel: 'Cancel',
};

export const editLabels = {
  edit: 'Edit the entry',
  add: 'Add an entry',
  task: 'Task of the entry',
  description: 'Description of the entry',
  start: 'Start',
  end: 'End',
  duration: 'Length',
  break: 'Break',
  save: 'Save',
  sendAgain: 'Send again',
  unchanged: 'Change something first: as it is, it would be refused again.',
};

export const shortLabels = {
  split: 'Split at',
  splitNow: 'Split',
  outside: 'Choose a moment inside the entry.',
  shift: 'Later by, or earlier with a minus',
  shiftNow: 'Shift',
  unreadableShift: 'Write by how much, such as -5, +15 or 1:00.',
  shiftExample: '-5, +15, 1:00',
  move: 'Move to',
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
export function entriesCount(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

export function selectedCount(entries: number, gaps: number): string {
  if (entries === 0) return gaps === 1 ? '1 gap selected' : `${gaps} gaps selected`;
  return `${entries} selected`;
}

/** `9 min`, `1:20`, `40 s`: a length that stands in a sentence. */
export function shortLength(seconds: number): string {
  return seconds < 60 || seconds >= 3600 ? duration(seconds) : `${Math.floor(seconds / 60)} min`;
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

/** `Overlaps “X” by 12 min, the running timer by 40 s.` */
export function overlapWarning(
  overlaps: readonly { readonly name: string; readonly seconds: number }[],
): string {
  const each = overlaps.map(({ name, seconds }) => `${name} by ${shortLength(seconds)}`);
  return `Overlaps ${each.join(', ')}.`;
}

export function deletedCount(count: number): string {
  return `Deleted (${count})`;
}

const problems: Readonly<Record<SpanProblem, string>> = {
  'unreadable-time': 'Write a time such as 9:15.',
  'unreadable-length': 'Write a length such as 1:30, 90m or 1,5h.',
  'end-before-start': 'The end is before the start. For the next day, write +1 behind it.',
  'no-length': 'The entry would have no length.',
  'ends-in-future': 'The end lies in the future. For work that goes on, start the timer.',
  'too-long': 'That is longer than 31 days.',
};

export function spanProblem(kind: SpanProblem): string {
  return problems[kind];
}

export function peculiarTime(text: string, kind: 'skipped' | 'first'): string {
  return kind === 'first'
    ? `${text} comes twice that night; the first is meant.`
    : `The clocks skip ${text} that night; it is taken an hour later.`;
}

function dayOf(at: Instant): string {
  return new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  }).format(at);
}

function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

/** `9:15 – 10:00, 0:45`; with its date where it is not on the day that is shown. */
export function spanPreview(
  { startAt, endAt }: { readonly startAt: Instant; readonly endAt: Instant },
  dayAt: Instant,
  hours: Hours,
): string {
  const [start, end] = [startAt, endAt].map((at) =>
    sameDay(at, dayAt) ? clockTime(at, hours) : `${dayOf(at)} ${clockTime(at, hours)}`,
  );
  return `${start ?? ''} – ${end ?? ''}, ${duration((endAt - startAt) / 1000)}`;
}

function dateAndTime(at: Instant | undefined, hours: Hours): string {
  return at === undefined ? 'unknown' : `${dayOf(at)} ${clockTime(at, hours)}`;
}

/** Lines about an entry as Toggl Focus told it just now. */
export function detailLines(details: EntryDetails, hours: Hours): readonly [string, string][] {
  return [
    ['In Toggl Focus', details.same ? 'as it is here' : 'different from here'],
    ['Created', dateAndTime(details.createdAt, hours)],
    ['Updated', dateAndTime(details.updatedAt, hours)],
    ['Archived', details.archivedAt === undefined ? 'no' : dateAndTime(details.archivedAt, hours)],
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
