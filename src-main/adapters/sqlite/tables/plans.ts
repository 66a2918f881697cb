import type { Seconds } from '#contract';
import type { Store } from '../../../app/ports/ports.ts';
import type { Database } from '../database/open-database.ts';
import { taskColumn } from '../database/json-column.ts';
import { shownOfRow } from '../rows/shown-seconds-sql.ts';
import { readRows } from '../rows/read-rows-skip-damaged.ts';
import { soundPlan } from '../rows/validate-row-values.ts';
import { refuseUnkeepable } from '../rows/refuse-unkeepable.ts';
import { LONGEST_SPAN_MS } from '../rows/longest-span.ts';

type PlanStore = Pick<Store, 'plansBetween' | 'putPlans' | 'leavePlans' | 'secondsOfTimeBlocks'>;

/** By overlap; a plan without a length is where it begins. Parameters: account, from, to. */
const TOUCHING = `account = ?1 AND start_at > ?2 - ${LONGEST_SPAN_MS} AND start_at < ?3
  AND (start_at >= ?2 OR start_at + seconds * 1000 > ?2)`;

export function createPlanStore(db: Database): PlanStore {
  const putPlans: PlanStore['putPlans'] = (account, plans) =>
    db.transaction(() => {
      const insert = db.prepare('INSERT OR REPLACE INTO plans VALUES (?, ?, ?, ?, ?, ?, ?)');
      for (const plan of plans) {
        refuseUnkeepable(plan);
        const { kind, id, startAt, seconds } = plan;
        const task = taskColumn(plan.task);
        insert.run(account, kind, id, startAt, seconds, task, plan.description ?? null);
      }
    });

  const leavePlans: PlanStore['leavePlans'] = (account, kind, { startAt, endAt }, ids) => {
    db.prepare(
      `DELETE FROM plans WHERE ${TOUCHING} AND kind = ?4
         AND id NOT IN (SELECT value FROM json_each(?5))`,
    ).run(account, startAt, endAt, kind, JSON.stringify(ids));
  };

  return {
    plansBetween: (account, fromAt, toAt) =>
      readRows(
        db,
        () =>
          db
            .prepare(`SELECT * FROM plans WHERE ${TOUCHING} ORDER BY start_at, id`)
            .all(account, fromAt, toAt),
        soundPlan,
      ),
    putPlans,
    leavePlans,
    secondsOfTimeBlocks(account, timeBlockIds) {
      const rows = db
        .prepare(
          `SELECT time_block_id AS id, total(${shownOfRow()}) AS seconds FROM entries
           WHERE account = ? AND time_block_id IN (SELECT value FROM json_each(?))
             AND type = 'activity' AND presence IN ('kept', 'restoring') GROUP BY time_block_id`,
        )
        .all(account, JSON.stringify(timeBlockIds));
      return new Map(rows.map((row) => [Number(row['id']), Number(row['seconds']) as Seconds]));
    },
  };
}
