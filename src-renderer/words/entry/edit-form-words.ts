import type { Instant, Span, TagView } from '#contract';
import { dateFormat } from '../../time/date-and-number-formats.ts';
import { type Pass, passMark } from '../../time/repeated-hour.ts';
import { formatDuration } from '../../typed/typed-duration.ts';
import { dateField, onWall } from '../../time/wall-clock.ts';
import { clockTime, duration, span, styled, twoDigits } from '../time/times-and-lengths.ts';
import type { Hours } from '../../time/hour-format.ts';

/** Words of the forms in which an entry is changed, added, split, shifted and moved. */

/** What can be wrong with a span of time that a person typed. */
export type SpanProblem =
  | 'unreadable-time'
  | 'unreadable-length'
  | 'end-before-start'
  | 'no-length'
  | 'ends-in-future'
  | 'too-long';

export const editLabels = {
  edit: 'Edit the entry',
  add: 'Add an entry',
  task: 'Task of the entry',
  description: 'Description of the entry',
  start: 'Start',
  end: 'End',
  duration: 'Length',
  /** Beside the word: what a number without a unit is. */
  durationUnit: 'min',
  break: 'Break',
  billable: 'Billable',
  tags: 'Tags',
  tagsAsked: 'Asking Toggl Focus…',
  noTags: 'There are no tags in this workspace. In Toggl Focus you can make some.',
  save: 'Save',
  sendAgain: 'Send again',
  unchanged: 'Change something first: as it is, it would be refused again.',
};

export const shortLabels = {
  split: 'Split at',
  splitNow: 'Split',
  outside: 'Choose a moment inside the entry.',
  shift: 'Minutes later, or earlier with a minus',
  shiftNow: 'Shift',
  unreadableShift: 'Write by how much, such as -5 (minutes), +15 or 1:00.',
  shiftExample: '-5, +15, 1:00',
  move: 'Move to',
};

/** `Tags: deep, review` of an entry that has its own. */
export function ownTags(tags: readonly TagView[]): string {
  return `${editLabels.tags}: ${tags.map(({ name }) => name).join(', ') || 'none'}`;
}

/** `9 min`, `1:20`, `40 s`: a length that stands in a sentence. */
export function shortLength(seconds: number): string {
  return seconds < 60 || seconds >= 3600
    ? duration(seconds)
    : styled(seconds, () => `${Math.floor(seconds / 60)} min`);
}

/** `Overlaps “X” by 12 min, the running timer by 40 s.` */
export function overlapWarning(
  overlaps: readonly { readonly name: string; readonly seconds: number }[],
): string {
  const each = overlaps.map(({ name, seconds }) => `${name} by ${shortLength(seconds)}`);
  return `Overlaps ${each.join(', ')}.`;
}

const problems: Readonly<Record<SpanProblem, string>> = {
  'unreadable-time': 'Write a time such as 9:15.',
  'unreadable-length': 'Write a length such as 1:30, 90 (minutes) or 1,5h.',
  'end-before-start': 'The end is before the start. For the next day, write +1 behind it.',
  'no-length': 'The entry would have no length.',
  'ends-in-future': 'The end lies in the future. For work that goes on, start the timer.',
  'too-long': 'That is longer than 31 days.',
};

export function spanProblem(kind: SpanProblem): string {
  return problems[kind];
}

export function peculiarTime(text: string, kind: 'skipped' | Pass): string {
  switch (kind) {
    case 'skipped':
      return `The clocks skip ${text} that night; the time after the step is meant.`;
    case 'first':
      return `${text} comes twice that night; the first is meant. For the second, write 2nd behind it.`;
    case 'second':
      return `${text} comes twice that night; the second is meant. For the first, write 1st behind it.`;
  }
}

const day = dateFormat({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});

/** `Tue, 24 Nov 9:15`, in the locale's order. */
export function dateAndTime(at: Instant, hours: Hours): string {
  return `${day.format(at)} ${clockTime(at, hours)}`;
}

function sameDay(a: number, b: number): boolean {
  return dateField(a) === dateField(b);
}

/** `13:00:40`, where there are seconds: beside fields that have them, less would not add up. */
function exactTime(at: Instant, hours: Hours): string {
  const seconds = onWall(at).getUTCSeconds();
  const mark = passMark(at);
  const clock = clockTime(at, hours);
  if (seconds === 0) return clock + mark;
  return clock.replace(/\d{2}(?!.*\d)/, (minutes) => `${minutes}:${twoDigits(seconds)}`) + mark;
}

/** `9:15 – 10:00, 0:45`; with its date where it is not on the day that is shown, with seconds where there are some. */
export function spanPreview({ startAt, endAt }: Span, dayAt: Instant, hours: Hours): string {
  const seconds = Math.round((endAt - startAt) / 1000);
  const length = formatDuration(seconds);
  const isFull = onWall(startAt).getUTCSeconds() === 0 && onWall(endAt).getUTCSeconds() === 0;
  if (isFull && sameDay(startAt, dayAt) && sameDay(endAt, dayAt)) {
    return `${span(startAt, seconds, hours)}, ${length}`;
  }
  const [start, end] = [startAt, endAt].map((at) =>
    sameDay(at, dayAt) ? exactTime(at, hours) : `${day.format(at)} ${exactTime(at, hours)}`,
  );
  return `${start ?? ''} – ${end ?? ''}, ${length}`;
}

/** `9:00 – 9:30, then 9:30 – 10:00`: what a split makes of an entry. */
export function splitPreview(
  [startAt, at, endAt]: readonly [Instant, Instant, Instant],
  hours: Hours,
): string {
  const part = (from: Instant, to: Instant) => span(from, (to - from) / 1000, hours);
  return `${part(startAt, at)}, then ${part(at, endAt)}`;
}

/** `1:30 later`, `5 min earlier`: how a shift is read. */
export function shiftPreview(seconds: number): string {
  return `${shortLength(Math.abs(seconds))} ${seconds < 0 ? 'earlier' : 'later'}`;
}
