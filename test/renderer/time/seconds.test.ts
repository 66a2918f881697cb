import { screen } from '@testing-library/svelte';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Instant, type Seconds, shownSeconds } from '#contract';
import { spanPreview } from '../../../src-renderer/words/entry/edit-form-words.ts';
import { shortGap } from '../../../src-renderer/words/entry/list-words.ts';
import { planSum } from '../../../src-renderer/words/entry/plan-words.ts';
import { overlapSpoken } from '../../../src-renderer/words/entry/conflict-and-overlap-words.ts';
import { entryLength, span, total } from '../../../src-renderer/words/time/times-and-lengths.ts';
import { focusRow, rows } from '../support/entry-rows.ts';
import { openPopup } from '../support/open-popup.ts';
import { at, entry, planned, withEntries } from '../support/snapshots.ts';

const between = (from: string, to: string) => ({ startAt: at(from), endAt: at(to) });

test('An hour to the eye is an hour in words', async () => {
  const startAt = at('13:00:40');
  await openPopup(
    withEntries([entry({ state: 'delivered' }, { startAt, seconds: 3570 as Seconds })]),
  );
  expect(rows()[0]?.textContent).toContain('1:00');
  expect(rows()[0]?.textContent).toContain('13:00 – 14:00');
  screen.getByRole('row', { name: /13:00 – 14:00, 1:00/ });
});

test.for([
  ['13:00:40', '14:00:10', '1:00'],
  ['13:00:10', '14:00:50', '1:00'],
  ['13:00:59', '13:01:01', '0:01'],
  ['13:00:10', '13:00:50', '40 s'],
  ['13:00:00', '13:01:00', '0:01'],
] as const)('From %s to %s it is %s', ([from, to, words]) => {
  const { startAt, endAt } = between(from, to);
  expect(entryLength(startAt, (endAt - startAt) / 1000)).toBe(words);
});

test('Gaps and overlaps are as long as their ends show', () => {
  expect(shortGap(between('13:00:50', '13:02:00'))).toBe('2 min');
  expect(overlapSpoken('X', between('13:00:10', '13:01:50'))).toBe('Overlaps X by 1 min');
});

test('A form whose fields have seconds tells them, and the length to them', async () => {
  const startAt = at('13:00:40');
  vi.useFakeTimers({ toFake: ['Date'], now: at('14:55:00') });
  const { user } = await openPopup(
    withEntries([entry({ state: 'delivered' }, { startAt, seconds: 3570 as Seconds })]),
  );
  focusRow(/^Review/);
  await user.keyboard('e');
  screen.getByText('13:00:40 – 14:00:10, 0:59:30');
  vi.useRealTimers();
  const { endAt } = between('13:00:40', '14:00:10');
  expect(spanPreview({ startAt, endAt }, startAt, '12h')).toBe('1:00:40 PM – 2:00:10 PM, 0:59:30');
});

test('An overlap of some seconds, as a switch of tasks makes it, is not told in the form', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: at('14:55:00') });
  const first = entry(
    { state: 'delivered' },
    { id: 'first', startAt: at('10:00:00'), seconds: 3605 as Seconds },
  );
  const second = entry(
    { state: 'delivered' },
    { startAt: at('11:00:00'), seconds: 600 as Seconds },
  );
  const { user } = await openPopup(withEntries([second, first]));
  focusRow(/11:00/);
  await user.keyboard('e');
  expect(screen.queryByText(/^Overlaps/)).toBeNull();
  vi.useRealTimers();
});

const minutesOf = (clock: string) => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
};

test('Times and length agree to the eye, and the sum is that of what is shown', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 3 * 3600 }), { minLength: 1, maxLength: 8 });
  const starts = fc.integer({ min: at('05:00:00') / 1000, max: at('06:00:00') / 1000 });
  fc.assert(
    fc.property(starts, parts, (start, lengths) => {
      let startAt = (start * 1000) as Instant;
      const first = startAt;
      let sum = 0;
      for (const seconds of lengths.filter((_each, index) => index < 5)) {
        const endAt = (startAt + seconds * 1000) as Instant;
        const [from = '', to = ''] = span(startAt, seconds, '24h').split(' – ');
        const words = entryLength(startAt, seconds);
        const eye = (minutesOf(to) - minutesOf(from) + 1440) % 1440;
        expect(words.endsWith(' s') ? 0 : minutesOf(words)).toBe(eye);
        sum += eye;
        startAt = endAt;
      }
      const whole = shownSeconds({ startAt: first, endAt: startAt });
      expect(total(sum * 60)).toBe(total(whole < 60 ? 0 : whole));
    }),
  );
});

test('It is an hour in the timeline and in a plan, too', async () => {
  const startAt = at('13:00:40');
  const seconds = 3570 as Seconds;
  await openPopup(withEntries([entry({ state: 'delivered' }, { startAt, seconds })]));
  screen.getByRole('button', { name: /, 13:00 – 14:00, 1 h 0 min$/ });
  expect(planSum([planned({ startAt, seconds })])).toBe('Planned 1 h 0 min');
  expect(planSum([planned({ startAt: undefined, seconds })])).toBe('Planned 59 min');
});
