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
  | 'purgeRemoved'
  | 'entriesBetween'
  | 'entriesOnServer'
  | 'entriesInState'
  | 'changedEntries'
  | 'counts'
  | 'startTaken'
  | 'sendingToUnknown'
  | 'restartGrace'
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
      const { id, startAt, task, description, timeBlockId } = session;
      db.prepare(
        `INSERT INTO session (account, id, start_at, task, description, time_block_id)
           VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (account) DO UPDATE SET id = excluded.id, start_at = excluded.start_at,
           task = excluded.task, description = excluded.description,
           time_block_id = excluded.time_block_id`,
      ).run(account, id, startAt, taskColumn(task), description ?? null, timeBlockId ?? null);
    },
  };
}

function writes(
  db: Database,
): Pick<
  EntryStore,
  'putEntry' | 'removeEntry' | 'purgeRemoved' | 'sendingToUnknown' | 'restartGrace'
> {
  return {
    putEntry(account, entry) {
      db.prepare(
        `INSERT INTO entries (id, account, origin, start_at, seconds, type, task, description,
           state, since_at, server_id, status, reason, presence, sent, changed, shelf, time_block_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET start_at = excluded.start_at, seconds = excluded.seconds,
           type = excluded.type, task = excluded.task, description = excluded.description,
           state = excluded.state, since_at = excluded.since_at, server_id = excluded.server_id,
           status = excluded.status, reason = excluded.reason, presence = excluded.presence,
           sent = excluded.sent, changed = excluded.changed, shelf = excluded.shelf,
           time_block_id = excluded.time_block_id`,
      ).run(...entryColumns(account, entry));
    },
    removeEntry(id) {
      db.prepare('DELETE FROM entries WHERE id = ?').run(id);
    },
    purgeRemoved() {
      db.prepare(`DELETE FROM entries WHERE presence = 'removed'`).run();
    },
    sendingToUnknown(at) {
      const { changes } = db
        .prepare(`UPDATE entries SET state = 'unknown', since_at = ? WHERE state = 'sending'`)
        .run(at);
      return Number(changes);
    },
    restartGrace(at) {
      // Spelt as the index `undelivered` is, which a scan of all entries would miss.
      db.prepare(
        `UPDATE entries SET since_at = ? WHERE state = 'unknown' AND state <> 'delivered'
           AND account IN (SELECT DISTINCT account FROM entries WHERE state <> 'delivered')`,
      ).run(at);
    },
  };
}

type Reads =
  | 'entry'
  | 'entriesBetween'
  | 'entriesOnServer'
  | 'entriesInState'
  | 'changedEntries'
  | 'counts'
  | 'startTaken'
  | 'lastEntry';

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
    entriesOnServer(account, serverIds) {
      return db
        .prepare(
          `SELECT * FROM entries WHERE account = ?
             AND server_id IN (SELECT value FROM json_each(?))`,
        )
        .all(account, JSON.stringify(serverIds))
        .map(entryOf);
    },
    entriesInState(account, state, most) {
      return db
        .prepare(
          `SELECT * FROM entries WHERE account = ? AND state = ? AND state <> 'delivered'
             AND presence <> 'removed' ORDER BY start_at LIMIT ?`,
        )
        .all(account, state, most)
        .map(entryOf);
    },
    changedEntries(account, most) {
      return db
        .prepare(
          'SELECT * FROM entries WHERE account = ? AND changed = 1 ORDER BY start_at LIMIT ?',
        )
        .all(account, most)
        .map(entryOf);
    },
    counts: (account) => counts(db, account),
    startTaken: (account, startAt) => startTaken(db, account, startAt),
    lastEntry(account) {
      const row = db
        .prepare(
          `SELECT * FROM entries WHERE account = ? AND presence = 'kept'
           ORDER BY start_at DESC LIMIT 1`,
        )
        .get(account);
      return row === undefined ? undefined : entryOf(row);
    },
  };
}

function counts(db: Database, account: AccountId): StateCounts {
  const rows = db
    .prepare(
      `SELECT state, count(*) AS n FROM entries
       WHERE account = ? AND state <> 'delivered' AND presence <> 'removed' GROUP BY state`,
    )
    .all(account);
  const found = new Map(rows.map((row) => [row['state'], Number(row['n'])]));
  const others = db
    .prepare(
      `SELECT (SELECT count(*) FROM entries WHERE account = ?1 AND changed = 1) AS changed,
         (SELECT count(*) FROM entries
          WHERE account = ?1 AND status IS NOT NULL AND presence <> 'removed') AS refused`,
    )
    .get(account);
  return {
    queued: found.get('queued') ?? 0,
    sending: found.get('sending') ?? 0,
    unknown: found.get('unknown') ?? 0,
    changed: Number(others?.['changed']),
    rejected: Number(others?.['refused']),
  };
}

/**
 * As an entry stands here, as the running session, and as the server may still have an entry; one
 * whose id is known there is recognised by that, wherever it begins.
 */
function startTaken(db: Database, account: AccountId, startAt: Instant): boolean {
  const row = db
    .prepare(
      `SELECT 1 FROM entries WHERE account = ?1 AND start_at = ?2 AND origin = 'stint' AND presence <> 'removed'
       UNION ALL SELECT 1 FROM entries
         WHERE account = ?1 AND json_extract(sent, '$.startAt') = ?2 AND sent IS NOT NULL
           AND server_id IS NULL
       UNION ALL SELECT 1 FROM session WHERE account = ?1 AND start_at = ?2 LIMIT 1`,
    )
    .get(account, startAt);
  return row !== undefined;
}
