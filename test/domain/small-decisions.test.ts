import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { backoffMs } from '../../src-main/domain/backoff.ts';
import { trackedSeconds } from '../../src-main/domain/day-total.ts';
import { quotaLeft, spentUntil } from '../../src-main/domain/quota.ts';
import { at, entry, seconds } from '../support/values.ts';

const policy = { baseMs: 2_000, capMs: 300_000 };

it('backs off between the base and a doubling bound with a cap', () => {
  expect(backoffMs(policy, 1, 0)).toBe(2_000);
  expect(backoffMs(policy, 1, 0.999)).toBeLessThanOrEqual(4_000);
  expect(backoffMs(policy, 4, 0.5)).toBe(17_000);
  expect(backoffMs(policy, 1_000, 0.999_999)).toBe(300_000);
});

it('tells what is left of the quota until its window is over', () => {
  const quota = { remaining: 3, resetsIn: seconds(600), at: at('09:00') };
  expect(quotaLeft(quota, at('09:05'))).toEqual({ remaining: 3, resetsAt: at('09:10') });
  expect(quotaLeft(quota, at('09:10'))).toBeUndefined();
  expect(quotaLeft(undefined, at('09:10'))).toBeUndefined();
});

it('holds back only while no request is left', () => {
  const spent = { remaining: 0, resetsIn: seconds(600), at: at('09:00') };
  expect(spentUntil(spent, at('09:05'))).toBe(at('09:10'));
  expect(spentUntil({ ...spent, remaining: 1 }, at('09:05'))).toBeUndefined();
  expect(spentUntil(spent, at('09:11'))).toBeUndefined();
});

it('counts of an entry over midnight only what lies within the day, and no breaks', () => {
  const day = { startAt: at('00:00'), endAt: (at('00:00') + 86_400_000) as Instant };
  const delivered = { state: 'delivered', serverId: 1 } as const;
  const night = entry('a', delivered, {
    startAt: (day.startAt - 1_800_000) as Instant,
    seconds: seconds(3_600),
  });
  const pause = entry('b', delivered, { type: 'break' });
  const plain = entry('c', delivered, { startAt: at('10:00') });
  expect(trackedSeconds([night, pause, plain], day)).toBe(1_800 + 600);
});
