import {
  type DayView,
  type EntryView,
  type GapsFrom,
  type Instant,
  type OverlapView,
  shownSeconds,
  type Span,
  type TimerView,
} from '#contract';
import { entryName } from '../words/entry/entry-names.ts';
import { runningTimer } from '../words/entry/list-words.ts';
import { partsElsewhere } from '../words/time/part-on-another-day.ts';
import { endOf } from '../time/start-plus-length.ts';
import { isShortGap } from './short-gap.ts';

export type EntryRowOfDay = {
  readonly kind: 'entry';
  readonly key: string;
  readonly entry: EntryView;
  /** What of it does not count on the day that lists it, in words. */
  readonly part: string | undefined;
  /** In which the entry has a part; those told at this row first. */
  readonly overlaps: readonly OverlapView[];
  /** An overlap is told once, at the later of the two; the running timer has no row. */
  readonly shownOverlaps: readonly OverlapView[];
};

export type GapRowOfDay = {
  readonly kind: 'gap';
  readonly key: string;
  readonly gap: Span;
  /** The last to end before the gap: what it was about fills the gap, unless it was a break. */
  readonly before: EntryView | undefined;
  /** No more than a line, over which the entry before it is extended. */
  readonly short: boolean;
};

export type DayRow = EntryRowOfDay | GapRowOfDay;

/** What may share time with an entry: another one, or the running timer. */
export type Neighbour = Span & { readonly id: string; readonly name: string };

/** Entries newest first, each gap between the entries around it. */
export function rowsOf(day: DayView, today: Span, gapsFrom: GapsFrom): readonly DayRow[] {
  const rows = entryRows(day, today);
  const latestEndFirst = day.entries.toSorted((one, other) => endOf(other) - endOf(one));
  for (const gap of day.gaps) {
    const before = latestEndFirst.find((entry) => endOf(entry) <= gap.startAt);
    const older = rows.findIndex((row) => startOf(row) < gap.startAt);
    rows.splice(older < 0 ? rows.length : older, 0, {
      kind: 'gap',
      key: gapKey(gap.startAt),
      gap,
      before,
      short: isShortGap(gap, before, gapsFrom),
    });
  }
  return rows;
}

export function gapKey(startAt: Instant): string {
  return `gap ${startAt}`;
}

function entryRows(day: DayView, today: Span): DayRow[] {
  const { entries, overlaps } = day;
  const shared = overlapsById(overlaps);
  const listed = new Set(entries.map(({ id }) => id));
  return entries.map((entry) => {
    const mine = shared.get(entry.id) ?? [];
    const shownOverlaps = mine.filter(
      ({ laterId }) => laterId === entry.id || !listed.has(laterId),
    );
    const others = mine.filter((overlap) => !shownOverlaps.includes(overlap));
    return {
      kind: 'entry',
      key: entry.id,
      entry,
      part: partsElsewhere({ startAt: entry.startAt, endAt: endOf(entry) }, day, today),
      overlaps: [...shownOverlaps, ...others],
      shownOverlaps,
    };
  });
}

/** The longest, in seconds as they are shown; 0 where there is none. */
export function longestOverlap(overlaps: readonly OverlapView[]): number {
  return overlaps.reduce((most, overlap) => Math.max(most, shownSeconds(overlap)), 0);
}

function startOf(row: DayRow): Instant {
  return row.kind === 'entry' ? row.entry.startAt : row.gap.startAt;
}

function overlapsById(overlaps: readonly OverlapView[]): Map<string, OverlapView[]> {
  const byId = new Map<string, OverlapView[]>();
  for (const overlap of overlaps) {
    for (const id of [overlap.earlierId, overlap.laterId]) {
      byId.set(id, [...(byId.get(id) ?? []), overlap]);
    }
  }
  return byId;
}

/** All on the day that holds time, but for the entry with this id. The running timer reaches to now. */
export function neighboursOf(
  day: DayView,
  timer: TimerView,
  nowAt: Instant,
  exceptId: string | undefined,
): readonly Neighbour[] {
  const entries = day.entries
    .filter(({ id }) => id !== exceptId)
    .map((entry) => ({
      id: entry.id,
      name: `“${entryName(entry)}”`,
      startAt: entry.startAt,
      endAt: endOf(entry),
    }));
  if (timer.state === 'idle') return entries;
  return [...entries, { id: timer.id, name: runningTimer, startAt: timer.startAt, endAt: nowAt }];
}
