import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { createClock } from '../../../src-main/adapters/clock/wall-clock.ts';
import { weekOf } from '../../../src-main/domain/day/days-of-week.ts';

const HOUR = 3_600_000;

function week(zone: string, iso: string, weekStartsOn: number) {
  const clock = createClock(zone);
  const dayOf = (at: Instant) => clock.dayOf(at);
  const weekdayOf = (at: Instant) => clock.weekdayOf(at);
  const days = weekOf(dayOf, weekdayOf, Date.parse(iso) as Instant, weekStartsOn);
  const hours = days.map(({ startAt, endAt }) => (endAt - startAt) / HOUR);
  const joined = days.every(({ endAt }, day) => endAt === (days[day + 1]?.startAt ?? endAt));
  return { days, hours, joined, weekdays: days.map(({ startAt }) => weekdayOf(startAt)) };
}

it.each([
  ['Europe/Berlin', '2026-03-29T12:00:00Z', 1, [24, 24, 24, 24, 24, 24, 23]],
  ['Europe/Berlin', '2026-10-25T12:00:00Z', 0, [25, 24, 24, 24, 24, 24, 24]],
  ['America/St_Johns', '2026-11-01T12:00:00Z', 6, [24, 25, 24, 24, 24, 24, 24]],
  ['Asia/Kathmandu', '2026-11-25T12:00:00Z', 1, [24, 24, 24, 24, 24, 24, 24]],
])('has seven days without a hole in %s, the clocks changing or not', (zone, iso, first, hours) => {
  const found = week(zone, iso, first);
  expect(found).toMatchObject({ hours, joined: true });
  expect(found.weekdays).toEqual([0, 1, 2, 3, 4, 5, 6].map((day) => (first + day) % 7));
});

it.each([0, 1, 2, 3, 4, 5, 6])(
  'finds the same week from each of its days, beginning with %s',
  (first) => {
    const { days } = week('Europe/Berlin', '2026-11-25T12:00:00Z', first);
    for (const { startAt, endAt } of days) {
      for (const at of [startAt, endAt - 1]) {
        const iso = new Date(at).toISOString();
        expect(week('Europe/Berlin', iso, first).days).toEqual(days);
      }
    }
  },
);

it('leaves the place of the Friday that Samoa skipped empty, wherever the week begins', () => {
  const monday = week('Pacific/Apia', '2011-12-31T12:00:00+14:00', 1);
  expect(monday).toMatchObject({ hours: [24, 24, 24, 24, 0, 24, 24], joined: true });
  const friday = week('Pacific/Apia', '2012-01-02T12:00:00+14:00', 5);
  expect(friday).toMatchObject({ hours: [0, 24, 24, 24, 24, 24, 24], joined: true });
  const saturday = week('Pacific/Apia', '2011-12-29T12:00:00-10:00', 6);
  expect(saturday).toMatchObject({ hours: [24, 24, 24, 24, 24, 24, 0], joined: true });
});
