import type { Instant } from '#contract';
import type { Database } from '../database/open-database.ts';
import { READABLE, READABLE_SPAN } from './readable-row-conditions.ts';

/** Of how many rows a person is to be told, until a run that told so has ended. */
export const PUT_ASIDE_KEY = 'put-aside';

export type Extent = 'every row' | 'what is used first';

/** What the first snapshot and the first step of delivery read. */
const FIRST_USED = `(rowid IN (SELECT rowid FROM entries WHERE state <> 'delivered' LIMIT 1000)
  OR rowid IN (SELECT rowid FROM entries ORDER BY rowid DESC LIMIT 100))`;

const unreadable = (condition: string): string => `NOT coalesce((${condition}), 0)`;

/**
 * Moves each row that Stint could not read into the table `unreadable`, with all its values as JSON,
 * so that one of them never takes everything else with it. Where a short look finds one, every row is
 * looked at: they seldom come alone.
 */
export function putUnreadableAside(db: Database, extent: Extent, at: Instant): void {
  if (extent !== 'every row' && !isAnyFound(db)) return;
  const found = Object.entries(READABLE)
    .map(([table, readable]) => ({ table, where: unreadable(readable) }))
    .filter(({ table, where }) => isFound(db, table, where));
  if (found.length === 0) return;
  db.transaction(() => {
    for (const { table, where } of found) {
      const record = `json_object(${columnsOf(db, table)
        .map((name) => `'${name}', ${name}`)
        .join(', ')})`;
      db.prepare(
        `INSERT INTO unreadable SELECT '${table}', ${record}, ? FROM ${table} WHERE ${where}`,
      ).run(at);
      noteAside(db, Number(db.prepare(`DELETE FROM ${table} WHERE ${where}`).run().changes));
    }
  });
}

/** All spans by their index: a hundred thousand in ten milliseconds. */
function isAnyFound(db: Database): boolean {
  if (isFound(db, 'entries', unreadable(READABLE_SPAN))) return true;
  return Object.entries(READABLE).some(([table, readable]) => {
    const within = table === 'entries' ? `${FIRST_USED} AND ` : '';
    return isFound(db, table, within + unreadable(readable));
  });
}

function isFound(db: Database, table: string, where: string): boolean {
  return db.prepare(`SELECT 1 FROM ${table} WHERE ${where} LIMIT 1`).get() !== undefined;
}

/** One more record, of a damaged file, that is no row of ours. */
export function keepUnreadable(db: Database, record: readonly unknown[], at: Instant): void {
  const values = record.map((value) => (typeof value === 'bigint' ? String(value) : value));
  db.prepare(`INSERT INTO unreadable VALUES ('damaged file', ?, ?)`).run(
    JSON.stringify(values),
    at,
  );
  noteAside(db, 1);
}

function columnsOf(db: Database, table: string): readonly string[] {
  const rows = db.prepare(`SELECT name FROM pragma_table_info('${table}')`).all();
  return rows.map((row) => String(row['name']));
}

function noteAside(db: Database, count: number): void {
  db.prepare(
    `INSERT INTO meta VALUES (?1, ?2)
     ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + excluded.value`,
  ).run(PUT_ASIDE_KEY, String(count));
}
