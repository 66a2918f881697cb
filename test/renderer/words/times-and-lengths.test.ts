import { expect, test } from 'vitest';
import {
  clockTime,
  duration,
  elapsed,
  sessions,
  span,
  total,
} from '../../../src-renderer/words/time/times-and-lengths.ts';
import { at } from '../support/snapshots.ts';

/** A space is a space, whichever of them the language puts before AM and PM. */
const plain = (text: string) => text.replace(/\s/g, ' ');

test('The time of day has 24 hours where the account says so', () => {
  expect(clockTime(at('13:31:59'), '24h')).toBe('13:31');
  expect(clockTime(at('00:05:00'), '24h')).toBe('00:05');
  expect(span(at('23:40:00'), 2520, '24h')).toBe('23:40 – 00:22');
});

test('The time of day has 12 hours where the account says so', () => {
  expect(plain(clockTime(at('13:31:59'), '12h'))).toBe('1:31 PM');
  expect(plain(clockTime(at('00:05:00'), '12h'))).toBe('12:05 AM');
  expect(plain(clockTime(at('12:00:00'), '12h'))).toBe('12:00 PM');
});

test('A span of 12 hours names the half of the day once where both ends share it', () => {
  expect(plain(span(at('13:05:00'), 1560, '12h'))).toBe('1:05 – 1:31 PM');
  expect(plain(span(at('11:40:00'), 2520, '12h'))).toBe('11:40 AM – 12:22 PM');
  expect(plain(span(at('10:00:00'), 86_400, '12h'))).toBe('10:00 AM – 10:00 AM');
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
