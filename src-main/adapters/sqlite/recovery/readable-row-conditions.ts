import { MAX_INSTANT_MS, MIN_INSTANT_MS } from '../../../domain/limits.ts';

/**
 * What a row of each table must be for Stint to read it, in SQL, so that rows are looked through
 * without being read: a single integer beyond JavaScript's would make the whole query fail.
 */

const SAFE = Number.MAX_SAFE_INTEGER;

const safe = (value: string): string => `${value} BETWEEN -${SAFE} AND ${SAFE}`;
const id = (value: string): string => `${value} BETWEEN 1 AND ${SAFE}`;
const instant = (value: string): string =>
  `${value} BETWEEN ${MIN_INSTANT_MS} AND ${MAX_INSTANT_MS}`;
const orNull = (column: string, condition: string): string => `(${column} IS NULL OR ${condition})`;
const all = (...conditions: readonly string[]): string => conditions.join(' AND ');

/** With an end that is an instant, too; a product beyond SQLite's integers becomes a real number. */
const span = (startAt: string, seconds: string): string =>
  all(
    instant(startAt),
    `${seconds} BETWEEN 0 AND ${MAX_INSTANT_MS}`,
    `${startAt} + ${seconds} * 1000 <= ${MAX_INSTANT_MS}`,
  );

/** JSON's functions fail on what is no JSON, and only CASE keeps them from being called. */
const json = (value: string, condition: string): string =>
  `CASE WHEN json_valid(${value}) THEN ${condition} ELSE 0 END`;
const typed = (value: string, path: string, type: string): string =>
  `json_type(${value}, '${path}') IS '${type}'`;
const number = (value: string, path: string, condition: (it: string) => string): string =>
  all(typed(value, path, 'integer'), condition(`json_extract(${value}, '${path}')`));

const named = (value: string, at = '$'): string =>
  all(number(value, `${at}.id`, id), typed(value, `${at}.name`, 'text'));
const task = (column: string): string => json(column, named(column));

/** What is no list is listed as itself, which is no item of it. */
const tags = (value: string, path: string): string =>
  `NOT EXISTS (SELECT 1 FROM json_each(${value}, '${path}') AS tag WHERE NOT coalesce((${json('tag.value', named('tag.value'))}), 0))`;

/** What a person may change of an entry. */
const values = (value: string): string =>
  all(
    typed(value, '$.startAt', 'integer'),
    typed(value, '$.seconds', 'integer'),
    span(`json_extract(${value}, '$.startAt')`, `json_extract(${value}, '$.seconds')`),
    `json_extract(${value}, '$.type') IN ('activity', 'break')`,
    `(json_type(${value}, '$.task') IS NULL OR (${named(value, '$.task')}))`,
    tags(value, '$.tags'),
  );
const listOf = (column: string, path: string, condition: string): string =>
  `NOT EXISTS (SELECT 1 FROM json_each(${column}, '${path}') AS item WHERE NOT coalesce((${condition}), 0))`;
const noneOr = (column: string, path: string, type: string): string =>
  `(json_type(${column}, '${path}') IS NULL OR ${typed(column, path, type)})`;
/** A list that is none is listed as itself, which is no item of it. */
const items = json('item.value', values('item.value'));
const late = json(
  'late',
  all(
    number('late', '$.sinceAt', instant),
    listOf('late', '$.creates', items),
    listOf('late', '$.updates', items),
    listOf('late', '$.deeds', `item.value IN ('delete', 'restore', 'archive', 'unarchive')`),
    noneOr('late', '$.others', 'array'),
    listOf('late', '$.others', `item.type = 'integer'`),
    `(json_type(late, '$.blocked') IS NULL OR (${all(
      number('late', '$.blocked.status', safe),
      number('late', '$.blocked.untilAt', safe),
    )}))`,
  ),
);

/** Of an entry's span, with all that it asks for in the index `entries_by_start`. */
export const READABLE_SPAN = span('start_at', 'seconds');

const facts = all(
  `(json_type(delivery_facts, '$.deed') IS NULL OR json_extract(delivery_facts, '$.deed') IN ('delete', 'restore', 'archive', 'unarchive'))`,
  noneOr('delivery_facts', '$.alike', 'array'),
  listOf(
    'delivery_facts',
    '$.alike',
    all(
      typed('item.value', '$.serverId', 'integer'),
      ...['$.description', '$.projectName'].map((path) => noneOr('item.value', path, 'text')),
      noneOr('item.value', '$.createdAt', 'integer'),
      noneOr('item.value', '$.tagNames', 'array'),
    ),
  ),
);

/** By table. A condition that comes out as null counts as not met. */
export const READABLE: Readonly<Record<string, string>> = {
  meta: 'json_valid(value)',
  session: all(
    instant('start_at'),
    orNull('task', task('task')),
    orNull('time_block_id', safe('time_block_id')),
  ),
  entries: all(
    READABLE_SPAN,
    orNull('since_at', instant('since_at')),
    safe('changed'),
    ...['server_id', 'status', 'time_block_id', 'billable'].map((column) =>
      orNull(column, safe(column)),
    ),
    orNull('task', task('task')),
    orNull('sent', json('sent', values('sent'))),
    ...['sent_at', 'look_at'].map((column) => orNull(column, instant(column))),
    orNull('tags', json('tags', tags('tags', '$'))),
    orNull('late', late),
    orNull('delivery_facts', json('delivery_facts', facts)),
  ),
  tasks: all(id('id'), task('value')),
  recents: all(id('task_id'), instant('used_at'), task('task')),
  plans: all(id('id'), span('start_at', 'seconds'), orNull('task', task('task'))),
  pins: all(id('task_id'), instant('pinned_at'), task('task')),
  readings: all(instant('read_at'), safe('from_at'), safe('to_at')),
};
