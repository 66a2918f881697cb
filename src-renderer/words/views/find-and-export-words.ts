import type { Instant, Outcome } from '#contract';
import { dateFormat, numberFormat } from '../../time/date-and-number-formats.ts';
import type { RangeName } from '../../time/named-ranges.ts';
import { clockTime } from '../time/times-and-lengths.ts';
import type { Hours } from '../../time/hour-format.ts';

type Exported = Extract<Outcome, { exported: unknown }>['exported'];

export const findLabels = {
  title: 'Find entries',
  range: 'Time range',
  own: 'From … to …',
  from: 'From',
  to: 'To',
  backwards: 'The first day lies after the last.',
  search: 'Search entries',
  searchPlaceholder: 'Task, project, client or description',
  list: 'Entries',
  empty: 'No entries here.',
  emptyHint: 'Read them from Toggl Focus, or choose another time range.',
  export: 'Export CSV',
  exporting: 'Exporting…',
  close: 'Close',
  readAll: 'Read all',
  archived: 'Read archived',
  neverRead: 'not read from Toggl Focus yet',
  byPages: 'read by pages',
  exportCancelled: 'No file was written.',
};

export const rangeWords: Readonly<Record<RangeName, string>> = {
  'this-week': 'This week',
  'last-week': 'Last week',
  'this-month': 'This month',
  'last-month': 'Last month',
  'this-year': 'This year',
  'last-12-months': 'Last 12 months',
};

const whole = numberFormat();

/** `1 entry`, `1,243 entries`. */
export function entries(count: number): string {
  return count === 1 ? '1 entry' : `${whole.format(count)} entries`;
}

/** `1,243 entries, 1,812 h 30 min`. */
export function found(count: number, trackedSeconds: number): string {
  const minutes = Math.floor(trackedSeconds / 60);
  const hours = Math.floor(minutes / 60);
  const length = hours === 0 ? `${minutes} min` : `${whole.format(hours)} h ${minutes % 60} min`;
  return `${entries(count)}, ${length}`;
}

export function nothingFoundFor(text: string): string {
  return `No entry here matches “${text}”.`;
}

/** The button for the next hundred; pages count from 1. */
export function readPage(page: number): string {
  return page === 1 ? 'Read 100 from Toggl' : `Next 100 (page ${page})`;
}

const dayOfWeek = dateFormat({ weekday: 'short' });
const dayAndMonth = dateFormat({ day: 'numeric', month: 'short' });
const wholeDate = dateFormat({ dateStyle: 'medium' });

/** `Mon` and `2 Mar`: the day of a row. */
export function rowDay(at: Instant): readonly [weekday: string, day: string] {
  return [dayOfWeek.format(at), dayAndMonth.format(at)];
}

/** `read 12 min ago`; `now` no earlier than what was read, whole or by pages that were begun. */
export function readAgo(readAt: Instant | undefined, now: number, begun: boolean): string {
  if (readAt === undefined) return begun ? findLabels.byPages : findLabels.neverRead;
  return `read ${ago(now - readAt)}`;
}

/** `just now`, `12 min ago`, `5 h ago`, `3 days ago` for milliseconds. */
export function ago(elapsed: number): string {
  const minutes = Math.floor(elapsed / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ago`;
  return `${Math.floor(hours / 24)} days ago`;
}

/** What an export has to tell; `readAt` is when the entries were last read, should they not be fresh. */
export function exportedWords(
  { file, entries: count, fresh }: Exported,
  readAt: Instant | undefined,
  hours: Hours,
): string {
  if (file === undefined) return findLabels.exportCancelled;
  return `${entries(count)} written to ${file}, ${freshness(fresh, readAt, hours)}.`;
}

function freshness(fresh: boolean, readAt: Instant | undefined, hours: Hours): string {
  if (fresh) return 'read from Toggl Focus just now';
  if (readAt === undefined) return 'as far as they are known on this computer';
  return `as they stood on ${wholeDate.format(readAt)} at ${clockTime(readAt, hours)}`;
}
