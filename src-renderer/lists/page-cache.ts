import type { EntryView } from '#contract';

/** So many entries are looked up at once. */
export const PAGE_SIZE = 100;
/** A thousand entries around what is in sight stay at hand, however many the range holds. */
const MOST_KEPT = 10;

/** Entries by the number of their page, counted from 0. */
export type EntryPages = ReadonlyMap<number, readonly EntryView[]>;

export const noPages: EntryPages = new Map();

/** Rows, both ends included. */
export type Sight = { readonly first: number; readonly last: number };

export function entryIn(pages: EntryPages, index: number): EntryView | undefined {
  return pages.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE];
}

/** With one more, or a newer answer for the same; those furthest from it are let go. */
export function withPage(
  pages: EntryPages,
  pageIndex: number,
  entries: readonly EntryView[],
): EntryPages {
  const distance = (at: number) => Math.abs(at - pageIndex);
  const others = [...pages].filter(([at]) => at !== pageIndex);
  const near = others.sort(([a], [b]) => distance(a) - distance(b)).slice(0, MOST_KEPT - 1);
  return new Map([...near, [pageIndex, entries]]);
}

/** The page to look up next: one in sight, else one that a scroll comes to soon. */
export function missingPage(
  sight: Sight,
  total: number,
  answered: readonly number[],
): number | undefined {
  const soon = { first: sight.first - PAGE_SIZE / 2, last: sight.last + PAGE_SIZE / 2 };
  const missing = [...stretchesOf(sight, total), ...stretchesOf(soon, total)];
  return missing.find((pageIndex) => !answered.includes(pageIndex));
}

function stretchesOf({ first, last }: Sight, total: number): readonly number[] {
  const stretchAt = (row: number) => Math.floor(Math.max(0, Math.min(row, total - 1)) / PAGE_SIZE);
  const from = stretchAt(first);
  return Array.from({ length: stretchAt(last) - from + 1 }, (_, offset) => from + offset);
}
