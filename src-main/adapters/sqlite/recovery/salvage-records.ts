import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { PAGE_BYTES } from './read-raw-pages.ts';

/** The values of one record, of whichever table. */
export type Record = readonly unknown[];

const TABLE_LEAF = 0x0d;
const SCHEMA_FORMAT = 4;
const UTF_8 = 1;
/** No table of ours has more; what a record has less reads as null. */
const MOST_COLUMNS = 24;
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
  const image = Buffer.from(pages);
  emptyFirstPage(image.length / PAGE_BYTES).copy(image);
  const db = new DatabaseSync(':memory:', { returnArrays: true, defensive: false });
  db.deserialize(image);
  return db;
}

/**
 * Of an empty database with so many pages. Made by hand, since `serialize()` hands out memory of its
 * own, which Electron forbids. Source: sqlite.org/fileformat2.html, sections 1.3 and 1.6.
 */
function emptyFirstPage(pages: number): Buffer {
  const page = Buffer.alloc(PAGE_BYTES);
  page.write('SQLite format 3\0', 'latin1');
  page.writeUInt16BE(PAGE_BYTES, 16);
  // Without a log (18, 19), and the three fractions that never differ.
  page.set([1, 1, 0, 64, 32, 32], 18);
  page.writeUInt32BE(pages, 28);
  page.writeUInt32BE(SCHEMA_FORMAT, 44);
  page.writeUInt32BE(UTF_8, 56);
  page[100] = TABLE_LEAF;
  page.writeUInt16BE(PAGE_BYTES, 105);
  return page;
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
      const query = db.prepare(`SELECT rowid, * FROM p${page} ORDER BY rowid ${order}`);
      // One number that JavaScript cannot hold would otherwise cost all records behind it.
      query.setReadBigInts(true);
      for (const [rowid, ...record] of query.iterate() as IterableIterator<Record>) {
        if (!seen.has(rowid)) yield record.map(asNumber);
        seen.add(rowid);
      }
      return;
    } catch {
      // Broken from here on; the other end may still be read.
    }
  }
}

/** What is too large stays as it is, for whoever reads the record to see. */
function asNumber(value: unknown): unknown {
  const isSmall = typeof value === 'bigint' && Number.isSafeInteger(Number(value));
  return isSmall ? Number(value) : value;
}
