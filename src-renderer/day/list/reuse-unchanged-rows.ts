import type { DayRow } from '../../entry/entries-and-gaps.ts';

/**
 * Gives rows that say the same as before as the very same objects. Each push brings all entries anew, and of two
 * hundred only what differs is to be drawn again.
 */
export function createKeptRows(): (rows: readonly DayRow[]) => readonly DayRow[] {
  let kept = new Map<string, { readonly row: DayRow; readonly text: string }>();
  return (rows) => {
    const next: typeof kept = new Map();
    for (const row of rows) {
      const text = JSON.stringify(row);
      const old = kept.get(row.key);
      next.set(row.key, old?.text === text ? old : { row, text });
    }
    kept = next;
    return Array.from(next.values(), ({ row }) => row);
  };
}
