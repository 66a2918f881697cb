import type { EntryView, Instant, RangeView, Seconds, Snapshot } from '#contract';
import { screen } from '@testing-library/svelte';
import { fakeMain, openPopup, type OpenPopup } from './open-popup.ts';
import { at, entry, migration, review, snapshot } from './snapshots.ts';

const HOUR = 3_600_000;

/** Of a year, newest first, an hour between each two. */
export function yearOf(count: number): readonly EntryView[] {
  return Array.from({ length: count }, (_, index) =>
    entry(
      { state: 'delivered' },
      {
        id: `entry-${index}`,
        task: { ...(index % 2 === 0 ? review : migration), name: `Work ${index}` },
        startAt: (at('12:00:00') - index * HOUR) as Instant,
        seconds: 1800 as Seconds,
      },
    ),
  );
}

const march: RangeView = {
  startAt: Date.parse('2026-03-01') as Instant,
  endAt: Date.parse('2026-04-01') as Instant,
  count: 0,
  trackedSeconds: 0 as Seconds,
  readAt: at('14:43:00'),
  nextPage: 1,
};

/** What is shown is a month. */
export function inRange(range: Partial<RangeView>, changes: Partial<Snapshot> = {}): Snapshot {
  return snapshot({ shown: { kind: 'range', range: { ...march, ...range } }, ...changes });
}

/** A popup that shows these entries of a month. */
export async function openRange(
  entries: readonly EntryView[],
  changes: Partial<Snapshot> = {},
): Promise<OpenPopup> {
  const main = fakeMain(undefined, entries);
  const shown = inRange({ count: entries.length, trackedSeconds: 0 as Seconds }, changes);
  const opened = await openPopup(shown, main);
  if (entries.length > 0) await screen.findByText('Work 0');
  return opened;
}
