import type { Database, Row } from '../database/open-database.ts';

/**
 * All rows that are looked for, as values. Where one is not as Stint writes it (`read` gives undefined),
 * it is put aside with all like it, and the others are read: what a disk did to one row says nothing of them.
 */
export function readRows<T>(
  db: Database,
  find: () => readonly Row[],
  read: (row: Row) => T | undefined,
): readonly T[] {
  const values = sound(find(), read);
  if (values.isWhole) return values.all;
  db.putAside();
  return sound(find(), read).all;
}

/** The same of one row at most; undefined where there is none. */
export function readRow<T>(
  db: Database,
  find: () => Row | undefined,
  read: (row: Row) => T | undefined,
): T | undefined {
  const rows = () => {
    const row = find();
    return row === undefined ? [] : [row];
  };
  return readRows(db, rows, read)[0];
}

function sound<T>(rows: readonly Row[], read: (row: Row) => T | undefined) {
  const all = rows.map(read).filter((value) => value !== undefined);
  return { all, isWhole: all.length === rows.length };
}
