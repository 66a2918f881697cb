import { DatabaseSync } from '@photostructure/sqlite';
import { z } from 'zod';
import type { Database } from './database.ts';

const KEPT = 1000;
const LONGEST_PATH = 2000;
const LONGEST_BODY = 10_000;

const requestRow = z.object({
  /** Milliseconds since 1970. */
  at: z.int(),
  method: z.string(),
  /** With its query; a long one ends early. */
  path: z.string(),
  status: z.int(),
  /** The beginning of a long one. */
  body: z.string(),
});

/** One request as the server got it; the Authorization header is never kept. */
export type JournalEntry = z.infer<typeof requestRow>;

export type Journal = {
  add(entry: JournalEntry): void;
  /** Oldest first. */
  read(): readonly JournalEntry[];
};

const SELECT = 'SELECT at, method, path, status, body FROM requests ORDER BY id';

export function createJournal(database: Database): Journal {
  const insert = database.prepare(
    'INSERT INTO requests (at, method, path, status, body) VALUES (?, ?, ?, ?, ?)',
  );
  const trim = database.prepare('DELETE FROM requests WHERE id <= ?');
  return {
    add({ at, method, path, status, body }) {
      const { lastInsertRowid } = insert.run(
        at,
        method,
        path.slice(0, LONGEST_PATH),
        status,
        body.slice(0, LONGEST_BODY),
      );
      trim.run(Number(lastInsertRowid) - KEPT);
    },
    read: () => z.array(requestRow).parse(database.prepare(SELECT).all()),
  };
}

/** What a server that may still be running wrote into its file, oldest first. */
export function readJournal(file: string): readonly JournalEntry[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return z.array(requestRow).parse(database.prepare(SELECT).all());
  } finally {
    database.close();
  }
}
