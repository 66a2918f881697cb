import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { backoffMs } from '../../src-main/domain/sync/backoff.ts';
import { trackedSeconds } from '../../src-main/domain/day/tracked-total.ts';
import {
  quotaAfter,
  quotaLeft,
  readsPausedUntil,
  spentUntil,
} from '../../src-main/domain/sync/quota.ts';
import { at, delivered, entry, seconds } from '../support/values.ts';

const policy = { baseMs: 2_000, capMs: 300_000 };

it('backs off between the base and a doubling bound with a cap', () => {
  expect(backoffMs(policy, 1, 0)).toBe(2_000);
  expect(backoffMs(policy, 1, 0.999)).toBeLessThanOrEqual(4_000);
  expect(backoffMs(policy, 4, 0.5)).toBe(17_000);
  expect(backoffMs(policy, 1_000, 0.999_999)).toBe(300_000);
});

it('tells what is left of the quota until its window is over', () => {
  const quota = { remaining: 3, resetsIn: seconds(600), at: at('09:00') };
  expect(quotaLeft(quota, at('09:05'))).toEqual({
    remaining: 3,
    resetsAt: at('09:10'),
    perHour: 30,
  });
  expect(quotaLeft(quota, at('09:10'))).toBeUndefined();
  expect(quotaLeft(undefined, at('09:10'))).toBeUndefined();
  // The clock was set back: nobody knows which window that is.
  expect(quotaLeft(quota, at('08:59'))).toBeUndefined();
});

it('holds back only while no request is left', () => {
  const spent = { remaining: 0, resetsIn: seconds(600), at: at('09:00') };
  expect(spentUntil(spent, at('09:05'))).toBe(at('09:10'));
  expect(spentUntil({ ...spent, remaining: 1 }, at('09:05'))).toBeUndefined();
  expect(spentUntil(spent, at('09:11'))).toBeUndefined();
});

it('counts of an entry over midnight only what lies within the day, and no breaks', () => {
  const day = { startAt: at('00:00'), endAt: (at('00:00') + 86_400_000) as Instant };
  const night = entry('a', delivered(1), {
    startAt: (day.startAt - 1_800_000) as Instant,
    seconds: seconds(3_600),
  });
  const pause = entry('b', delivered(1), { type: 'break' });
  const plain = entry('c', delivered(1), { startAt: at('10:00') });
  expect(trackedSeconds([night, pause, plain], day)).toBe(1_800 + 600);
});

it('keeps the last five requests of the hour from reads', () => {
  const low = { remaining: 5, resetsIn: seconds(600), at: at('09:00') };
  expect(readsPausedUntil(low, at('09:05'))).toBe(at('09:10'));
  expect(readsPausedUntil({ ...low, remaining: 6 }, at('09:05'))).toBeUndefined();
  expect(readsPausedUntil(undefined, at('09:05'))).toBeUndefined();
});

it('counts by itself where the headers are absent, until the window is over', () => {
  const known = { remaining: 3, resetsIn: seconds(600), at: at('09:00') };
  const silent = { ok: true, quota: undefined };
  expect(quotaAfter(known, silent, at('09:05'))).toEqual({ ...known, remaining: 2 });
  expect(quotaAfter(known, silent, at('09:10'))).toBeUndefined();
  expect(quotaAfter(undefined, silent, at('09:05'))).toBeUndefined();
  const quota = { remaining: 9, resetsIn: seconds(60) };
  expect(quotaAfter(known, { ok: true, quota }, at('09:05'))).toEqual({
    ...quota,
    at: at('09:05'),
    most: 9,
  });
});

it.each([
  [30, 4, 30],
  [31, 4, 240],
  [240, 4, 240],
  [584, 4, 600],
  [5_000, 4, 5_000],
])(
  'takes the hour in which %i were left once to have had them, or as a plan has',
  (most, left, perHour) => {
    const known = { remaining: most, resetsIn: seconds(600), at: at('09:00'), most };
    const quota = { remaining: left, resetsIn: seconds(300) };
    const now = at('09:05');
    expect(quotaLeft(quotaAfter(known, { ok: true, quota }, now), now)?.perHour).toBe(perHour);
  },
);

it('believes no longer that nothing is left once something was carried out all the same', () => {
  const spent = { remaining: 0, resetsIn: seconds(600), at: at('09:00') };
  expect(quotaAfter(spent, { ok: false, quota: undefined }, at('09:05'))).toEqual(spent);
  expect(quotaAfter(spent, { ok: true, quota: undefined }, at('09:05'))).toBeUndefined();
});

it('holds back for an hour at most, whatever was written down', () => {
  const absurd = { remaining: 0, resetsIn: seconds(999_999_999), at: at('09:00') };
  expect(spentUntil(absurd, at('09:30'))).toBe(at('10:00'));
  expect(readsPausedUntil(absurd, at('09:30'))).toBe(at('10:00'));
  expect(quotaLeft(absurd, at('10:00'))).toBeUndefined();
});
