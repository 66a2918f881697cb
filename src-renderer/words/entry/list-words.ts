import { type EntryView, type Span, shownSeconds } from '#contract';
import { entryName, entryPlace } from './entry-names.ts';
import { markSpoken } from './delivery-state-words.ts';
import { shortLength } from './edit-form-words.ts';
import { entryLength, span, total } from '../time/times-and-lengths.ts';
import type { Hours } from '../../time/hour-format.ts';

/** Words of the list of entries and of its forms. */

export const listLabels = {
  entries: 'Entries of the day',
  add: 'Add an entry',
  continue: 'Continue',
  edit: 'Edit',
  actions: 'What can be done',
  close: 'Close',
  fill: 'fill',
  selected: 'Selected entries',
  cancel: 'Cancel',
};

export const bulkLabels = {
  delete: 'Delete',
  move: 'Move',
  shift: 'Shift',
  archive: 'Archive',
  unarchive: 'Take out of the archive',
  fill: 'Fill',
  none: 'Select none',
};

export const runningTimer = 'the running timer';

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

export function selectedCount(entries: number, gaps: number): string {
  if (entries === 0) return gaps === 1 ? '1 gap selected' : `${gaps} gaps selected`;
  return `${entries} selected`;
}

/** A row as a screen reader says it when the focus comes to it. */
export function rowSpoken(
  entry: EntryView,
  scene: {
    readonly overlapSeconds: number;
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
    markSpoken(entry, scene.overlapSeconds),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

export function notTracked(gap: Span): string {
  return `${shortLength(shownSeconds(gap))} not tracked`;
}

/** A gap as a screen reader says it when the focus comes to it. */
export function gapSpoken(gap: Span, hours: Hours): string {
  const { startAt, endAt } = gap;
  return `${notTracked(gap)}, ${span(startAt, (endAt - startAt) / 1000, hours)}`;
}
