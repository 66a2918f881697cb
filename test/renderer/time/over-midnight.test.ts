import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EntryValues, Instant, Seconds, Snapshot } from '#contract';
import { partsElsewhere } from '../../../src-renderer/words/time/part-on-another-day.ts';
import { rows } from '../support/entry-rows.ts';
import { openPopup } from '../support/open-popup.ts';
import { at, DAY, day, entry, planned, running, snapshot } from '../support/snapshots.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: at('00:40:00') });
});

afterEach(() => {
  vi.useRealTimers();
});

const yesterday = (clock: string) => (at(clock) - DAY) as Instant;
const soon = (changes: Partial<Snapshot>) => snapshot({ at: at('00:40:00'), ...changes });
/** 1:45, of which 1:20 lie before midnight. */
const late = entry(
  { state: 'delivered' },
  { startAt: yesterday('22:40:00'), seconds: (105 * 60) as Seconds },
);

test('A row that is longer than its day says how much of it was yesterday', async () => {
  await openPopup(soon({ today: day([late], { trackedSeconds: 1500 as Seconds }) }));
  screen.getByRole('button', { name: '0:25 tracked' });
  const [row] = rows();
  expect(row?.textContent).toContain('1:45');
  expect(row?.textContent).toContain('1:20 of it yesterday');
  expect(row?.getAttribute('aria-label')).toContain('1:45, 1:20 of it yesterday, sent');
  screen.getByRole('button', { name: /22:40 – 00:25, 1 h 45 min, 1:20 of it yesterday$/ });
});

test.for([
  ['yesterday', 0, -2 * 3600, 3 * 3600, '2:00 of it yesterday'],
  ['tomorrow', 0, 22 * 3600, 3 * 3600, '1:00 of it tomorrow'],
  ['both', 0, -3600, 26 * 3600, '1:00 of it yesterday, 1:00 of it tomorrow'],
  ['several days', 0, -30 * 3600, 31 * 3600, '30:00 of it before'],
  ['another day', -1, -2 * 3600, 3 * 3600, '2:00 of it on Feb 28'],
  ['none', 0, 0, 86_400, undefined],
] as const)('What lies outside of the day is told with its day: %s', (row) => {
  const [, shown, from, length, words] = row;
  const [today, listed] = [day(), day([], {}, shown)];
  const startAt = (listed.startAt + from * 1000) as Instant;
  const whole = { startAt, endAt: (startAt + length * 1000) as Instant };
  expect(partsElsewhere(whole, listed, today)).toBe(words);
});

test('A timer of yesterday has its date', async () => {
  const timer = { ...running, startAt: yesterday('22:40:00') } as typeof running;
  await openPopup(soon({ timer }));
  screen.getByText('since Mar 1, 22:40');
  screen.getByRole('button', { name: /running since Mar 1, 22:40$/ });
});

test('While a timer runs nobody is told that nothing is tracked', async () => {
  const { main } = await openPopup(soon({ timer: running }));
  screen.getByText('Only the running timer so far.');
  expect(screen.queryByText('Nothing tracked yet today.')).toBeNull();
  await main.push(soon({ revision: 2 }));
  screen.getByText('Nothing tracked yet today.');
});

test('A day before the running timer has nothing of it', async () => {
  const shown = { kind: 'day', day: day([], {}, -1) } as const;
  const { main } = await openPopup(soon({ timer: running, shown }));
  screen.getByText('Nothing tracked on this day.');
  const timer = { ...running, startAt: yesterday('22:40:00') } as typeof running;
  await main.push(soon({ timer, shown }));
  screen.getByText('Only the running timer so far.');
});

test('The two sides of a conflict have a date where they are on different days', async () => {
  const { seconds, type, task, description } = late;
  const there: EntryValues = { startAt: at('22:40:00'), seconds, type, task, description };
  await openPopup(soon({ today: day([{ ...late, conflict: there }]) }));
  screen.getByText('22:40 – Mon, Mar 2 00:25, 1:45');
  screen.getByText('Mon, Mar 2 22:40 – Tue, Mar 3 00:25, 1:45');
});

test('What is planned into the next day says so', async () => {
  const plannedNow = planned({ startAt: at('00:00:00'), seconds: (25 * 3600) as Seconds });
  await openPopup(soon({ plannedNow }));
  screen.getByRole('button', { name: /planned now to Mar 3, 01:00/ });
});
