import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { PAGE_BYTES } from './page-image.ts';

/** The values of one record, of whichever table. */
export type Record = readonly unknown[];

const TABLE_LEAF = 0x0d;
/** No table of ours has more; what a record has less reads as null. */
const MOST_COLUMNS = 20;
const COLUMNS = Array.from({ length: MOST_COLUMNS }, (_, index) => `c${index}`).join(', ');
const BATCH = 400;

/**
 * Every record of ordinary tables that SQLite can still read from the pages of a damaged database,
 * whatever became of its header, schema and inner pages: each leaf page is declared a table of its
 * own and read by itself, so that a broken page costs only the records on it.
 */
export function* salvageRecords(pages: Buffer): Generator<Record> {
  const leaves = findLeaves(pages);
  const db = openPages(pages);
  try {
    for (let from = 0; from < leaves.length; from += BATCH) {
      const batch = leaves.slice(from, from + BATCH);
      declare(db, batch);
      for (const page of batch) yield* readLeaf(db, page);
    }
  } finally {
    db.close();
  }
}

/** Numbers of the leaf pages in use. What is on free pages was deleted or is out of date. */
function findLeaves(pages: Buffer): readonly number[] {
  const free = freePages(pages);
  const leaves: number[] = [];
  for (let page = 2; page <= pages.length / PAGE_BYTES; page += 1) {
    if (pages[(page - 1) * PAGE_BYTES] === TABLE_LEAF && !free.has(page)) leaves.push(page);
  }
  return leaves;
}

/** Source: sqlite.org/fileformat2.html, section 1.5, "The Freelist". */
function freePages(pages: Buffer): ReadonlySet<number> {
  const free = new Set<number>();
  const count = pages.length / PAGE_BYTES;
  let trunk = pages.readUInt32BE(32);
  while (trunk > 1 && trunk <= count && !free.has(trunk)) {
    free.add(trunk);
    const at = (trunk - 1) * PAGE_BYTES;
    const leaves = Math.min(pages.readUInt32BE(at + 4), PAGE_BYTES / 4 - 2);
    for (let leaf = 0; leaf < leaves; leaf += 1) free.add(pages.readUInt32BE(at + 8 + leaf * 4));
    trunk = pages.readUInt32BE(at);
  }
  return free;
}

/** The pages behind the first page of an empty database, in memory: the damaged file is not touched. */
function openPages(pages: Buffer): DatabaseSyncInstance {
  const db = new DatabaseSync(':memory:', { returnArrays: true, defensive: false });
  db.exec('PRAGMA user_version = 1');
  const image = Buffer.from(pages);
  Buffer.from(db.serialize()).copy(image, 0, 0, PAGE_BYTES);
  image.writeUInt32BE(image.length / PAGE_BYTES, 28);
  db.deserialize(image);
  return db;
}

function declare(db: DatabaseSyncInstance, leaves: readonly number[]): void {
  db.exec('PRAGMA writable_schema = ON; BEGIN; DELETE FROM sqlite_schema');
  const insert = db.prepare(`INSERT INTO sqlite_schema VALUES ('table', ?1, ?1, ?2, ?3)`);
  for (const page of leaves) {
    insert.run(`p${page}`, page, `CREATE TABLE p${page} (${COLUMNS})`);
  }
  db.exec('COMMIT; PRAGMA writable_schema = RESET');
}

/** From both ends up to what cannot be read. */
function* readLeaf(db: DatabaseSyncInstance, page: number): Generator<Record> {
  const seen = new Set<unknown>();
  for (const order of ['ASC', 'DESC']) {
    try {
      const rows = db
        .prepare(`SELECT rowid, * FROM p${page} ORDER BY rowid ${order}`)
        .iterate() as IterableIterator<Record>;
      for (const [rowid, ...record] of rows) {
        if (!seen.has(rowid)) yield record;
        seen.add(rowid);
      }
      return;
    } catch {
      // Broken from here on; the other end may still be read.
    }
  }
}
