import type { Instant, Span } from '#contract';
import { clockTime, duration, type Hours } from './time.ts';

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

/** `9 min`, `1:20`, `40 s`: a length that stands in a sentence. */
export function shortLength(seconds: number): string {
  return seconds < 60 || seconds >= 3600 ? duration(seconds) : `${Math.floor(seconds / 60)} min`;
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
    : `The clocks skip ${text} that night; the time after the step is meant.`;
}

const day = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});

/** `Tue, 24 Nov 9:15`, in the locale's order. */
export function dateAndTime(at: Instant, hours: Hours): string {
  return `${day.format(at)} ${clockTime(at, hours)}`;
}

function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

/** `9:15 – 10:00, 0:45`; with its date where it is not on the day that is shown. */
export function spanPreview({ startAt, endAt }: Span, dayAt: Instant, hours: Hours): string {
  const [start, end] = [startAt, endAt].map((at) =>
    sameDay(at, dayAt) ? clockTime(at, hours) : dateAndTime(at, hours),
  );
  return `${start ?? ''} – ${end ?? ''}, ${duration((endAt - startAt) / 1000)}`;
}
