import { notFound } from '../api/api-error.ts';
import { timeBlockPayload } from '../api/request-bodies.ts';
import {
  taskTimeBlocksQuery,
  timeBlocksQuery,
  timeBlockStreamQuery,
  type Pagination,
  type TimeBlockRange,
} from '../api/request-queries.ts';
import type { Call, Route } from '../api/router.ts';
import type { TimeBlockSelection } from '../data/time-block-table.ts';
import { TASK_TIME_BLOCKS, TIME_BLOCKS } from './paths.ts';
import type { Services } from './services.ts';

const inRange = (query: TimeBlockRange): TimeBlockSelection => ({
  range: { fromAt: query.date_from, toAt: query.date_to },
  taskId: query.task_id,
  statusId: query.status_id,
  archived: query.archived,
  orderBy: query.order_by,
});

const pageOf = ({ page, per_page: limit }: Pagination) => ({ limit, offset: (page - 1) * limit });

function rangeRoutes({ timeBlocks, wire }: Services): readonly Route[] {
  return [
    {
      method: 'GET',
      path: TIME_BLOCKS,
      answer(call) {
        const query = call.query(timeBlocksQuery, 'Pagination');
        const rows = timeBlocks.select({ ...inRange(query), ...pageOf(query) });
        const data = wire.timeBlocksWithTask(rows);
        return { status: 200, body: { data, page: query.page, per_page: query.per_page } };
      },
    },
    {
      method: 'GET',
      path: `${TIME_BLOCKS}/stream`,
      answer(call) {
        const rows = timeBlocks.select(inRange(call.query(timeBlockStreamQuery, 'Filter')));
        return { status: 200, body: wire.timeBlocksWithTask(rows) };
      },
    },
  ];
}

function taskRoutes({ timeBlocks, catalogue, wire }: Services): readonly Route[] {
  const taskIdOf = (call: Call) => {
    const task = catalogue.task(call.param('task_id'));
    if (task === undefined) throw notFound('task not found');
    return task.id;
  };
  return [
    {
      method: 'GET',
      path: TASK_TIME_BLOCKS,
      answer(call) {
        const query = call.query(taskTimeBlocksQuery, 'Pagination');
        const { archived, order_by: orderBy } = query;
        const taskId = taskIdOf(call);
        const rows = timeBlocks.select({ taskId, archived, orderBy, ...pageOf(query) });
        const data = rows.map((row) => wire.timeBlock(row));
        return { status: 200, body: { data, page: query.page, per_page: query.per_page } };
      },
    },
    {
      method: 'POST',
      path: TASK_TIME_BLOCKS,
      answer(call) {
        const payload = call.body(timeBlockPayload, 'Payload');
        const { now } = call;
        const row = timeBlocks.insert({
          task_id: taskIdOf(call),
          start_at: payload.start,
          duration: payload.duration ?? null,
          description: null,
          completed_at: payload.completed === true ? now : null,
          created_at: now,
          updated_at: now,
          archived_at: null,
          deleted_at: null,
        });
        return { status: 201, body: wire.timeBlock(row) };
      },
    },
  ];
}

/** What is planned: the routes of time blocks by which a client reads them, and a test plans. */
export function timeBlockRoutes(services: Services): readonly Route[] {
  return [...rangeRoutes(services), ...taskRoutes(services)];
}
