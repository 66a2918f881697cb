import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import {
  endOf,
  finish,
  firstFreeSecond,
  honestEnd,
  wholeSecond,
} from '../../../src-main/domain/timer/session.ts';
import { at, session } from '../../support/values.ts';

it('turns a session into an entry that waits, with the time that passed', () => {
  const ended = finish(session(), at('09:00'), at('10:24:07'));
  expect(ended).toMatchObject({ id: 's1', seconds: 5047, type: 'activity', origin: 'stint' });
  expect(ended?.delivery).toEqual({ state: 'queued' });
});

it('makes no entry of less than a second, which would end in the future', () => {
  const before = session({ startAt: at('09:00') });
  expect(finish(before, at('09:00'), (at('09:00') + 999) as Instant)).toBeUndefined();
  expect(finish(before, at('09:00'), at('09:00:01'))).toMatchObject({ seconds: 1 });
  expect(finish(before, at('09:00:01'), at('09:00:01'))).toBeUndefined();
});

it('never records a negative duration when the clock was set back, and throws nothing away then', () => {
  expect(finish(session(), at('09:00'), at('08:00'))).toMatchObject({ seconds: 1 });
});

it('moves a start on to the next second that no other entry begins in', () => {
  const taken = new Set<number>([at('09:00'), at('09:00:01')]);
  const start = firstFreeSecond((at('09:00') + 900) as Instant, (second) => taken.has(second));
  expect(start).toBe(at('09:00:02'));
});

it('counts sleep, during which the monotonic clock stands still', () => {
  const end = honestEnd(
    session(),
    { at: at('12:00'), monotonicMs: 1_000 },
    { elapsedMs: 0, monotonicMs: 0 },
  );
  expect(end).toBe(at('12:00'));
});

it('keeps what was tracked when the wall clock is set back meanwhile', () => {
  const end = honestEnd(
    session(),
    { at: at('08:10'), monotonicMs: 3_600_000 },
    { elapsedMs: 0, monotonicMs: 0 },
  );
  expect(end).toBe(at('10:00'));
});

it('loses and gains no second across back-to-back sessions', () => {
  const gaps = fc.array(fc.integer({ min: 1_000, max: 9_999_999 }), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(gaps, (lengths) => {
      const starts = lengths.reduce<number[]>(
        (all, length) => [...all, (all.at(-1) ?? 0) + length],
        [at('09:00')],
      );
      const total = lengths.reduce((sum, _, index) => {
        const from = wholeSecond(starts[index]! as Instant);
        const ended = finish(session({ startAt: from }), from, starts[index + 1]! as Instant);
        return sum + (ended?.seconds ?? 0);
      }, 0);
      const first = wholeSecond(starts[0]! as Instant);
      const last = wholeSecond(starts.at(-1)! as Instant);
      expect(total).toBe((last - first) / 1000);
    }),
  );
});

it('knows where a span ends', () => {
  expect(endOf(finish(session(), at('09:00'), at('10:00'))!)).toBe(at('10:00'));
});
