import type { Command, EntryView, Instant } from '#contract';
import { shortLabels, spanProblem } from '../words/editing.ts';
import type { Hours } from '../words/time.ts';
import { endOf } from './day-rows.ts';
import { idsOf } from './entry-deeds.ts';
import { parseShift } from './typed-duration.ts';
import { endTime, formatEnd, parseTime } from './typed-time.ts';

/** What a short form asks for, or why it asks for nothing. */
export type Asked = { readonly command: Command } | { readonly problem: string };

type ClockScene = { readonly dayAt: Instant; readonly hours: Hours };

const MINUTE = 60_000;

/** The middle of the entry, at a full minute where one is inside. */
export function middleOf(entry: EntryView, { dayAt, hours }: ClockScene): string {
  const middle = entry.startAt + Math.floor(entry.seconds / 2) * 1000;
  const minute = Math.floor(middle / MINUTE) * MINUTE;
  const endAt = (minute > entry.startAt ? minute : middle) as Instant;
  return formatEnd(dayAt, { startAt: entry.startAt, endAt }, hours);
}

export function readSplit(entry: EntryView, text: string, { dayAt, hours }: ClockScene): Asked {
  const time = parseTime(text);
  if (time === undefined) return { problem: spanProblem('unreadable-time') };
  const { at } = endTime(dayAt, entry.startAt, time, hours);
  if (at <= entry.startAt || at >= endOf(entry)) return { problem: shortLabels.outside };
  return { command: { type: 'entry/split', entryId: entry.id, at } };
}

export function readShift(entries: readonly EntryView[], text: string, nowAt: Instant): Asked {
  const seconds = parseShift(text);
  if (seconds === undefined || seconds === 0) return { problem: shortLabels.unreadableShift };
  const latest = Math.max(...entries.map((entry) => endOf(entry)));
  if (seconds > 0 && latest + seconds * 1000 > nowAt) {
    return { problem: spanProblem('ends-in-future') };
  }
  return { command: { type: 'entries/shift', entryIds: idsOf(entries), seconds } };
}
