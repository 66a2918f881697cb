import type { EntryView } from '#contract';

/** So many entries are looked up at once. */
export const STRETCH = 100;
/** A thousand entries around what is in sight stay at hand, however many the range holds. */
const MOST_KEPT = 10;

/** Entries by the number of their stretch, counted from 0. */
export type Stretches = ReadonlyMap<number, readonly EntryView[]>;

export const noStretches: Stretches = new Map();

/** Rows, both ends included. */
export type Sight = { readonly first: number; readonly last: number };

export function entryIn(stretches: Stretches, index: number): EntryView | undefined {
  return stretches.get(Math.floor(index / STRETCH))?.[index % STRETCH];
}

/** With one more, or a newer answer for the same; those furthest from it are let go. */
export function withStretch(
  stretches: Stretches,
  stretch: number,
  entries: readonly EntryView[],
): Stretches {
  const distance = (at: number) => Math.abs(at - stretch);
  const others = [...stretches].filter(([at]) => at !== stretch);
  const near = others.sort(([a], [b]) => distance(a) - distance(b)).slice(0, MOST_KEPT - 1);
  return new Map([...near, [stretch, entries]]);
}

/** The stretch to look up next: one in sight, else one that a scroll comes to soon. */
export function missingStretch(
  sight: Sight,
  total: number,
  answered: readonly number[],
): number | undefined {
  const soon = { first: sight.first - STRETCH / 2, last: sight.last + STRETCH / 2 };
  const missing = [...stretchesOf(sight, total), ...stretchesOf(soon, total)];
  return missing.find((stretch) => !answered.includes(stretch));
}

function stretchesOf({ first, last }: Sight, total: number): readonly number[] {
  const stretchAt = (row: number) => Math.floor(Math.max(0, Math.min(row, total - 1)) / STRETCH);
  const from = stretchAt(first);
  return Array.from({ length: stretchAt(last) - from + 1 }, (_, offset) => from + offset);
}
