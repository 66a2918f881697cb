import type { Instant, Seconds } from '#contract';
import { isKeepable } from '../../../domain/storable-span.ts';

/** Throws where the span could not be read back or shown, before anything of it is written. */
export function refuseUnkeepable(span: { startAt: Instant; seconds?: Seconds }): void {
  const { startAt, seconds = 0 as Seconds } = span;
  if (isKeepable({ startAt, seconds })) return;
  throw new RangeError(`${startAt} and ${seconds} s cannot be kept`);
}
