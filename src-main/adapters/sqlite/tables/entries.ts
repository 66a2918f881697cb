import type { Instant } from '#contract';
import type { AccountId, StateCounts, Store } from '../../../app/ports/ports.ts';
import type { Database } from '../database/open-database.ts';
import { taskColumn } from '../database/json-column.ts';
import { readRow, readRows } from '../rows/read-rows-skip-damaged.ts';
import { soundEntry, soundSession } from '../rows/validate-row-values.ts';
import { ENTRY_COLUMNS, entryColumns } from '../rows/entry-rows.ts';
import { refuseUnkeepable } from '../rows/refuse-unkeepable.ts';
import { LONGEST_SPAN_MS } from '../rows/longest-span.ts';

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
  | 'queuedToSending'
  | 'sendingToUnknown'
  | 'restartGrace'
  | 'lastEntry'
>;

export function createEntryStore(db: Database): EntryStore {
  return { ...sessions(db), ...writes(db), ...deliveries(db), ...reads(db) };
}

function sessions(db: Database): Pick<EntryStore, 'session' | 'setSession'> {
  return {
    session(account) {
      const statement = db.prepare('SELECT * FROM session WHERE account = ?');
      return readRow(db, () => statement.get(account), soundSession);
    },
    setSession(account, session) {
      if (session === undefined) {
        db.prepare('DELETE FROM session WHERE account = ?').run(account);
        return;
      }
      const { id, startAt, task, description, timeBlockId } = session;
      refuseUnkeepable({ startAt });
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

const [, , , ...CHANGEABLE] = ENTRY_COLUMNS;

const PUT_ENTRY = `INSERT INTO entries (${ENTRY_COLUMNS.join(', ')})
  VALUES (${ENTRY_COLUMNS.map(() => '?').join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${CHANGEABLE.map((name) => `${name} = excluded.${name}`).join(', ')}
  WHERE entries.account = excluded.account`;

function writes(db: Database): Pick<EntryStore, 'putEntry' | 'removeEntry' | 'purgeRemoved'> {
  return {
    putEntry(account, entry) {
      refuseUnkeepable(entry);
      const write = db.prepare(PUT_ENTRY);
      if (Number(write.run(...entryColumns(account, entry)).changes) > 0) return;
      // Each server counts from one: what another account has under this id stays as it is.
      const id = `${entry.id}@${account}`;
      write.run(...entryColumns(account, { ...entry, id }));
    },
    removeEntry(id) {
      db.prepare('DELETE FROM entries WHERE id = ?').run(id);
    },
    purgeRemoved() {
      // What is to be looked for, or was given up and is not forgotten, may turn up once more.
      db.prepare(
        `DELETE FROM entries WHERE presence = 'removed' AND look_at IS NULL AND late IS NULL`,
      ).run();
    },
  };
}

/** Where many entries stand in their delivery, by one statement. */
function deliveries(
  db: Database,
): Pick<EntryStore, 'queuedToSending' | 'sendingToUnknown' | 'restartGrace'> {
  return {
    queuedToSending(entries, sinceAt) {
      db.prepare(
        `UPDATE entries SET state = 'sending', since_at = ?
           WHERE id IN (SELECT value FROM json_each(?)) AND state = 'queued'`,
      ).run(sinceAt, JSON.stringify(entries.map(({ id }) => id)));
    },
    sendingToUnknown(at, patienceMs) {
      const { changes } = db
        .prepare(
          `UPDATE entries SET state = 'unknown', sent_at = since_at,
             since_at = max(?1, min(since_at, ?1) + ?2)
             WHERE state = 'sending'`,
        )
        .run(at, patienceMs);
      return Number(changes);
    },
    restartGrace(at, { patienceMs, lookAt }) {
      // Spelt as the index `undelivered` is, which a scan of all entries would miss.
      db.prepare(
        `UPDATE entries SET since_at = max(?1, min(since_at, ?1 + ?2))
           WHERE state = 'unknown' AND state <> 'delivered'
           AND account IN (SELECT DISTINCT account FROM entries WHERE state <> 'delivered')`,
      ).run(at, patienceMs);
      db.prepare(
        `UPDATE entries SET look_at = ? WHERE look_at IS NOT NULL
           AND account IN (SELECT DISTINCT account FROM entries WHERE look_at IS NOT NULL)`,
      ).run(lookAt);
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
      const statement = db.prepare('SELECT * FROM entries WHERE id = ?');
      return readRow(db, () => statement.get(id), soundEntry);
    },
    entriesBetween(account, fromAt, toAt) {
      const statement = db.prepare(
        `SELECT * FROM entries WHERE account = ? AND start_at > ? AND start_at < ?
             AND start_at + seconds * 1000 > ? ORDER BY start_at DESC, id`,
      );
      return readRows(
        db,
        () => statement.all(account, fromAt - LONGEST_SPAN_MS, toAt, fromAt),
        soundEntry,
      );
    },
    entriesOnServer(account, serverIds) {
      const statement = db.prepare(
        `SELECT * FROM entries WHERE account = ?
             AND server_id IN (SELECT value FROM json_each(?))`,
      );
      return readRows(db, () => statement.all(account, JSON.stringify(serverIds)), soundEntry);
    },
    entriesInState(account, state, most) {
      const statement = db.prepare(
        `SELECT * FROM entries WHERE account = ? AND state = ? AND state <> 'delivered'
             AND presence <> 'removed' AND (state <> 'unknown' OR status IS NULL)
             ORDER BY start_at LIMIT ?`,
      );
      return readRows(db, () => statement.all(account, state, most), soundEntry);
    },
    changedEntries(account, most) {
      const statement = db.prepare(
        'SELECT * FROM entries WHERE account = ? AND changed = 1 ORDER BY start_at LIMIT ?',
      );
      return readRows(db, () => statement.all(account, most), soundEntry);
    },
    counts: (account) => counts(db, account),
    startTaken: (account, startAt) => startTaken(db, account, startAt),
    lastEntry(account) {
      const statement = db.prepare(
        `SELECT * FROM entries WHERE account = ? AND presence = 'kept' AND type = 'activity'
         ORDER BY start_at DESC LIMIT 1`,
      );
      return readRow(db, () => statement.get(account), soundEntry);
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
          WHERE account = ?1 AND status IS NOT NULL AND presence <> 'removed') AS refused,
         (SELECT count(*) FROM entries
          WHERE account = ?1 AND sent IS NOT NULL AND presence = 'kept' AND status IS NULL
            AND json_extract(sent, '$.conflict') IS NOT NULL) AS conflicts,
         (SELECT count(*) FROM entries WHERE account = ?1 AND status IS NOT NULL
            AND state = 'unknown' AND state <> 'delivered' AND presence <> 'removed') AS questions`,
    )
    .get(account);
  const questions = Number(others?.['questions']);
  return {
    queued: found.get('queued') ?? 0,
    sending: found.get('sending') ?? 0,
    unknown: (found.get('unknown') ?? 0) - questions,
    changed: Number(others?.['changed']),
    rejected: Number(others?.['refused']) - questions,
    conflicts: Number(others?.['conflicts']),
    questions,
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
