import type { EntriesFilter, Seconds } from '#contract';
import type { Store, WantedEntries } from '../../../app/ports/ports.ts';
import type { Database } from '../database/open-database.ts';
import { readRows } from '../rows/read-rows-skip-damaged.ts';
import { soundEntry } from '../rows/validate-row-values.ts';
import { shownOfRow } from '../rows/shown-seconds-sql.ts';
import { LONGEST_SPAN_MS } from '../rows/longest-span.ts';

type EntryPages = Pick<Store, 'entriesPage' | 'entriesFacts' | 'removedBetween'>;

const IS_SHOWN = `presence IN ('kept', 'restoring')`;

/** Long lists of entries, a slice at a time. */
export function createEntryPages(db: Database): EntryPages {
  return {
    entriesPage(account, wanted, { offset, count }) {
      const { where, values } = condition(wanted);
      const order = wanted.of === 'range' && wanted.filter?.oldestFirst === true ? 'ASC' : 'DESC';
      // Skips within the index; only what is wanted is read from the table.
      const statement = db.prepare(
        `SELECT entries.* FROM
             (SELECT rowid AS place FROM entries WHERE account = ? AND ${where}
              ORDER BY start_at ${order} LIMIT ? OFFSET ?)
             JOIN entries ON entries.rowid = place
           ORDER BY entries.start_at ${order}, entries.rowid ${order}`,
      );
      return readRows(db, () => statement.all(account, ...values, count, offset), soundEntry);
    },
    entriesFacts(account, wanted) {
      const { where, values } = condition(wanted);
      const row = db
        .prepare(
          `SELECT count(*) AS n, total(iif(type = 'activity', ${shownOfRow()}, 0)) AS seconds
           FROM entries WHERE account = ? AND ${where}`,
        )
        .get(account, ...values);
      return { count: Number(row?.['n']), trackedSeconds: Number(row?.['seconds']) as Seconds };
    },
    removedBetween(account, fromAt, toAt) {
      const statement = db.prepare(
        `SELECT * FROM entries WHERE account = ? AND presence IN ('removing', 'removed')
           AND start_at > ? AND start_at < ? AND start_at + seconds * 1000 > ?
         ORDER BY start_at DESC, id`,
      );
      const find = () => statement.all(account, fromAt - LONGEST_SPAN_MS, toAt, fromAt);
      return readRows(db, find, soundEntry);
    },
  };
}

type Condition = { readonly where: string; readonly values: (string | number)[] };

/** Of what is looked for, behind the account; its values in order. */
function condition(wanted: WantedEntries): Condition {
  const scope =
    wanted.of === 'range'
      ? withFilter(wanted.filter, {
          where: `start_at >= ? AND start_at < ?`,
          values: [wanted.range.startAt, wanted.range.endAt],
        })
      : { where: `task IS NOT NULL AND json_extract(task, '$.id') = ?`, values: [wanted.taskId] };
  const where = `${scope.where} AND ${IS_SHOWN}`;
  if (wanted.text.trim() === '') return { where, values: scope.values };
  return {
    where: `${where} AND holds_words(?, description, task)`,
    values: [...scope.values, wanted.text],
  };
}

const OF_TASK = `task IS NOT NULL AND json_extract(task, '$.id')`;
const IS_ARCHIVED = `shelf IN ('archived', 'archiving')`;

function withFilter(filter: EntriesFilter = {}, { where, values }: Condition): Condition {
  const { entryType, taskId, statusId, archived } = filter;
  const terms = [where];
  const wanted = [...values];
  if (entryType !== undefined) {
    terms.push('type = ?');
    wanted.push(entryType);
  }
  if (taskId !== undefined) {
    terms.push(`${OF_TASK} = ?`);
    wanted.push(taskId);
  }
  if (statusId !== undefined) {
    terms.push(`${OF_TASK} IN (SELECT id FROM tasks
      WHERE tasks.account = entries.account AND json_extract(value, '$.statusId') = ?)`);
    wanted.push(statusId);
  }
  if (archived !== undefined) terms.push(archived ? IS_ARCHIVED : `NOT ${IS_ARCHIVED}`);
  return { where: terms.join(' AND '), values: wanted };
}
