import { type EntryView, type Span, shownSeconds } from '#contract';
import { entryName, entryPlace } from './entry-names.ts';
import { markSpoken } from './delivery-state-words.ts';
import { shortLength } from './edit-form-words.ts';
import { clockTime, entryLength, span, total } from '../time/times-and-lengths.ts';
import type { Hours } from '../../time/hour-format.ts';

/** Words of the list of entries and of its forms. */

export const listLabels = {
  entries: 'Entries of the day',
  add: 'Add an entry',
  continue: 'Continue',
  edit: 'Edit',
  actions: 'What can be done',
  close: 'Close',
  fill: 'Fill',
  fillAsking: 'Fill…',
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

function notTracked(gap: Span): string {
  return `${shortLength(shownSeconds(gap))} not tracked`;
}

/** `11:45 – 11:50, 5 min free`. */
export function free(gap: Span, hours: Hours): string {
  return `${spanOf(gap, hours)}, ${shortLength(shownSeconds(gap))} free`;
}

/** `2 min`, on the line that stands for a short gap. */
export function shortGap(gap: Span): string {
  return shortLength(shownSeconds(gap));
}

/** What a press on that line does. */
export function extendWay(name: string, { endAt }: Span, hours: Hours): string {
  return `Extend “${name}” to ${clockTime(endAt, hours)}`;
}

export function spanOf({ startAt, endAt }: Span, hours: Hours): string {
  return span(startAt, (endAt - startAt) / 1000, hours);
}

/** A gap as a screen reader says it when the focus comes to it. */
export function gapSpoken(gap: Span, hours: Hours): string {
  return `${notTracked(gap)}, ${spanOf(gap, hours)}`;
}
