import { changePayload, createPayload, replacePayload } from '../api/request-bodies.ts';
import { taskEntriesQuery } from '../api/request-queries.ts';
import { silent, type Call, type Route } from '../api/router.ts';
import { TASK_ENTRIES, TASK_ENTRY } from './paths.ts';
import type { Services } from './services.ts';

function readingRoutes({ entries, table, wire }: Services): readonly Route[] {
  return [
    {
      method: 'GET',
      path: TASK_ENTRIES,
      answer(call) {
        const query = call.query(taskEntriesQuery, 'Pagination');
        const rows = table.select({
          taskId: call.param('task_id'),
          type: query.type,
          archived: query.archived,
          timeBlockIds: query.time_block_id === undefined ? undefined : [query.time_block_id],
          withoutTask: false,
          orderBy: query.order_by,
          limit: query.per_page,
          offset: (query.page - 1) * query.per_page,
        });
        const data = rows.map((row) => wire.entry(row));
        return { status: 200, body: { data, page: query.page, per_page: query.per_page } };
      },
    },
    {
      method: 'GET',
      path: TASK_ENTRY,
      answer(call) {
        const row = entries.get(call.param('time_entry_id'), call.param('task_id'));
        return { status: 200, body: wire.entry(row) };
      },
    },
  ];
}

function writingRoutes({ entries, wire }: Services): readonly Route[] {
  const entryOf = (call: Call) => entries.get(call.param('time_entry_id'), call.param('task_id'));
  return [
    {
      method: 'POST',
      path: TASK_ENTRIES,
      answer(call) {
        const payload = call.body(createPayload, 'CreatePayload');
        const row = entries.create({ ...payload, task_id: call.param('task_id') }, call.now);
        return { status: 201, body: wire.entry(row) };
      },
    },
    silent('PUT', TASK_ENTRY, (call) =>
      entries.replace(entryOf(call), call.body(replacePayload, 'Payload'), call.now),
    ),
    silent('DELETE', TASK_ENTRY, (call) => entries.remove(entryOf(call), call.now)),
    silent('PATCH', TASK_ENTRY, (call) =>
      entries.change(entryOf(call), call.body(changePayload, 'PartialUpdatePayload'), call.now),
    ),
    silent('POST', `${TASK_ENTRY}/archive`, (call) =>
      entries.setArchived(entryOf(call), true, call.now),
    ),
    silent('PATCH', `${TASK_ENTRY}/restore`, (call) =>
      entries.restore(call.param('time_entry_id'), call.now, call.param('task_id')),
    ),
    silent('POST', `${TASK_ENTRY}/unarchive`, (call) =>
      entries.setArchived(entryOf(call), false, call.now),
    ),
  ];
}

/** Time entries under their task: the first nine routes of the time-entries page. */
export function taskEntryRoutes(services: Services): readonly Route[] {
  return [...readingRoutes(services), ...writingRoutes(services)];
}
