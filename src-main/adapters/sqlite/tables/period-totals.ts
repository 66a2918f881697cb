import type { Instant, Seconds } from '#contract';
import type { AccountId } from '../../../app/ports/ports.ts';
import type { PeriodStore } from '../../../app/ports/period-store.ts';
import type { Database } from '../database/open-database.ts';
import { LONGEST_SPAN_MS } from '../rows/longest-span.ts';
import { taskOf } from '../database/json-column.ts';
import { shownBetween } from '../rows/shown-seconds-sql.ts';
import { readRows } from '../rows/read-rows-skip-damaged.ts';
import { soundEntry } from '../rows/validate-row-values.ts';

/** What a person sees of a period, by overlap. Parameters: account, from, to. */
const SHOWN = `account = ?1 AND start_at > ?2 - ${LONGEST_SPAN_MS} AND start_at < ?3
  AND start_at + seconds * 1000 > ?2 AND presence IN ('kept', 'restoring')`;

const secondsWithin = (from: string, to: string): string =>
  shownBetween(`max(start_at, ${from})`, `min(start_at + seconds * 1000, ${to})`);

/** A day or a week, of which there may be more entries than are read one by one. */
export function createPeriodStore(
  db: Database,
): Omit<PeriodStore<AccountId>, 'entriesPage' | 'entriesFacts'> {
  return {
    newestBetween(account, { startAt, endAt }, most) {
      const statement = db.prepare(
        `SELECT * FROM entries WHERE ${SHOWN} ORDER BY start_at DESC, id LIMIT ?4`,
      );
      return readRows(db, () => statement.all(account, startAt, endAt, most), soundEntry);
    },
    begunUntil(account, { startAt, endAt }, at) {
      const row = db
        .prepare(
          `SELECT count(*) AS n, max(start_at + seconds * 1000) AS end_at FROM entries
           WHERE ${SHOWN} AND start_at <= ?4`,
        )
        .get(account, startAt, endAt, at);
      return { count: Number(row?.['n']), endAt: Number(row?.['end_at'] ?? at) as Instant };
    },
    totalsWithin(account, range, spans) {
      // One look at the index for all of them.
      const sums = spans.flatMap((_, index) => {
        const seconds = secondsWithin(`?${4 + 2 * index}`, `?${5 + 2 * index}`);
        return ['activity', 'break'].map(
          (type) => `total(iif(type = '${type}', ${seconds}, 0)) AS ${type}${index}`,
        );
      });
      const bounds = spans.flatMap(({ startAt, endAt }) => [startAt, endAt]);
      const row = db
        .prepare(`SELECT ${sums.join(', ')} FROM entries WHERE ${SHOWN}`)
        .get(account, range.startAt, range.endAt, ...bounds);
      return spans.map((span, index) => ({
        ...span,
        activitySeconds: Number(row?.[`activity${index}`]) as Seconds,
        breakSeconds: Number(row?.[`break${index}`]) as Seconds,
      }));
    },
    activityByTask: (account, { startAt, endAt }) =>
      db
        .prepare(
          `SELECT task, total(${secondsWithin('?2', '?3')}) AS seconds FROM entries
           WHERE ${SHOWN} AND type = 'activity' GROUP BY task`,
        )
        .all(account, startAt, endAt)
        .map((row) => ({ task: taskOf(row['task']), seconds: Number(row['seconds']) as Seconds })),
  };
}
