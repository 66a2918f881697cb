import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Instant, Region } from '#contract';
import { writeAs } from '../../../src-renderer/time/date-and-number-formats.ts';
import { found } from '../../../src-renderer/words/views/find-and-export-words.ts';
import { openPopup } from '../support/open-popup.ts';
import { at, DAY, day, snapshot } from '../support/snapshots.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: at('14:55:07'), toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

const german: Region = { words: 'en-DE', dateField: 'de-DE', numbers: 'de-DE', ofAccount: false };
const american: Region = { ...german, words: 'en-US', dateField: 'en-US', numbers: 'en-US' };

const lastYear = (region: Region) => {
  const startAt = at('00:00:00') - 365 * DAY;
  const span = { startAt: startAt as Instant, endAt: (startAt + DAY) as Instant };
  return snapshot({ region, shown: { kind: 'day', day: { ...day([]), ...span } } });
};

const headings = () => screen.getAllByRole('heading').map((each) => each.textContent);

test('Dates and the field for one are written as the region has them, and anew where that changes', async () => {
  const { main } = await openPopup(lastYear(german));
  expect(headings()).toContain('2 Mar 2025');
  expect(screen.getByLabelText('Date').lang).toBe('de-DE');
  await main.push(lastYear(american));
  expect(headings()).toContain('Mar 2, 2025');
  expect(screen.getByLabelText('Date').lang).toBe('en-US');
});

test('Numbers are written as the region has them', () => {
  writeAs(german);
  expect(found(1243, 6_525_000)).toBe('1.243 entries, 1.812 h 30 min');
  writeAs(american);
  expect(found(1243, 6_525_000)).toBe('1,243 entries, 1,812 h 30 min');
});
