import type { Seconds } from '#contract';
import type { Store, WantedEntries } from '../../app/ports.ts';
import type { Database } from './database.ts';
import { entryOf } from './rows.ts';

type EntryPages = Pick<Store, 'entriesPage' | 'entriesFacts' | 'removedBetween'>;

/** Longer than any session: bounds the index range that can touch a day. */
const LONGEST_SPAN_MS = 31 * 86_400_000;

const IS_SHOWN = `presence IN ('kept', 'restoring')`;

/** Long lists of entries, a stretch at a time. */
export function createEntryPages(db: Database): EntryPages {
  return {
    entriesPage(account, wanted, { offset, count }) {
      const { where, values } = condition(wanted);
      // Skips within the index; only what is wanted is read from the table.
      return db
        .prepare(
          `SELECT entries.* FROM
             (SELECT rowid AS place FROM entries WHERE account = ? AND ${where}
              ORDER BY start_at DESC LIMIT ? OFFSET ?)
             JOIN entries ON entries.rowid = place
           ORDER BY entries.start_at DESC, entries.rowid DESC`,
        )
        .all(account, ...values, count, offset)
        .map(entryOf);
    },
    entriesFacts(account, wanted) {
      const { where, values } = condition(wanted);
      const row = db
        .prepare(
          `SELECT count(*) AS n, coalesce(sum(iif(type = 'activity', seconds, 0)), 0) AS seconds
           FROM entries WHERE account = ? AND ${where}`,
        )
        .get(account, ...values);
      return { count: Number(row?.['n']), trackedSeconds: Number(row?.['seconds']) as Seconds };
    },
    removedBetween: (account, fromAt, toAt) =>
      db
        .prepare(
          `SELECT * FROM entries WHERE account = ? AND presence IN ('removing', 'removed')
             AND start_at > ? AND start_at < ? AND start_at + seconds * 1000 > ?
           ORDER BY start_at DESC, id`,
        )
        .all(account, fromAt - LONGEST_SPAN_MS, toAt, fromAt)
        .map(entryOf),
  };
}

/** Of what is looked for, behind the account; its values in order. */
function condition(wanted: WantedEntries): {
  readonly where: string;
  readonly values: (string | number)[];
} {
  const scope =
    wanted.of === 'range'
      ? {
          where: `start_at >= ? AND start_at < ?`,
          values: [wanted.range.startAt, wanted.range.endAt],
        }
      : { where: `task IS NOT NULL AND json_extract(task, '$.id') = ?`, values: [wanted.taskId] };
  const where = `${scope.where} AND ${IS_SHOWN}`;
  if (wanted.text.trim() === '') return { where, values: scope.values };
  return {
    where: `${where} AND holds_words(?, description, task)`,
    values: [...scope.values, wanted.text],
  };
}
