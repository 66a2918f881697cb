import type { EntryView } from '#contract';
import type { Instant } from '#contract';

export function endOf({ startAt, seconds }: Pick<EntryView, 'startAt' | 'seconds'>): Instant {
  return (startAt + seconds * 1000) as Instant;
}
