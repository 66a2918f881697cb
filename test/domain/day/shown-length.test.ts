import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Instant, type Seconds, shownSeconds } from '#contract';
import { createClock } from '../../../src-main/adapters/clock/wall-clock.ts';
import { overlapsOf } from '../../../src-main/domain/day/overlaps.ts';
import {
  breakSeconds,
  projectTotals,
} from '../../../src-main/domain/day/break-and-project-totals.ts';
import { trackedSeconds } from '../../../src-main/domain/day/tracked-total.ts';
import { occupiedSpanOf } from '../../../src-main/domain/day/occupied-span.ts';
import { at, delivered, entry } from '../../support/values.ts';

const MINUTE = 60_000;
const whole = fc.record({
  start: fc.integer({ min: -3 * 3600, max: 30 * 3600 }),
  length: fc.integer({ min: 1, max: 6 * 3600 }),
});
const many = fc.array(whole, { maxLength: 6 });

const made = (spans: readonly { readonly start: number; readonly length: number }[]) => {
  const { startAt } = createClock().dayOf(at('12:00'));
  return spans.map(({ start, length }, index) =>
    entry(`e${index}`, delivered(index), {
      startAt: (startAt + start * 1000) as Instant,
      seconds: length as Seconds,
    }),
  );
};

it('sums what is shown: the day, its projects and its breaks', () => {
  const day = createClock().dayOf(at('12:00'));
  fc.assert(
    fc.property(many, (spans) => {
      const entries = made(spans);
      const shown = entries.reduce((sum, { startAt, seconds }) => {
        const part = {
          startAt: Math.max(startAt, day.startAt) as Instant,
          endAt: Math.min(startAt + seconds * 1000, day.endAt) as Instant,
        };
        return sum + (part.endAt > part.startAt ? shownSeconds(part) : 0);
      }, 0);
      expect(trackedSeconds(entries, day)).toBe(shown);
      const projects = projectTotals(entries, day);
      expect(projects.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(shown);
      const breaks = entries.map((each) => ({ ...each, type: 'break' as const }));
      expect(breakSeconds(breaks, day)).toBe(shown);
    }),
  );
});

it('divides an entry over midnight so that the parts make the whole', () => {
  const day = createClock().dayOf(at('12:00'));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7200 }),
      fc.integer({ min: 1, max: 7200 }),
      (early, late) => {
        const [startAt, endAt] = [day.endAt - early * 1000, day.endAt + late * 1000] as Instant[];
        const spans = [
          { startAt: startAt!, endAt: day.endAt },
          { startAt: day.endAt, endAt: endAt! },
        ];
        const minutes = spans.reduce((sum, part) => sum + Math.floor(shownSeconds(part) / 60), 0);
        expect(minutes * 60).toBe(shownSeconds({ startAt: startAt!, endAt: endAt! }));
      },
    ),
  );
});

it('tells an overlap from a minute on', () => {
  const day = createClock().dayOf(at('12:00'));
  const pair = (shared: number) =>
    overlapsOf(
      made([
        { start: 36_000, length: 3600 + shared },
        { start: 39_600, length: 600 },
      ]).map(occupiedSpanOf),
      day,
    ).map(({ startAt, endAt }) => (endAt - startAt) / MINUTE);
  expect([pair(0), pair(59), pair(60), pair(90)]).toEqual([[], [], [1], [1.5]]);
});
