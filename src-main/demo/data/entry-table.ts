import { z } from 'zod';
import type { Database } from './database.ts';
import { orderTerms } from './order-terms.ts';
import type { TimedOrder } from '../api/request-queries.ts';

const nullableId = z.int().nullable();
const nullableInstant = z.int().nullable();

/** A time entry as it lies in the table: instants in milliseconds, durations in seconds, SQLite's null for none. */
const entryRow = z.object({
  id: z.int(),
  type: z.enum(['activity', 'break']),
  task_id: nullableId,
  project_id: nullableId,
  description: z.string().nullable(),
  /** Null: planned. */
  start_at: nullableInstant,
  /** Null beside a start: running. */
  duration: z.int().nullable(),
  billable: z.int(),
  /** A JSON array; null inherits the task's tags. */
  tag_ids: z.string().nullable(),
  time_block_id: nullableId,
  planned_start_at: nullableInstant,
  planned_duration: z.int().nullable(),
  created_at: z.int(),
  updated_at: z.int(),
  archived_at: nullableInstant,
  deleted_at: nullableInstant,
});
export type EntryRow = z.infer<typeof entryRow>;
const runningRow = entryRow.extend({ start_at: z.int() });
export type NewEntryRow = Omit<EntryRow, 'id'>;

export type EntrySelection = {
  /** Both ends inclusive, by overlap. A running entry reaches to `nowAt`. */
  readonly range?: { readonly fromAt: number; readonly toAt: number; readonly nowAt: number };
  readonly taskId?: number | undefined;
  readonly statusId?: number | undefined;
  readonly type?: EntryRow['type'] | undefined;
  readonly archived?: boolean | undefined;
  readonly timeBlockIds?: readonly number[] | undefined;
  readonly withoutTask: boolean;
  readonly orderBy: readonly TimedOrder[];
  readonly limit?: number;
  readonly offset?: number;
};

export type EntryTable = {
  /** Deleted ones too. */
  find(id: number): EntryRow | undefined;
  insert(row: NewEntryRow): EntryRow;
  save(row: EntryRow): void;
  running(): (EntryRow & { readonly start_at: number }) | undefined;
  /** Never a deleted one. */
  select(selection: EntrySelection): readonly EntryRow[];
  /** Deleted ones too, by id. */
  all(): readonly EntryRow[];
};

const COLUMNS = Object.keys(entryRow.shape).filter((column) => column !== 'id');

const BEGIN = 'COALESCE(start_at, planned_start_at)';
const END = `CASE
  WHEN start_at IS NULL THEN planned_start_at + COALESCE(planned_duration, 0) * 1000
  WHEN duration IS NULL THEN :nowAt
  ELSE start_at + duration * 1000 END`;

type Parameters = Record<string, string | number>;

function conditions(selection: EntrySelection): { where: string; parameters: Parameters } {
  const { range, taskId, statusId, type, archived, timeBlockIds } = selection;
  const parameters: Parameters = {};
  const terms = ['deleted_at IS NULL'];
  const add = (term: string, values: Parameters = {}) => {
    terms.push(term);
    Object.assign(parameters, values);
  };
  if (range !== undefined) {
    add(`${BEGIN} <= :toAt AND (${BEGIN} >= :fromAt OR ${END} > :fromAt)`, range);
  }
  if (taskId !== undefined) add('task_id = :taskId', { taskId });
  if (statusId !== undefined) {
    add('task_id IN (SELECT id FROM tasks WHERE status_id = :statusId)', { statusId });
  }
  if (type !== undefined) add('type = :type', { type });
  if (archived !== undefined) add(`archived_at IS ${archived ? 'NOT NULL' : 'NULL'}`);
  if (timeBlockIds !== undefined) {
    add('time_block_id IN (SELECT value FROM json_each(:blocks))', {
      blocks: JSON.stringify(timeBlockIds),
    });
  }
  if (!selection.withoutTask) add('task_id IS NOT NULL');
  return { where: terms.join(' AND '), parameters };
}

export function createEntryTable(database: Database): EntryTable {
  const rows = (sql: string, parameters: Parameters = {}): unknown[] =>
    database.prepare(`SELECT * FROM entries ${sql}`).all(parameters);
  const read = (sql: string, parameters: Parameters = {}) =>
    z.array(entryRow).parse(rows(sql, parameters));
  const insertion = database.prepare(
    `INSERT INTO entries (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((name) => `:${name}`).join(', ')})`,
  );
  const replacement = database.prepare(
    `UPDATE entries SET ${COLUMNS.map((name) => `${name} = :${name}`).join(', ')} WHERE id = :id`,
  );
  return {
    find: (id) => read('WHERE id = :id', { id })[0],
    insert: (row) => ({ ...row, id: Number(insertion.run(row).lastInsertRowid) }),
    save(row) {
      replacement.run(row);
    },
    running: () =>
      z
        .array(runningRow)
        .parse(rows('WHERE start_at IS NOT NULL AND duration IS NULL AND deleted_at IS NULL'))[0],
    select(selection) {
      const { where, parameters } = conditions(selection);
      const order = [...orderTerms(selection.orderBy), `${BEGIN} ASC`, 'id ASC'].join(', ');
      return read(`WHERE ${where} ORDER BY ${order} LIMIT :limit OFFSET :offset`, {
        ...parameters,
        limit: selection.limit ?? -1,
        offset: selection.offset ?? 0,
      });
    },
    all: () => read('ORDER BY id'),
  };
}
