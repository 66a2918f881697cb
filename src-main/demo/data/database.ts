import { existsSync, renameSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';

export type Database = InstanceType<typeof DatabaseSync>;

/** The first version of the data. */
const SCHEMA = `
  CREATE TABLE meta (version INTEGER NOT NULL);
  CREATE TABLE clients (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
  CREATE TABLE projects (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, color TEXT NOT NULL,
    client_id INTEGER REFERENCES clients, created_at INTEGER NOT NULL, archived_at INTEGER
  ) STRICT;
  CREATE TABLE statuses (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, emoji TEXT NOT NULL, type TEXT NOT NULL, position INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT NOT NULL, color TEXT NOT NULL) STRICT;
  CREATE TABLE tasks (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, project_id INTEGER REFERENCES projects,
    status_id INTEGER NOT NULL REFERENCES statuses, priority TEXT NOT NULL, pinned INTEGER NOT NULL,
    position INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
    archived_at INTEGER, deleted_at INTEGER
  ) STRICT;
  CREATE TABLE task_tags (
    task_id INTEGER NOT NULL REFERENCES tasks, tag_id INTEGER NOT NULL REFERENCES tags,
    PRIMARY KEY (task_id, tag_id)
  ) STRICT;
  CREATE TABLE entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT, type TEXT NOT NULL, task_id INTEGER REFERENCES tasks,
    project_id INTEGER REFERENCES projects, description TEXT, start_at INTEGER, duration INTEGER,
    billable INTEGER NOT NULL, tag_ids TEXT, time_block_id INTEGER,
    planned_start_at INTEGER, planned_duration INTEGER,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, archived_at INTEGER, deleted_at INTEGER
  ) STRICT;
  INSERT INTO sqlite_sequence (name, seq) VALUES ('entries', 710000000);
  CREATE INDEX entries_by_start ON entries (start_at);
  CREATE INDEX entries_by_task ON entries (task_id);
  CREATE TABLE requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, method TEXT NOT NULL,
    path TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL
  ) STRICT;
`;

const TIME_BLOCKS = `
  CREATE TABLE time_blocks (
    id INTEGER PRIMARY KEY AUTOINCREMENT, task_id INTEGER NOT NULL REFERENCES tasks,
    start_at INTEGER NOT NULL, duration INTEGER, description TEXT, completed_at INTEGER,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, archived_at INTEGER, deleted_at INTEGER
  ) STRICT;
  INSERT INTO sqlite_sequence (name, seq) VALUES ('time_blocks', 730000000);
  CREATE INDEX time_blocks_by_start ON time_blocks (start_at);
  CREATE INDEX entries_by_time_block ON entries (time_block_id);
`;

/** Each leads to the next version, the first of them from 1 to 2; a new file goes through them all. */
const STEPS = [TIME_BLOCKS];
const VERSION = 1 + STEPS.length;

const LARGEST_LOG = 4_000_000;
const LARGEST_FILE = 64_000_000;

/** All of `work` or nothing; an inner transaction joins the outer one. */
export function inTransaction<T>(database: Database, work: () => T): T {
  if (database.isTransaction) {
    return work();
  }
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Opens the server's own data, `:memory:` or a file; `fill` runs once, in the transaction that makes the tables.
 * A file of an earlier version is brought up to date and keeps what is in it. Throws where it is of a
 * version that this server does not know; it is left as it was. A damaged one is kept as
 * `<file>.damaged`, in the place of an earlier one: what is in it was made up.
 */
export function openDatabase(file: string, fill: (database: Database) => void): Database {
  try {
    return opened(file, fill);
  } catch (error) {
    if (!isDamage(error)) throw error;
    for (const part of ['', '-wal', '-shm']) {
      if (existsSync(file + part)) renameSync(file + part, `${file}.damaged${part}`);
    }
    return opened(file, fill);
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB. Source: sqlite.org/rescode.html. */
function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return code === 11 || code === 26;
}

function opened(file: string, fill: (database: Database) => void): Database {
  const database = new DatabaseSync(file);
  try {
    return broughtUp(database, file, fill);
  } catch (error) {
    if (database.isOpen) database.close();
    throw error;
  }
}

function broughtUp(database: Database, file: string, fill: (database: Database) => void): Database {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 2000');
  database.exec(`PRAGMA journal_size_limit = ${LARGEST_LOG}`);
  const made: unknown = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'meta'`).get();
  if (made === undefined) {
    inTransaction(database, () => {
      database.exec(SCHEMA);
      database.prepare('INSERT INTO meta (version) VALUES (?)').run(1);
      bringUpToDate(database, 1);
      fill(database);
    });
    return database;
  }
  const { version } = database.prepare('SELECT version FROM meta').get() as {
    readonly version: number;
  };
  if (version < 1 || version > VERSION) {
    throw new Error(
      `The demo data in ${file} is of version ${version}, this Stint knows ${VERSION}. ` +
        'It was left as it is. Move the file away to begin the demo afresh.',
    );
  }
  inTransaction(database, () => bringUpToDate(database, version));
  makeSmall(database);
  return database;
}

/** No demo fills so much by itself; before requests had bounds, their journal could. */
function makeSmall(database: Database): void {
  const { bytes } = database
    .prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size')
    .get() as { readonly bytes: number };
  if (bytes > LARGEST_FILE) database.exec('DELETE FROM requests; VACUUM');
}

function bringUpToDate(database: Database, version: number): void {
  for (const step of STEPS.slice(version - 1)) database.exec(step);
  database.prepare('UPDATE meta SET version = ?').run(VERSION);
}
