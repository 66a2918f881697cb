import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { isKeepable } from '../../src-main/domain/storable-span.ts';
import { MAX_INSTANT_MS, MIN_INSTANT_MS } from '../../src-main/domain/limits.ts';
import { at, seconds } from '../support/values.ts';

const NINE = at('09:00');

it.each<[number, number]>([
  [NINE, 0],
  [NINE, 600],
  [MIN_INSTANT_MS, 0],
  [MAX_INSTANT_MS, 0],
  [MAX_INSTANT_MS - 1000, 1],
])('keeps what begins at %d and takes %d seconds', (startAt, length) => {
  expect(isKeepable({ startAt: startAt as Instant, seconds: seconds(length) })).toBe(true);
});

it.each<[number, number]>([
  [NINE, -1],
  [NINE, 1.5],
  [NINE, NaN],
  [NINE, 9e12],
  [NINE, 1e17],
  [NaN, 600],
  [Infinity, 600],
  [MIN_INSTANT_MS - 1, 0],
  [MAX_INSTANT_MS, 1],
])('keeps nothing that begins at %d and takes %d seconds', (startAt, length) => {
  expect(isKeepable({ startAt: startAt as Instant, seconds: seconds(length) })).toBe(false);
});
