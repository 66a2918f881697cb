import { screen, within } from '@testing-library/svelte';
import type { EntryView, Instant, OverlapView, Seconds, Snapshot, Span } from '#contract';
import { at, entry, migration, review, withEntries } from './snapshots.ts';

/** Rows of the list of entries as they stand in the popup: entries and gaps, newest first. */
export function rows(): readonly HTMLElement[] {
  const grid = screen.getByRole('grid', { name: 'Entries of the day' });
  return within(grid).getAllByRole('row');
}

/** From when to when, as it stands in each row of an entry. */
export function times(): readonly (string | undefined)[] {
  return [...document.querySelectorAll('.span')].map(({ textContent }) => textContent);
}

/** What has the focus, by the beginning of what a screen reader says. */
export function focused(): string {
  return document.activeElement?.getAttribute('aria-label')?.split(',')[0] ?? '';
}

export function focusRow(name: RegExp): HTMLElement {
  const row = rows().find((each) => name.test(each.getAttribute('aria-label') ?? ''));
  if (row === undefined) throw new Error(`no row is called ${String(name)}`);
  row.focus();
  return row;
}

function minutes(count: number): Seconds {
  return (count * 60) as Seconds;
}

const sent = { state: 'delivered' } as const;

/** 9:00 – 10:00, 30 minutes of nothing, 10:30 – 11:00 and 11:00 – 11:30, seen at 14:55. */
export const morning: readonly [EntryView, EntryView, EntryView] = [
  entry(sent, {
    id: 'mail',
    task: undefined,
    description: 'E-mail',
    startAt: at('11:00:00'),
    seconds: minutes(30),
  }),
  entry(sent, { id: 'review', task: review, startAt: at('10:30:00'), seconds: minutes(30) }),
  entry(sent, {
    id: 'dry-run',
    task: migration,
    description: 'second rehearsal',
    startAt: at('09:00:00'),
    seconds: minutes(60),
  }),
];

export const gap: Span = { startAt: at('10:00:00'), endAt: at('10:30:00') };

/** A day with these entries; what else is different on it stands in `day`. */
export function dayOf(
  entries: readonly EntryView[],
  day: Partial<Snapshot['today']> = {},
  changes: Partial<Snapshot> = {},
): Snapshot {
  const base = withEntries(entries, changes);
  return { ...base, today: { ...base.today, ...day } };
}

export function morningDay(changes: Partial<Snapshot> = {}): Snapshot {
  return dayOf(morning, { gaps: [gap] }, changes);
}

export function overlap(earlierId: string, laterId: string, span: [string, string]): OverlapView {
  return { earlierId, laterId, startAt: at(span[0]), endAt: at(span[1]) };
}

/** The same morning with the review begun twenty minutes too early. */
export function overlappingDay(): Snapshot {
  const [mail, , dryRun] = morning;
  const early = entry(sent, {
    id: 'review',
    task: review,
    startAt: at('09:40:00'),
    seconds: minutes(80),
  });
  return dayOf([mail, early, dryRun], {
    overlaps: [overlap('dry-run', 'review', ['09:40:00', '10:00:00'])],
  });
}

export function later(instant: Instant, seconds: number): Instant {
  return (instant + seconds * 1000) as Instant;
}
