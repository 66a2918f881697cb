import type { EntrySelection } from '../data/entry-table.ts';
import {
  entriesQuery,
  entryStreamQuery,
  entriesOfTimeBlocksQuery,
  type RangeFilter,
} from '../api/request-queries.ts';
import type { Route } from '../api/router.ts';
import { ENTRIES } from './paths.ts';
import type { Services } from './services.ts';

const inRange = (query: RangeFilter, nowAt: number): EntrySelection => ({
  range: { fromAt: query.date_from, toAt: query.date_to, nowAt },
  taskId: query.task_id,
  statusId: query.status_id,
  type: query.type,
  archived: query.archived,
  withoutTask: query.include_taskless,
  orderBy: query.order_by,
});

/** Time entries of a span of time or of time blocks: the list and the two streams of the page. */
export function rangeEntryRoutes({ table, wire }: Services): readonly Route[] {
  return [
    {
      method: 'GET',
      path: ENTRIES,
      answer(call) {
        const query = call.query(entriesQuery, 'Pagination');
        const rows = table.select({
          ...inRange(query, call.now),
          timeBlockIds: query.time_block_id === undefined ? undefined : [query.time_block_id],
          limit: query.per_page,
          offset: (query.page - 1) * query.per_page,
        });
        const data = wire.entriesWithTask(rows);
        return { status: 200, body: { data, page: query.page, per_page: query.per_page } };
      },
    },
    {
      method: 'GET',
      path: `${ENTRIES}/stream`,
      answer(call) {
        const rows = table.select(inRange(call.query(entryStreamQuery, 'Filter'), call.now));
        return { status: 200, body: wire.entriesWithTask(rows) };
      },
    },
    {
      method: 'GET',
      path: `${ENTRIES}/time-block-ids/stream`,
      answer(call) {
        const { time_block_id: timeBlockIds } = call.query(entriesOfTimeBlocksQuery, 'Filter');
        const rows = table.select({ timeBlockIds, withoutTask: true, orderBy: [] });
        return { status: 200, body: rows.map((row) => wire.entry(row)) };
      },
    },
  ];
}
