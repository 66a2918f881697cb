import type { Instant, Seconds } from '#contract';
import type { Store } from '../../app/ports.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Database, Row } from './database.ts';
import { taskColumn, taskOf } from './rows.ts';

type PlanStore = Pick<Store, 'plansBetween' | 'setPlans' | 'secondsOfTimeBlocks'>;

/** Nobody plans longer in one go: bounds the index range that can touch a day. */
const LONGEST_PLAN_MS = 31 * 86_400_000;

/** By overlap; a plan without a length is where it begins. Parameters: account, from, to. */
const TOUCHING = `account = ?1 AND start_at > ?2 - ${LONGEST_PLAN_MS} AND start_at < ?3
  AND (start_at >= ?2 OR start_at + seconds * 1000 > ?2)`;

export function createPlanStore(db: Database): PlanStore {
  return {
    plansBetween: (account, fromAt, toAt) =>
      db
        .prepare(`SELECT * FROM plans WHERE ${TOUCHING} ORDER BY start_at, id`)
        .all(account, fromAt, toAt)
        .map(planOf),
    setPlans: (account, kind, { startAt, endAt }, plans) =>
      db.transaction(() => {
        db.prepare(`DELETE FROM plans WHERE ${TOUCHING} AND kind = ?4`).run(
          account,
          startAt,
          endAt,
          kind,
        );
        const insert = db.prepare('INSERT OR REPLACE INTO plans VALUES (?, ?, ?, ?, ?, ?, ?)');
        for (const plan of plans) {
          const task = taskColumn(plan.task);
          const description = plan.description ?? null;
          insert.run(account, kind, plan.id, plan.startAt, plan.seconds, task, description);
        }
      }),
    secondsOfTimeBlocks(account, timeBlockIds) {
      const rows = db
        .prepare(
          `SELECT time_block_id AS id, sum(seconds) AS seconds FROM entries
           WHERE account = ? AND time_block_id IN (SELECT value FROM json_each(?))
             AND type = 'activity' AND presence IN ('kept', 'restoring') GROUP BY time_block_id`,
        )
        .all(account, JSON.stringify(timeBlockIds));
      return new Map(rows.map((row) => [Number(row['id']), Number(row['seconds']) as Seconds]));
    },
  };
}

function planOf(row: Row): Plan {
  const { description } = row;
  return {
    kind: row['kind'] === 'entry' ? 'entry' : 'block',
    id: Number(row['id']),
    startAt: Number(row['start_at']) as Instant,
    seconds: Number(row['seconds']) as Seconds,
    task: taskOf(row['task']),
    description: typeof description === 'string' ? description : undefined,
  };
}
