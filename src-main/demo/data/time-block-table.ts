import { z } from 'zod';
import type { Database } from './database.ts';
import { orderTerms } from './order-terms.ts';
import type { TimedOrder } from '../api/request-queries.ts';

const nullableInstant = z.int().nullable();

/** A time block as it lies in the table: instants in milliseconds, durations in seconds, SQLite's null for none. */
const timeBlockRow = z.object({
  id: z.int(),
  task_id: z.int(),
  start_at: z.int(),
  duration: z.int().nullable(),
  description: z.string().nullable(),
  completed_at: nullableInstant,
  created_at: z.int(),
  updated_at: z.int(),
  archived_at: nullableInstant,
  deleted_at: nullableInstant,
  /** Living entries that name the block. */
  entry_count: z.int(),
});
export type TimeBlockRow = z.infer<typeof timeBlockRow>;
export type NewTimeBlockRow = Omit<TimeBlockRow, 'id' | 'entry_count'>;

export type TimeBlockSelection = {
  /** Both ends inclusive, by overlap. */
  readonly range?: { readonly fromAt: number; readonly toAt: number };
  readonly taskId?: number | undefined;
  readonly statusId?: number | undefined;
  readonly archived?: boolean | undefined;
  readonly orderBy: readonly TimedOrder[];
  readonly limit?: number;
  readonly offset?: number;
};

export type TimeBlockTable = {
  insert(row: NewTimeBlockRow): TimeBlockRow;
  /** Never a deleted one. */
  select(selection: TimeBlockSelection): readonly TimeBlockRow[];
};

const COLUMNS = Object.keys(timeBlockRow.omit({ id: true, entry_count: true }).shape);
const SELECT = `SELECT time_blocks.*,
    (SELECT count(*) FROM entries WHERE time_block_id = time_blocks.id AND deleted_at IS NULL) AS entry_count
  FROM time_blocks`;

type Parameters = Record<string, string | number>;

function conditions(selection: TimeBlockSelection): { where: string; parameters: Parameters } {
  const { range, taskId, statusId, archived } = selection;
  const parameters: Parameters = {};
  const terms = ['deleted_at IS NULL'];
  const add = (term: string, values: Parameters = {}) => {
    terms.push(term);
    Object.assign(parameters, values);
  };
  if (range !== undefined) {
    add(
      `start_at <= :toAt AND (start_at >= :fromAt OR start_at + COALESCE(duration, 0) * 1000 > :fromAt)`,
      range,
    );
  }
  if (taskId !== undefined) add('task_id = :taskId', { taskId });
  if (statusId !== undefined) {
    add('task_id IN (SELECT id FROM tasks WHERE status_id = :statusId)', { statusId });
  }
  if (archived !== undefined) add(`archived_at IS ${archived ? 'NOT NULL' : 'NULL'}`);
  return { where: terms.join(' AND '), parameters };
}

export function createTimeBlockTable(database: Database): TimeBlockTable {
  const insertion = database.prepare(
    `INSERT INTO time_blocks (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((name) => `:${name}`).join(', ')})`,
  );
  return {
    insert: (row) => ({
      ...row,
      id: Number(insertion.run(row).lastInsertRowid),
      entry_count: 0,
    }),
    select(selection) {
      const { where, parameters } = conditions(selection);
      const order = [...orderTerms(selection.orderBy), 'start_at ASC', 'id ASC'].join(', ');
      const rows = database
        .prepare(`${SELECT} WHERE ${where} ORDER BY ${order} LIMIT :limit OFFSET :offset`)
        .all({ ...parameters, limit: selection.limit ?? -1, offset: selection.offset ?? 0 });
      return z.array(timeBlockRow).parse(rows);
    },
  };
}
