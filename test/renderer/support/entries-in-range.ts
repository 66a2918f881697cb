import type { EntryView, Instant, RangeView, Seconds, Snapshot } from '#contract';
import { screen } from '@testing-library/svelte';
import { fakeMain, type FakeMain, openPopup, type OpenPopup } from './open-popup.ts';
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
  filter: {},
  task: undefined,
  statuses: [
    { id: 3, name: 'Done' },
    { id: 1, name: 'Todo' },
  ],
};

/** What is shown is a month. */
export function inRange(range: Partial<RangeView>, changes: Partial<Snapshot> = {}): Snapshot {
  return snapshot({ shown: { kind: 'range', range: { ...march, ...range } }, ...changes });
}

/** A popup that shows these entries of a month. */
export async function openRange(
  entries: readonly EntryView[],
  changes: Partial<Snapshot> = {},
  main = fakeMain(undefined, entries),
): Promise<OpenPopup> {
  const shown = inRange({ count: entries.length, trackedSeconds: 0 as Seconds }, changes);
  const opened = await openPopup(shown, main);
  if (entries.length > 0) await screen.findByText('Work 0');
  return opened;
}

export type SlowMain = {
  readonly main: FakeMain;
  /** From now on look-ups wait for their answer. */
  readonly hold: () => void;
  /** How many wait. */
  readonly waiting: () => number;
  /** Lets the one that waits longest have its answer. */
  readonly answer: () => void;
};

/** A main that takes its time over look-ups of entries. */
export function slowMain(entries: readonly EntryView[]): SlowMain {
  const main = fakeMain(undefined, entries);
  const held: (() => void)[] = [];
  let holding = false;
  const bridge: typeof main.bridge = {
    ...main.bridge,
    search: async (search) => {
      if (holding) await new Promise<void>((resolve) => held.push(resolve));
      return main.bridge.search(search);
    },
  };
  return {
    main: { ...main, bridge },
    hold: () => {
      holding = true;
    },
    waiting: () => held.length,
    answer: () => held.shift()?.(),
  };
}
