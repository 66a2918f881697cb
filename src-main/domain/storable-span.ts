import type { Instant, Seconds } from '#contract';
import { MAX_INSTANT_MS, MIN_INSTANT_MS } from './limits.ts';

/** Whether it can be written down, read back and shown: between the first instant and the last, and of whole seconds. */
export function isKeepable(span: {
  readonly startAt: Instant;
  readonly seconds: Seconds;
}): boolean {
  const { startAt, seconds } = span;
  return (
    Number.isSafeInteger(startAt) &&
    Number.isSafeInteger(seconds) &&
    startAt >= MIN_INSTANT_MS &&
    seconds >= 0 &&
    startAt + seconds * 1000 <= MAX_INSTANT_MS
  );
}
