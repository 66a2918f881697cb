import { expect, test } from 'vitest';
import type { Instant } from '#contract';
import {
  nameOf,
  rangeBetween,
  type RangeName,
  rangeNames,
  rangeOf,
} from '../../../src-renderer/time/named-ranges.ts';
import { dateField } from '../../../src-renderer/time/wall-clock.ts';

/** The beginning of a day, where this runs. */
const midnight = (date: string) => Date.parse(`${date}T00:00`) as Instant;
const monday = { now: Date.parse('2026-03-02T14:55:07') as Instant, weekStartsOn: 1 };

test.for<readonly [RangeName, string, string]>([
  ['this-week', '2026-03-02', '2026-03-09'],
  ['last-week', '2026-02-23', '2026-03-02'],
  ['this-month', '2026-03-01', '2026-04-01'],
  ['last-month', '2026-02-01', '2026-03-01'],
  ['this-year', '2026-01-01', '2027-01-01'],
  ['last-12-months', '2025-03-03', '2026-03-03'],
])('%s is from %s to before %s', ([name, from, to]) => {
  expect(rangeOf(name, monday)).toEqual({ fromAt: midnight(from), toAt: midnight(to) });
});

test.for([
  [0, '2026-03-01'],
  [1, '2026-03-02'],
  [2, '2026-02-24'],
  [6, '2026-02-28'],
] as const)('A week that begins on weekday %i holds the day', ([weekStartsOn, from]) => {
  const { fromAt } = rangeOf('this-week', { ...monday, weekStartsOn });
  expect(fromAt).toBe(midnight(from));
});

test('A range is known by its name while it is that range', () => {
  for (const name of rangeNames) {
    const { fromAt, toAt } = rangeOf(name, monday);
    expect(nameOf({ startAt: fromAt as Instant, endAt: toAt as Instant }, monday)).toBe(name);
  }
  const own = { startAt: midnight('2026-03-01'), endAt: midnight('2026-03-02') };
  expect(nameOf(own, monday)).toBeUndefined();
});

test('Two days of date fields hold both days', () => {
  const range = rangeBetween('2026-02-28', '2026-03-01');
  expect(range).toEqual({ fromAt: midnight('2026-02-28'), toAt: midnight('2026-03-02') });
  expect(dateField(range?.fromAt ?? 0)).toBe('2026-02-28');
  expect(dateField((range?.toAt ?? 0) - 1)).toBe('2026-03-01');
});

test('An emptied field and days in the wrong order make no range', () => {
  expect(rangeBetween('', '2026-03-01')).toBeUndefined();
  expect(rangeBetween('2026-03-01', '')).toBeUndefined();
  expect(rangeBetween('2026-03-02', '2026-03-01')).toBeUndefined();
});
