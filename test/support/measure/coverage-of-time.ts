import type { Span } from '#contract';

/** How many spans lie over each stretch of time, in stretches on which that does not change. */
type Depths = readonly { readonly from: number; readonly to: number; readonly depth: number }[];

function bordersOf(spans: readonly Span[]): readonly number[] {
  return spans.flatMap(({ startAt, endAt }) => [startAt, endAt]);
}

function depths(spans: readonly Span[], borders: readonly number[]): Depths {
  const sorted = [...new Set(borders)].sort((a, b) => a - b);
  return sorted.slice(1).map((to, index) => {
    const from = sorted[index] ?? to;
    const depth = spans.filter(({ startAt, endAt }) => startAt <= from && endAt >= to).length;
    return { from, to, depth };
  });
}

/** Two states of the same day, laid over each other: what was lost, won, and newly doubled, in ms. */
export function compare(
  before: readonly Span[],
  after: readonly Span[],
): { readonly lost: number; readonly won: number; readonly doubled: number } {
  const borders = [...bordersOf(before), ...bordersOf(after)];
  const then = depths(before, borders);
  const sums = { lost: 0, won: 0, doubled: 0 };
  for (const [index, { from, to, depth }] of depths(after, borders).entries()) {
    const was = then[index]?.depth ?? 0;
    if (was > 0 && depth === 0) sums.lost += to - from;
    if (was === 0 && depth > 0) sums.won += to - from;
    if (was < 2 && depth > 1) sums.doubled += to - from;
  }
  return sums;
}
