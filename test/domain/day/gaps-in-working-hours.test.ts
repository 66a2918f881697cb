import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { createClock } from '../../../src-main/adapters/clock/wall-clock.ts';
import { gapsInWorkingHours } from '../../../src-main/domain/day/gaps-in-working-hours.ts';
import { span, textOf } from '../../support/core/occupied-spans.ts';
import { at } from '../../support/values.ts';

const timeOfDay = (minutes: number) => (at('00:00') + minutes * 60_000) as Instant;
const hours = (from: number, to: number) => ({ from: from * 60, to: to * 60 });

const kept = (gaps: readonly string[], from?: number, to?: number) =>
  gapsInWorkingHours(
    gaps.map((each) => span(each)),
    from === undefined || to === undefined ? undefined : hours(from, to),
    timeOfDay,
  ).map(textOf);

it.each([
  ['the night', '00:30-09:00', []],
  ['an evening that went on into the night', '17:00-22:30', []],
  ['a short break in the night', '01:00-04:59', ['01:00-04:59']],
  ['a whole working day', '06:00-22:00', ['06:00-22:00']],
])('without working hours: %s', (_what, gap, left) => {
  expect(kept([gap])).toEqual(left);
});

it('with working hours, cuts off what lies outside, to the minute', () => {
  expect(kept(['00:30-09:30', '12:00-12:30', '16:00-19:00', '20:00-21:00'], 9, 17)).toEqual([
    '09:00-09:30',
    '12:00-12:30',
    '16:00-17:00',
  ]);
  expect(kept(['08:00-09:00:59'], 9, 17)).toEqual([]);
  expect(kept(['08:00-09:01'], 9, 17)).toEqual(['09:00-09:01']);
});

it('takes hours over midnight for what they are', () => {
  expect(kept(['01:00-03:00', '05:00-23:00'], 22, 6)).toEqual([
    '01:00-03:00',
    '05:00-06:00',
    '22:00-23:00',
  ]);
  expect(kept(['01:00-23:00'], 8, 8)).toEqual(['01:00-08:00', '08:00-23:00']);
});

it.each([
  ['Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-29T07:00:00.000Z'],
  ['Europe/Berlin', '2026-10-25T12:00:00Z', '2026-10-25T08:00:00.000Z'],
  ['Europe/Berlin', '2026-11-24T12:00:00Z', '2026-11-24T08:00:00.000Z'],
  ['America/St_Johns', '2026-11-24T12:00:00Z', '2026-11-24T12:30:00.000Z'],
])('nine o’clock is nine o’clock in %s on %s', (zone, now, nine) => {
  const clock = createClock(zone);
  const day = clock.dayOf(Date.parse(now) as Instant);
  expect(new Date(clock.timeOfDay(day.startAt, 540)).toISOString()).toBe(nine);
  expect(clock.timeOfDay(day.startAt, 24 * 60)).toBe(day.endAt);
});
