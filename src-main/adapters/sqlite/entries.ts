import type { Instant } from '#contract';
import type { AccountId, StateCounts, Store } from '../../app/ports.ts';
import type { Database } from './database.ts';
import { entryColumns, entryOf, sessionOf, taskColumn } from './rows.ts';

/** No session is longer: bounds the index range that can touch a day. */
const LONGEST_SPAN_MS = 31 * 86_400_000;

type EntryStore = Pick<
  Store,
  | 'session'
  | 'setSession'
  | 'entry'
  | 'putEntry'
  | 'removeEntry'
  | 'entriesBetween'
  | 'entriesInState'
  | 'counts'
  | 'startTaken'
  | 'sendingToUnknown'
  | 'lastEntry'
>;

export function createEntryStore(db: Database): EntryStore {
  return { ...sessions(db), ...writes(db), ...reads(db) };
}

function sessions(db: Database): Pick<EntryStore, 'session' | 'setSession'> {
  return {
    session(account) {
      const row = db.prepare('SELECT * FROM session WHERE account = ?').get(account);
      return row === undefined ? undefined : sessionOf(row);
    },
    setSession(account, session) {
      if (session === undefined) {
        db.prepare('DELETE FROM session WHERE account = ?').run(account);
        return;
      }
      const { id, startAt, task, description } = session;
      db.prepare(
        `INSERT INTO session (account, id, start_at, task, description) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (account) DO UPDATE SET id = excluded.id, start_at = excluded.start_at,
           task = excluded.task, description = excluded.description`,
      ).run(account, id, startAt, taskColumn(task), description ?? null);
    },
  };
}

function writes(db: Database): Pick<EntryStore, 'putEntry' | 'removeEntry' | 'sendingToUnknown'> {
  return {
    putEntry(account, entry) {
      db.prepare(
        `INSERT INTO entries (id, account, origin, start_at, seconds, type, task, description,
           state, since_at, server_id, status, reason)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET start_at = excluded.start_at, seconds = excluded.seconds,
           type = excluded.type, task = excluded.task, description = excluded.description,
           state = excluded.state, since_at = excluded.since_at, server_id = excluded.server_id,
           status = excluded.status, reason = excluded.reason`,
      ).run(...entryColumns(account, entry));
    },
    removeEntry(id) {
      db.prepare('DELETE FROM entries WHERE id = ?').run(id);
    },
    sendingToUnknown(at) {
      const { changes } = db
        .prepare(`UPDATE entries SET state = 'unknown', since_at = ? WHERE state = 'sending'`)
        .run(at);
      return Number(changes);
    },
  };
}

type Reads = 'entry' | 'entriesBetween' | 'entriesInState' | 'counts' | 'startTaken' | 'lastEntry';

function reads(db: Database): Pick<EntryStore, Reads> {
  return {
    entry(id) {
      const row = db.prepare('SELECT * FROM entries WHERE id = ?').get(id);
      return row === undefined ? undefined : entryOf(row);
    },
    entriesBetween(account, fromAt, toAt) {
      return db
        .prepare(
          `SELECT * FROM entries WHERE account = ? AND start_at > ? AND start_at < ?
             AND start_at + seconds * 1000 > ? ORDER BY start_at DESC, id`,
        )
        .all(account, fromAt - LONGEST_SPAN_MS, toAt, fromAt)
        .map(entryOf);
    },
    entriesInState(account, state, most) {
      return db
        .prepare('SELECT * FROM entries WHERE account = ? AND state = ? ORDER BY start_at LIMIT ?')
        .all(account, state, most)
        .map(entryOf);
    },
    counts: (account) => counts(db, account),
    startTaken: (account, startAt) => startTaken(db, account, startAt),
    lastEntry(account) {
      const row = db
        .prepare('SELECT * FROM entries WHERE account = ? ORDER BY start_at DESC LIMIT 1')
        .get(account);
      return row === undefined ? undefined : entryOf(row);
    },
  };
}

function counts(db: Database, account: AccountId): StateCounts {
  const rows = db
    .prepare(
      `SELECT state, count(*) AS n FROM entries
       WHERE account = ? AND state <> 'delivered' GROUP BY state`,
    )
    .all(account);
  const found = new Map(rows.map((row) => [row['state'], Number(row['n'])]));
  return {
    queued: found.get('queued') ?? 0,
    sending: found.get('sending') ?? 0,
    unknown: found.get('unknown') ?? 0,
    rejected: found.get('rejected') ?? 0,
  };
}

function startTaken(db: Database, account: AccountId, startAt: Instant): boolean {
  const row = db
    .prepare(
      `SELECT 1 FROM entries WHERE account = ?1 AND start_at = ?2 AND origin = 'stint'
       UNION ALL SELECT 1 FROM session WHERE account = ?1 AND start_at = ?2 LIMIT 1`,
    )
    .get(account, startAt);
  return row !== undefined;
}
