import { type EntryView, type GapsFrom, shownSeconds, type Span } from '#contract';
import { endOf } from '../time/start-plus-length.ts';

/**
 * Whether a gap is no more than a thin line, which the entry before it can be extended over. By the shown length:
 * "5 min" is the same wherever it stands.
 */
export function isShortGap(gap: Span, before: EntryView | undefined, gapsFrom: GapsFrom): boolean {
  const extendable = before !== undefined && endOf(before) === gap.startAt;
  return extendable && shownSeconds(gap) < gapsFrom * 60;
}
