import type { Instant } from '#contract';
import type { Store } from '../../../app/ports/ports.ts';
import type { Database } from '../database/open-database.ts';

type ReadingStore = Pick<Store, 'readAt' | 'setReadAt'>;

/** A year of days, and then some: older ones are forgotten and read again when somebody looks. */
const MOST = 500;

/** When which range was last read. */
export function createReadingStore(db: Database): ReadingStore {
  return {
    readAt(account, { startAt, endAt }) {
      const row = db
        .prepare(
          `SELECT max(read_at) AS at FROM readings
           WHERE account = ? AND from_at <= ? AND to_at >= ?`,
        )
        .get(account, startAt, endAt);
      const at = row?.['at'];
      return typeof at === 'number' ? (at as Instant) : undefined;
    },
    setReadAt: (account, { startAt, endAt }, at) =>
      db.transaction(() => {
        // What lies within it is told by it from now on.
        db.prepare('DELETE FROM readings WHERE account = ? AND from_at >= ? AND to_at <= ?').run(
          account,
          startAt,
          endAt,
        );
        db.prepare('INSERT INTO readings VALUES (?, ?, ?, ?)').run(account, startAt, endAt, at);
        db.prepare(
          `DELETE FROM readings WHERE account = ?1 AND read_at < (
             SELECT read_at FROM readings WHERE account = ?1
             ORDER BY read_at DESC LIMIT 1 OFFSET ${MOST - 1})`,
        ).run(account);
      }),
  };
}
