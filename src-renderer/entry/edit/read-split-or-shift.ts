import type { Command, EntryView, Instant } from '#contract';
import {
  shiftPreview,
  shortLabels,
  spanProblem,
  splitPreview,
} from '../../words/entry/edit-form-words.ts';
import { idsOf } from '../effect-of-entry-action.ts';
import { parseShift } from '../../typed/typed-duration.ts';
import { parseTime } from '../../typed/typed-time.ts';
import { endTime, formatEnd } from '../../typed/typed-end-over-midnight.ts';
import type { Hours } from '../../time/hour-format.ts';
import { endOf } from '../../time/start-plus-length.ts';

/** What a short form asks for, or why it asks for nothing. */
export type SplitOrShift =
  | {
      readonly command: Command;
      /** How the text is read. */
      readonly says?: string;
    }
  | { readonly problem: string };

type ClockScene = { readonly dayAt: Instant; readonly hours: Hours };

const MINUTE = 60_000;

function middle({ startAt, seconds }: EntryView): Instant {
  const at = startAt + Math.floor(seconds / 2) * 1000;
  const minute = Math.floor(at / MINUTE) * MINUTE;
  return (minute > startAt ? minute : at) as Instant;
}

/** The middle of the entry, at a full minute where one is inside. */
export function middleOf(entry: EntryView, { dayAt, hours }: ClockScene): string {
  return formatEnd(dayAt, { startAt: entry.startAt, endAt: middle(entry) }, hours);
}

export function readSplit(
  entry: EntryView,
  text: string,
  { dayAt, hours }: ClockScene,
): SplitOrShift {
  const time = parseTime(text);
  if (time === undefined) return { problem: spanProblem('unreadable-time') };
  const { startAt } = entry;
  const inside = { startAt, nearAt: middle(entry), latestAt: endOf(entry) - 1 };
  const { at } = endTime(time, { dayAt, hours, ...inside });
  if (at <= entry.startAt || at >= endOf(entry)) return { problem: shortLabels.outside };
  return {
    command: { type: 'entry/split', entryId: entry.id, at },
    says: splitPreview([startAt, at, endOf(entry)], hours),
  };
}

export function readShift(
  entries: readonly EntryView[],
  text: string,
  nowAt: Instant,
): SplitOrShift {
  const seconds = parseShift(text);
  if (seconds === undefined || seconds === 0) return { problem: shortLabels.unreadableShift };
  const latest = Math.max(...entries.map((entry) => endOf(entry)));
  if (seconds > 0 && latest + seconds * 1000 > nowAt) {
    return { problem: spanProblem('ends-in-future') };
  }
  return {
    command: { type: 'entries/shift', entryIds: idsOf(entries), seconds },
    says: shiftPreview(seconds),
  };
}
