import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Instant } from '#contract';
import {
  endTime,
  formatEnd,
  formatStart,
  parseTime,
  startTime,
  wallTime,
} from '../../../src-renderer/parts/typed-time.ts';

afterEach(() => {
  process.env['TZ'] = 'UTC';
});

const utc = (iso: string) => Date.parse(`${iso}Z`) as Instant;
const day = utc('2026-03-02T00:00');

test.for([
  ['9', '09:00:00'],
  ['09', '09:00:00'],
  ['21', '21:00:00'],
  ['915', '09:15:00'],
  ['0915', '09:15:00'],
  ['2115', '21:15:00'],
  ['9:15', '09:15:00'],
  ['9.15', '09:15:00'],
  ['9h15', '09:15:00'],
  ['9:15:30', '09:15:30'],
  ['9:15pm', '21:15:00'],
  ['9:15 PM', '21:15:00'],
  ['9:15 p.m.', '21:15:00'],
  ['9p', '21:00:00'],
  ['915a', '09:15:00'],
  ['12am', '00:00:00'],
  ['12:30 am', '00:30:00'],
  ['12pm', '12:00:00'],
  ['0', '00:00:00'],
  ['0:05', '00:05:00'],
] as const)('“%s” is %s on the shown day', ([typed, time]) => {
  const { at, peculiar } = startTime(day, parseTime(typed)!);
  expect(at).toBe(utc(`2026-03-02T${time}`));
  expect(peculiar).toBeUndefined();
});

test.for([
  ['24:00', '2026-03-03T00:00:00'],
  ['0:30 +1', '2026-03-03T00:30:00'],
  ['0:30+1d', '2026-03-03T00:30:00'],
  ['23:30 -1', '2026-03-01T23:30:00'],
  ['23:30 −1', '2026-03-01T23:30:00'],
  ['11:30 pm -1', '2026-03-01T23:30:00'],
] as const)('“%s” is %s, seen from the second of March', ([typed, iso]) => {
  expect(startTime(day, parseTime(typed)!).at).toBe(utc(iso));
});

test.for([
  '',
  'noon',
  '25',
  '9:60',
  '960',
  '9:5',
  '13pm',
  '0am',
  '24:01',
  '9:15:61',
  '12345',
  '9:15 +',
])('“%s” is no time', (typed) => {
  expect(parseTime(typed)).toBeUndefined();
});

test.for([
  ['the same day where it comes later', '22:00', '23:15', '24h', '2026-03-02T23:15'],
  ['the next day where that makes a night', '22:00', '1:30', '24h', '2026-03-03T01:30'],
  ['the next day at exactly half a day', '22:00', '10:00', '24h', '2026-03-03T10:00'],
  [
    'the same day where the next would be longer than half a day',
    '9:00',
    '8:00',
    '24h',
    '2026-03-02T08:00',
  ],
  ['the same minute, for no length', '9:00', '9:00', '24h', '2026-03-02T09:00'],
  ['a named day', '9:00', '8:00 +1', '24h', '2026-03-03T08:00'],
  ['the afternoon on a clock of 12 hours', '11:00', '1:30', '12h', '2026-03-02T13:30'],
  ['the morning on a clock of 24 hours', '11:00', '12:30', '24h', '2026-03-02T12:30'],
  ['the half that is written', '11:00', '1:30am', '12h', '2026-03-02T01:30'],
] as const)('An end is taken for %s', ([, start, end, hours, iso]) => {
  const startAt = startTime(day, parseTime(start)!).at;
  expect(endTime(day, startAt, parseTime(end)!, hours).at).toBe(utc(iso));
});

test('An end without a day counts from its start, one with a day from the shown day', () => {
  const startAt = utc('2026-03-01T23:30');
  expect(endTime(day, startAt, parseTime('0:30')!, '24h').at).toBe(utc('2026-03-02T00:30'));
  expect(endTime(day, startAt, parseTime('23:50')!, '24h').at).toBe(utc('2026-03-01T23:50'));
  expect(endTime(day, startAt, parseTime('23:50 +0')!, '24h').at).toBe(utc('2026-03-02T23:50'));
});

test('A time that the clocks skip is taken as late as without the step, and says so', () => {
  process.env['TZ'] = 'Europe/Berlin';
  const night = utc('2026-03-28T23:00');
  expect(wallTime(night, 0, 2.5 * 3600)).toEqual({
    at: utc('2026-03-29T01:30'),
    peculiar: 'skipped',
  });
  expect(wallTime(night, 0, 3.5 * 3600)).toEqual({
    at: utc('2026-03-29T01:30'),
    peculiar: undefined,
  });
});

test('Of a time that comes twice the first is taken, and says so', () => {
  process.env['TZ'] = 'Europe/Berlin';
  const night = utc('2026-10-24T22:00');
  expect(wallTime(night, 0, 2.5 * 3600)).toEqual({
    at: utc('2026-10-25T00:30'),
    peculiar: 'first',
  });
  expect(wallTime(night, 0, 1.5 * 3600).peculiar).toBeUndefined();
  expect(wallTime(night, 0, 3.5 * 3600).peculiar).toBeUndefined();
});

test('An end that comes twice is the one after its start', () => {
  process.env['TZ'] = 'Europe/Berlin';
  const night = utc('2026-10-24T22:00');
  const first = utc('2026-10-25T00:30');
  expect(endTime(night, first, parseTime('2:10')!, '24h').at).toBe(utc('2026-10-25T01:10'));
});

test('Steps of half an hour and a missing day are told too', () => {
  process.env['TZ'] = 'Australia/Lord_Howe';
  expect(wallTime(utc('2026-04-04T13:00'), 0, 1.75 * 3600).peculiar).toBe('first');
  process.env['TZ'] = 'Pacific/Apia';
  const dayBefore = utc('2011-12-29T12:00');
  expect(wallTime(dayBefore, 1, 12 * 3600).at).toBe(utc('2011-12-30T22:00'));
});

const zones = [
  'Europe/Berlin',
  'America/St_Johns',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'UTC',
] as const;

test.for(zones)('In %s every start and end that is shown parses back to itself', (zone) => {
  process.env['TZ'] = zone;
  const year = fc.integer({
    min: utc('2026-01-01T00:00') / 1000,
    max: utc('2027-01-01T00:00') / 1000,
  });
  const length = fc.integer({ min: 1, max: 3 * 86_400 });
  const hours = fc.constantFrom('12h', '24h');
  fc.assert(
    fc.property(
      year,
      length,
      fc.integer({ min: -2, max: 0 }),
      hours,
      (start, seconds, days, clock) => {
        const startAt = (start * 1000) as Instant;
        const endAt = (startAt + seconds * 1000) as Instant;
        const shown = (endAt + days * 86_400_000) as Instant;
        const again = startTime(shown, parseTime(formatStart(shown, startAt, clock))!);
        const until = endTime(
          shown,
          startAt,
          parseTime(formatEnd(shown, { startAt, endAt }, clock))!,
          clock,
        );
        // The second of two equal times reads like the first; a field that nobody touched keeps it all the same.
        fc.pre(again.peculiar !== 'first' && until.peculiar !== 'first');
        expect(again.at).toBe(startAt);
        expect(until.at).toBe(endAt);
      },
    ),
    { numRuns: 500 },
  );
});
