import type { UnsettledEntryStore } from '../../../app/ports/unsettled-entry-store.ts';
import type { Database } from '../database/open-database.ts';
import { readRows } from '../rows/read-rows-skip-damaged.ts';
import { soundEntry } from '../rows/validate-row-values.ts';
import { idRowOf } from '../rows/entry-rows.ts';

export function createUnsettledEntryStore(db: Database): UnsettledEntryStore {
  return {
    entriesToLookAt(account, most) {
      const statement = db.prepare(`SELECT * FROM entries WHERE account = ? AND look_at IS NOT NULL
             ORDER BY look_at LIMIT ?`);
      return readRows(
        db,
        () => statement.all(account, Math.min(most, Number.MAX_SAFE_INTEGER)),
        soundEntry,
      );
    },
    lateEntries(account, most) {
      const statement = db.prepare(
        'SELECT * FROM entries WHERE account = ? AND late IS NOT NULL LIMIT ?',
      );
      return readRows(db, () => statement.all(account, most), soundEntry);
    },
    refusedEntries(account, most) {
      const statement = db.prepare(`SELECT * FROM entries WHERE account = ? AND status IS NOT NULL
             AND presence <> 'removed' LIMIT ?`);
      return readRows(db, () => statement.all(account, most), soundEntry);
    },
    forgetLate(before) {
      // Not before somebody has looked for it, and not while a person has yet to decide about a refused change.
      db.prepare(
        `UPDATE entries SET late = NULL
           WHERE late IS NOT NULL AND json_extract(late, '$.sinceAt') < ?
             AND look_at IS NULL AND changed = 0 AND NOT (state = 'delivered' AND status IS NOT NULL)
             AND account IN (SELECT DISTINCT account FROM entries WHERE late IS NOT NULL)`,
      ).run(before);
    },
    idsBetween(account, { fromAt, toAt }, { after, count }) {
      const { startAt, id } = after ?? { startAt: fromAt, id: '' };
      return db
        .prepare(
          `SELECT id, start_at, server_id, sent_at, look_at FROM entries
             WHERE account = ? AND start_at >= ? AND start_at < ? AND (start_at, id) > (?, ?)
             ORDER BY start_at, id LIMIT ?`,
        )
        .all(account, startAt, toAt, startAt, id, count)
        .map(idRowOf);
    },
    namelessBetween(account, fromAt, toAt) {
      // Spelt as the partial indexes are.
      const statement = db.prepare(
        `SELECT * FROM entries WHERE account = ?1 AND state = 'delivered' AND server_id IS NULL
           AND start_at >= ?2 AND start_at < ?3
         UNION ALL SELECT * FROM entries
           WHERE account = ?1 AND state = 'unknown' AND state <> 'delivered'
           AND start_at >= ?2 AND start_at < ?3`,
      );
      return readRows(db, () => statement.all(account, fromAt, toAt), soundEntry);
    },
  };
}
