import type { Instant, Span } from '#contract';

/** The part within the bounds; its end lies before its start where there is none. */
export function clip({ startAt, endAt }: Span, within: Span): Span {
  return {
    startAt: Math.max(startAt, within.startAt) as Instant,
    endAt: Math.min(endAt, within.endAt) as Instant,
  };
}

/** Milliseconds of the span that lie within the bounds. */
export function msWithin(span: Span, within: Span): number {
  const { startAt, endAt } = clip(span, within);
  return Math.max(0, endAt - startAt);
}
