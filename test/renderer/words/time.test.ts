import { expect, test } from 'vitest';
import {
  clockTime,
  duration,
  elapsed,
  sessions,
  span,
  total,
} from '../../../src-renderer/words/time.ts';
import { at } from '../snapshots.ts';

test('The time of day has 24 hours', () => {
  expect(clockTime(at('13:31:59'))).toBe('13:31');
  expect(clockTime(at('00:05:00'))).toBe('00:05');
  expect(span(at('23:40:00'), 2520)).toBe('23:40 – 00:22');
});

test('Elapsed time always has seconds, and hours without a limit', () => {
  expect([0, 59, 3600, 5047, 360_000].map(elapsed)).toEqual([
    '0:00:00',
    '0:00:59',
    '1:00:00',
    '1:24:07',
    '100:00:00',
  ]);
});

test('A length has hours and minutes, and seconds only below a minute', () => {
  expect([0, 59, 60, 2520, 36_060].map(duration)).toEqual(['0 s', '59 s', '0:01', '0:42', '10:01']);
});

test("A day's total is in hours and minutes", () => {
  expect([0, 3599, 3600, 20_520].map(total)).toEqual([
    '0 min',
    '59 min',
    '1 h 0 min',
    '5 h 42 min',
  ]);
});

test('Sessions are counted in good English', () => {
  expect([1, 2].map(sessions)).toEqual(['1 session', '2 sessions']);
});
