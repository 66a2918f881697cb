import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { Damage, DAMAGED, isBeyondReading, isDamage } from './database-failures.ts';
import { migrationFrom } from './schema-migrations.ts';
import { createWordSearch } from './holds-words-function.ts';

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
  /** To be called where a row was read that is none of ours: it, and all like it, are put aside. */
  putAside(): void;
  isOpen(): boolean;
  /** May be called again. */
  close(): void;
};

/** What is to be done about what no statement can do itself. */
export type Troubles = {
  /** A statement has met damage. */
  readonly damaged: () => void;
  /** Rows are there that cannot be read: from now on they shall stand apart. */
  readonly unreadable: (db: Database) => void;
};

const NOTHING_TO_DO: Troubles = { damaged: () => undefined, unreadable: () => undefined };

/**
 * Opens the file and brings its schema up to date. Every commit is on the platter when it returns
 * (WAL with synchronous=FULL). Throws where the file is not a database of Stint's, cannot be written
 * or is from a newer Stint; it is left as it was.
 */
export function openDatabase(file: string, troubles: Troubles = NOTHING_TO_DO): Database {
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
  const opened: Database = {
    prepare(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = guarded(db.prepare(sql), opened, troubles);
      statements.set(sql, statement);
      return statement;
    },
    transaction: createTransaction(db),
    putAside: () => troubles.unreadable(opened),
    isOpen: () => db.isOpen,
    close() {
      if (db.isOpen) db.close();
    },
  };
  return opened;
}

function guarded(statement: Statement, db: Database, { damaged }: Troubles): Statement {
  function attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!isBeyondReading(error)) throw error;
      // One number that JavaScript cannot hold fails the whole statement: without its row all else is read.
      db.putAside();
      return work();
    }
  }
  function guard<T>(work: () => T): T {
    try {
      return attempt(work);
    } catch (error) {
      if (!isDamage(error)) throw error;
      damaged();
      throw new Damage(DAMAGED, { cause: error });
    }
  }
  return {
    run: (...values) => guard(() => statement.run(...readable(values))),
    get: (...values) => guard(() => statement.get(...values)),
    all: (...values) => guard(() => statement.all(...values)),
  };
}

/** All numbers are whole ones here: what JavaScript cannot hold exactly could not be read back. */
function readable(values: Value[]): Value[] {
  const odd = values.find((value) => typeof value === 'number' && !Number.isSafeInteger(value));
  if (odd !== undefined) throw new RangeError(`${odd} cannot be kept`);
  return values;
}

function migrate(db: DatabaseSyncInstance): void {
  const row = (db.prepare('PRAGMA user_version') as Statement).get();
  const steps = migrationFrom(Number(row?.['user_version'] ?? 0));
  if (steps !== undefined) db.exec(steps);
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
