import { afterEach, describe, expect, it } from 'vitest';
import type { Instant } from '#contract';
import { createClock } from '../../../src-main/adapters/clock/wall-clock.ts';
import { createIds } from '../../../src-main/adapters/clock/random-ids.ts';

const instant = (text: string) => Date.parse(text) as Instant;
const HOUR = 3_600_000;

function day(zone: string | undefined, text: string) {
  const { startAt, endAt } = createClock(zone).dayOf(instant(text));
  return {
    start: new Date(startAt).toISOString(),
    end: new Date(endAt).toISOString(),
    hours: (endAt - startAt) / HOUR,
  };
}

describe('a day', () => {
  const berlin = 'Europe/Berlin';
  it.each([
    { what: '24 hours', zone: berlin, noon: '2026-11-24', start: '2026-11-23T23:00', hours: 24 },
    {
      what: '23 in spring',
      zone: berlin,
      noon: '2026-03-29',
      start: '2026-03-28T23:00',
      hours: 23,
    },
    {
      what: '25 in autumn',
      zone: berlin,
      noon: '2026-10-25',
      start: '2026-10-24T22:00',
      hours: 25,
    },
    {
      what: 'west',
      zone: 'America/New_York',
      noon: '2026-11-24',
      start: '2026-11-24T05:00',
      hours: 24,
    },
    {
      what: 'half an hour',
      zone: 'Asia/Kolkata',
      noon: '2026-11-24',
      start: '2026-11-23T18:30',
      hours: 24,
    },
    // Cairo's clocks jump from midnight to one.
    {
      what: 'no midnight',
      zone: 'Africa/Cairo',
      noon: '2026-04-24',
      start: '2026-04-23T22:00',
      hours: 23,
    },
  ])('begins at midnight there: $what ($zone)', ({ zone, noon, start, hours }) => {
    expect(day(zone, `${noon}T12:00:00Z`)).toMatchObject({ start: `${start}:00.000Z`, hours });
  });

  it('begins with its first instant and does not hold the next one’s', () => {
    const zone = 'Europe/Berlin';
    expect(day(zone, '2026-11-23T23:00:00Z').start).toBe('2026-11-23T23:00:00.000Z');
    expect(day(zone, '2026-11-23T22:59:59.999Z').end).toBe('2026-11-23T23:00:00.000Z');
  });

  it('follows its neighbour without gap or overlap through a whole year', () => {
    for (const zone of [
      'Europe/Berlin',
      'Africa/Cairo',
      'America/Sao_Paulo',
      'Australia/Lord_Howe',
    ]) {
      const clock = createClock(zone);
      let { endAt } = clock.dayOf(instant('2026-01-01T12:00:00Z'));
      for (let days = 0; days < 365; days += 1) {
        const next = clock.dayOf(endAt);
        expect(next.startAt).toBe(endAt);
        expect((next.endAt - next.startAt) / HOUR).toBeGreaterThanOrEqual(23);
        expect((next.endAt - next.startAt) / HOUR).toBeLessThanOrEqual(25);
        endAt = next.endAt;
      }
    }
  });
});

describe("the system's zone", () => {
  const before = process.env['TZ'];
  afterEach(() => {
    process.env['TZ'] = before;
  });

  it('decides where none is given', () => {
    process.env['TZ'] = 'America/New_York';
    expect(day(undefined, '2026-11-01T12:00:00Z')).toEqual({
      start: '2026-11-01T04:00:00.000Z',
      end: '2026-11-02T05:00:00.000Z',
      hours: 25,
    });
  });
});

it('tells the time of the wall', () => {
  const before = Date.now();
  const now = createClock().now();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});

it('counts up, whatever the wall clock does', () => {
  const clock = createClock();
  const first = clock.monotonic();
  expect(clock.monotonic()).toBeGreaterThanOrEqual(first);
});

it('never gives the same id twice', () => {
  const ids = createIds();
  expect(new Set(Array.from({ length: 1000 }, () => ids.next())).size).toBe(1000);
});
