import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { readSpan, untyped } from '../../../src-renderer/entry/edit/read-start-end-length.ts';
import { rangeOf } from '../../../src-renderer/time/named-ranges.ts';
import { wallTime } from '../../../src-renderer/typed/typed-time.ts';
import { dayTitle } from '../../../src-renderer/words/time/day-and-week-titles.ts';
import { clockTime, span } from '../../../src-renderer/words/time/times-and-lengths.ts';
import { behind, dateField, fromWall } from '../../../src-renderer/time/wall-clock.ts';
import { followZone } from '../../../src-renderer/time/time-zone.svelte.ts';
import type { Instant } from '#contract';
import { inZone, zones } from '../../support/random/zones.ts';

const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;

afterEach(() => followZone(own));

/** All that the popup makes of an instant. */
function written(at: Instant): unknown {
  const day = { startAt: at, endAt: (at + 86_400_000) as Instant };
  const scene = { dayAt: at, hours: '24h', nowAt: day.endAt } as const;
  return [
    clockTime(at, '12h'),
    span(at, 5400, '24h'),
    dayTitle(day, { startAt: 0 as Instant, endAt: 1 as Instant }),
    dateField(at),
    rangeOf('this-week', { now: at, weekStartsOn: 1 }),
    rangeOf('last-month', { now: at, weekStartsOn: 1 }),
    wallTime(at, 0, 9000),
    wallTime(at, 1, 5400),
    readSpan({ ...untyped, start: '2:10' }, day, scene),
  ];
}

test.for(zones)('A page that is elsewhere writes and reads as one that is in %s', (zone) => {
  const from = (iso: string, days: number) => {
    const min = Date.parse(iso) / 1000;
    return fc.integer({ min, max: min + days * 86_400 });
  };
  // Half of them around the nights in which one of the zones moves its clocks.
  const nights = [
    '2026-03-28',
    '2026-10-24',
    '2026-03-07',
    '2026-10-31',
    '2026-04-04',
    '2026-10-03',
  ];
  const seconds = fc.oneof(from('2026-01-01', 365), ...nights.map((night) => from(night, 1)));
  fc.assert(
    fc.property(seconds, (second) => {
      const at = (second * 1000) as Instant;
      const there = inZone(zone, () => {
        followZone(zone);
        return written(at);
      });
      followZone(zone);
      expect(written(at)).toEqual(there);
    }),
    { numRuns: 80 },
  );
});

test.for(zones)('A wall time is the instant that a date of %s takes it for', (zone) => {
  inZone(zone, () => {
    followZone(zone);
    const day = fc.integer({ min: 0, max: 400 });
    const seconds = fc.integer({ min: 0, max: 86_400 });
    fc.assert(
      fc.property(day, seconds, (days, second) => {
        const date = new Date(2026, 0, days, 0, 0, second);
        expect(fromWall(2026, 0, days, second)).toBe(date.getTime());
        expect(behind(date.getTime())).toBe(date.getTimezoneOffset() * 60_000);
      }),
    );
  });
});
