import { afterEach, expect, test } from 'vitest';
import type { Instant } from '#contract';
import { parseTime, startTime, wallTime } from '../../../src-renderer/typed/typed-time.ts';
import { endTime } from '../../../src-renderer/typed/typed-end-over-midnight.ts';
import type { Hours } from '../../../src-renderer/time/hour-format.ts';

const own = process.env['TZ'];

afterEach(() => {
  process.env['TZ'] = own;
});

/** As where nothing stands yet that could be meant. */
const startOn = (dayAt: Instant, typed: string) =>
  startTime(parseTime(typed)!, { dayAt, hours: '24h', nearAt: dayAt, latestAt: Infinity });
const endAfter = (dayAt: Instant, startAt: Instant, typed: string, hours: Hours = '24h') =>
  endTime(parseTime(typed)!, { dayAt, hours, startAt, nearAt: startAt, latestAt: Infinity });

const utc = (iso: string) => Date.parse(`${iso}Z`) as Instant;
/** Where this runs. */
const local = (iso: string) => Date.parse(iso) as Instant;
const day = local('2026-03-02T00:00');

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
  ['9h', '09:00:00'],
  ['9 h', '09:00:00'],
  ['15 h 35', '15:35:00'],
  ['15h 35 min', '15:35:00'],
  ['1:5', '01:05:00'],
  ['9:5', '09:05:00'],
  ['9 15', '09:15:00'],
  ['9 : 15', '09:15:00'],
  ['9 Uhr', '09:00:00'],
  ['9 uhr 15', '09:15:00'],
  ['９：１５', '09:15:00'],
  ['٩:١٥', '09:15:00'],
  ['९:१५', '09:15:00'],
  ['९१५', '09:15:00'],
  ['𝟗:𝟏𝟓', '09:15:00'],
  ['9∶15', '09:15:00'],
  ['9:15\u202FPM', '21:15:00'],
  ['\u200E9:15', '09:15:00'],
  ['9時15分', '09:15:00'],
  ['午後9時15分', '21:15:00'],
  ['下午 9:15', '21:15:00'],
  ['오전 9시', '09:00:00'],
  ['9:15 p. m.', '21:15:00'],
  ['0', '00:00:00'],
  ['0:05', '00:05:00'],
] as const)('“%s” is %s on the shown day', ([typed, time]) => {
  const { at, peculiar } = startOn(day, typed);
  expect(at).toBe(local(`2026-03-02T${time}`));
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
  expect(startOn(day, typed).at).toBe(local(iso));
});

test.for([
  '',
  'noon',
  '25',
  '9:60',
  '960',
  '90',
  '9:',
  '1:234',
  '9 1 5',
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
  const startAt = startOn(day, start).at;
  expect(endAfter(day, startAt, end, hours).at).toBe(local(iso));
});

test('An end without a day counts from its start, one with a day from the shown day', () => {
  const startAt = local('2026-03-01T23:30');
  expect(endAfter(day, startAt, '0:30').at).toBe(local('2026-03-02T00:30'));
  expect(endAfter(day, startAt, '23:50').at).toBe(local('2026-03-01T23:50'));
  expect(endAfter(day, startAt, '23:50 +0').at).toBe(local('2026-03-02T23:50'));
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
  expect(endAfter(night, first, '2:10').at).toBe(utc('2026-10-25T01:10'));
});

test('Steps of half an hour and a missing day are told too', () => {
  process.env['TZ'] = 'Australia/Lord_Howe';
  expect(wallTime(utc('2026-04-04T13:00'), 0, 1.75 * 3600).peculiar).toBe('first');
  process.env['TZ'] = 'Pacific/Apia';
  const dayBefore = utc('2011-12-29T12:00');
  expect(wallTime(dayBefore, 1, 12 * 3600).at).toBe(utc('2011-12-30T22:00'));
});

test('Of a time that comes twice the one is meant that is nearer to what stands there, or named', () => {
  process.env['TZ'] = 'Europe/Berlin';
  const dayAt = utc('2026-10-24T22:00');
  const [first, second] = [utc('2026-10-25T00:30'), utc('2026-10-25T01:30')];
  const near = (nearAt: Instant, typed: string) =>
    startTime(parseTime(typed)!, { dayAt, hours: '24h', nearAt, latestAt: Infinity });
  expect(near(second, '2:30')).toEqual({ at: second, peculiar: 'second' });
  expect(near(first, '2:30')).toEqual({ at: first, peculiar: 'first' });
  expect(near(first, '2:30 2nd')).toEqual({ at: second, peculiar: undefined });
  expect(near(second, '2:30am 1st')).toEqual({ at: first, peculiar: undefined });
  expect(near(second, '2:30 1st +0').at).toBe(first);
});

test('A mark behind a time that comes once says nothing', () => {
  expect(startOn(day, '2:30 2nd')).toEqual({ at: local('2026-03-02T02:30'), peculiar: undefined });
});
