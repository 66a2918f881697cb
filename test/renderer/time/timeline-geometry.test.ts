import { TZDate } from '@date-fns/tz';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant, Span } from '#contract';
import {
  hoursOf,
  labelledHours,
  lanesOf,
  stretchIn,
  type WallTime,
  windowOf,
  within,
} from '../../../src-renderer/time/timeline-geometry.ts';

const HOUR = 3_600_000;

/** A local day of a zone, with the clock on its walls. */
function dayIn(zone: string, date: string): { readonly day: Span; readonly wallTime: WallTime } {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const midnight = (plus: number) =>
    new TZDate(year, month - 1, day + plus, zone).getTime() as Instant;
  return {
    day: { startAt: midnight(0), endAt: midnight(1) },
    wallTime: (at) => {
      const wall = new TZDate(at, zone);
      return { hour: wall.getHours(), minute: wall.getMinutes() };
    },
  };
}

function span(startAt: number, endAt: number): Span {
  return { startAt: startAt as Instant, endAt: endAt as Instant };
}

describe('the hours of a day', () => {
  test('An ordinary day has 24, its end beside them', () => {
    const { day, wallTime } = dayIn('Asia/Kathmandu', '2026-11-24');
    const hours = hoursOf(day, wallTime);
    expect(hours.map(({ hour }) => hour)).toEqual([...Array(24).keys(), 0]);
    expect(hours[0]?.at).toBe(day.startAt);
    expect(hours.at(-1)?.at).toBe(day.endAt);
  });

  test('The night in which the clock is put forward lacks an hour', () => {
    const { day, wallTime } = dayIn('Europe/Berlin', '2026-03-29');
    const hours = hoursOf(day, wallTime);
    expect(hours).toHaveLength(24);
    expect(hours.slice(0, 4).map(({ hour }) => hour)).toEqual([0, 1, 3, 4]);
    expect(hours[2]!.at - hours[1]!.at).toBe(HOUR);
  });

  test('The night in which the clock is put back has an hour twice', () => {
    const { day, wallTime } = dayIn('America/St_Johns', '2026-11-01');
    const hours = hoursOf(day, wallTime);
    expect(hours).toHaveLength(26);
    expect(hours.slice(0, 4).map(({ hour }) => hour)).toEqual([0, 1, 1, 2]);
  });

  test('Where the clock is moved by half an hour, the hours stand right again after it', () => {
    const { day, wallTime } = dayIn('Australia/Lord_Howe', '2026-04-05');
    const hours = hoursOf(day, wallTime);
    expect(hours.every(({ at }) => wallTime(at).minute === 0)).toBe(true);
    expect((day.endAt - day.startAt) / HOUR).toBe(24.5);
    expect(hours.at(-1)?.at).toBe(day.endAt);
    expect(hours).toHaveLength(25);
  });
});

describe('the hours that matter', () => {
  const { day, wallTime } = dayIn('Europe/Berlin', '2026-11-24');
  const hours = hoursOf(day, wallTime);
  const o = (hour: number) => day.startAt + hour * HOUR;
  const shown = (...things: readonly Span[]) => {
    const { startAt, endAt } = windowOf(day, things, hours);
    return [(startAt - day.startAt) / HOUR, (endAt - day.startAt) / HOUR];
  };

  test('An empty day shows 8 to 18', () => {
    expect(shown()).toEqual([8, 18]);
  });

  test('What lies within changes nothing', () => {
    expect(shown(span(o(9.5), o(17.9)))).toEqual([8, 18]);
  });

  test('What lies outside widens it to the full hour', () => {
    expect(shown(span(o(7.9), o(9)))).toEqual([7, 18]);
    expect(shown(span(o(7), o(9)), span(o(17), o(18.1)))).toEqual([7, 19]);
  });

  test('All of the day is shown where it is needed, and never more', () => {
    expect(shown(span(o(0), o(24)))).toEqual([0, 24]);
  });

  test('A day with 23 hours is shown to its end', () => {
    const short = dayIn('Europe/Berlin', '2026-03-29');
    const window = windowOf(short.day, [short.day], hoursOf(short.day, short.wallTime));
    expect(window).toEqual(short.day);
  });

  test('The usual hours are those of the wall, also after the clock was moved', () => {
    const long = dayIn('Europe/Berlin', '2026-10-25');
    const window = windowOf(long.day, [], hoursOf(long.day, long.wallTime));
    expect(long.wallTime(window.startAt).hour).toBe(8);
    expect(window.startAt - long.day.startAt).toBe(9 * HOUR);
  });
});

describe('places in the strip', () => {
  const window = span(8 * HOUR, 18 * HOUR);

  test('A place is a share of the width', () => {
    expect(stretchIn(window, span(10 * HOUR, 13 * HOUR))).toEqual({
      left: 0.2,
      width: expect.closeTo(0.3, 10) as number,
    });
  });

  test('What reaches over the edge is cut off there', () => {
    expect(stretchIn(window, span(7 * HOUR, 19 * HOUR))).toEqual({ left: 0, width: 1 });
  });

  test('In the night with the longer hour, two hours on the wall take the room of three', () => {
    const { day, wallTime } = dayIn('Europe/Berlin', '2026-10-25');
    const hours = hoursOf(day, wallTime);
    const oneToThree = span(hours[1]!.at, hours.find(({ hour }) => hour === 3)!.at);
    expect(stretchIn(day, oneToThree).width).toBeCloseTo(3 / 25, 10);
  });

  test('Of a span over midnight only the part of the day is kept, and none of another day', () => {
    const day = span(0, 24 * HOUR);
    expect(within(day, span(-HOUR, HOUR))).toEqual(span(0, HOUR));
    expect(within(day, span(23 * HOUR, 25 * HOUR))).toEqual(span(23 * HOUR, 24 * HOUR));
    expect(within(day, span(24 * HOUR, 25 * HOUR))).toBeUndefined();
  });
});

describe('labels', () => {
  const labels = (zone: string, date: string, from: number, to: number) => {
    const { day, wallTime } = dayIn(zone, date);
    const window = span(day.startAt + from * HOUR, day.startAt + to * HOUR);
    return labelledHours(window, hoursOf(day, wallTime)).map(({ hour }) => hour);
  };

  test('The usual hours have every second', () => {
    expect(labels('UTC', '2026-11-24', 8, 18)).toEqual([8, 10, 12, 14, 16, 18]);
  });

  test('A whole day has every fourth', () => {
    expect(labels('UTC', '2026-11-24', 0, 24)).toEqual([0, 4, 8, 12, 16, 20, 0]);
  });

  test('An hour that comes twice has its label once', () => {
    expect(labels('Europe/Berlin', '2026-10-25', 0, 12)).toEqual([0, 2, 4, 6, 8, 10]);
  });
});

describe('lanes', () => {
  const places = (...spans: readonly Span[]) =>
    lanesOf(spans).map(({ lane, lanes }) => `${lane + 1}/${lanes}`);

  test('What shares no time has the whole height, also end to end', () => {
    expect(places(span(0, 10), span(10, 20), span(30, 40))).toEqual(['1/1', '1/1', '1/1']);
  });

  test('What shares time stands above each other, and only that', () => {
    expect(places(span(0, 10), span(5, 15), span(20, 30))).toEqual(['1/2', '2/2', '1/1']);
  });

  test('A lane that is free again is used again', () => {
    expect(places(span(0, 30), span(5, 10), span(12, 20))).toEqual(['1/2', '2/2', '2/2']);
  });

  test('No two that share time are ever in one lane, and nothing is lost', () => {
    const spans = fc
      .array(fc.record({ at: fc.nat(1000), length: fc.integer({ min: 1, max: 200 }) }))
      .map((all) =>
        all
          .map(({ at, length }) => span(at, at + length))
          .sort((one, other) => one.startAt - other.startAt),
      );
    fc.assert(
      fc.property(spans, (all) => {
        const placed = lanesOf(all);
        expect(placed.map(({ startAt, endAt }) => ({ startAt, endAt }))).toEqual(all);
        for (const [index, one] of placed.entries()) {
          expect(one.lane).toBeLessThan(one.lanes);
          for (const other of placed.slice(index + 1)) {
            const shared = other.startAt < one.endAt;
            expect(shared && other.lane === one.lane).toBe(false);
          }
        }
      }),
    );
  });
});
