import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { Damage, isDamage } from './failures.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './schema.ts';
import { createWordSearch } from './word-search.ts';

type Value = string | number | null;
export type Row = Readonly<Record<string, unknown>>;

/** The part of node:sqlite's StatementSync in use here, with rows as unknown columns. */
export type Statement = {
  run(...values: Value[]): { readonly changes: number | bigint };
  get(...values: Value[]): Row | undefined;
  all(...values: Value[]): readonly Row[];
};

export type Database = {
  /** A statement is prepared once and kept. */
  prepare(sql: string): Statement;
  transaction<T>(work: () => T): T;
  isOpen(): boolean;
  /** May be called again. */
  close(): void;
};

/**
 * Opens the file and brings its schema up to date. Every commit is on the platter when it returns
 * (WAL with synchronous=FULL). Throws where the file is not a database of Stint's, cannot be written
 * or is from a newer Stint; it is left as it was. `onDamage` is called when a statement meets damage.
 */
export function openDatabase(file: string, onDamage: () => void = () => undefined): Database {
  const db = new DatabaseSync(file);
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    db.function('holds_words', { deterministic: true }, createWordSearch());
    migrate(db);
    // A file that cannot be written opens all the same: better to hear of it now than at the first click.
    db.exec('BEGIN IMMEDIATE; ROLLBACK');
  } catch (error) {
    db.close();
    throw error;
  }
  const statements = new Map<string, Statement>();
  return {
    prepare(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = guarded(db.prepare(sql), onDamage);
      statements.set(sql, statement);
      return statement;
    },
    transaction: createTransaction(db),
    isOpen: () => db.isOpen,
    close() {
      if (db.isOpen) db.close();
    },
  };
}

const DAMAGED =
  'the database is damaged. Quit Stint and start it again: it keeps the damaged file and recovers what can be read';

function guarded(statement: Statement, onDamage: () => void): Statement {
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (!isDamage(error)) throw error;
      onDamage();
      throw new Damage(DAMAGED, { cause: error });
    }
  };
  return {
    run: (...values) => guard(() => statement.run(...values)),
    get: (...values) => guard(() => statement.get(...values)),
    all: (...values) => guard(() => statement.all(...values)),
  };
}

/** No Stint will have had so many; a higher version is a broken header. */
const HIGHEST_VERSION = 1000;

function migrate(db: DatabaseSyncInstance): void {
  const row = (db.prepare('PRAGMA user_version') as Statement).get();
  const version = Number(row?.['user_version'] ?? 0);
  if (version < 0 || version > HIGHEST_VERSION) throw new Damage(`version ${version}`);
  if (version > SCHEMA_VERSION) {
    throw new Error(
      `the data is from a newer Stint (${version}, this one knows ${SCHEMA_VERSION})`,
    );
  }
  if (version === SCHEMA_VERSION) return;
  const steps = MIGRATIONS.slice(version).join('');
  db.exec(`BEGIN IMMEDIATE; ${steps} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
}

/** An inner transaction is part of the outer one: either all is kept or nothing. */
function createTransaction(db: DatabaseSyncInstance): Database['transaction'] {
  let depth = 0;
  return (work) => {
    if (depth > 0) return work();
    db.exec('BEGIN IMMEDIATE');
    depth = 1;
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      rollBack(db);
      throw error;
    } finally {
      depth = 0;
    }
  };
}

function rollBack(db: DatabaseSyncInstance): void {
  // SQLite has rolled back by itself after some errors (a full disk, for one).
  if (db.isTransaction) db.exec('ROLLBACK');
}
