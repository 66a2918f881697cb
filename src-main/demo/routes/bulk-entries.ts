import { bulkChangePayload, bulkCreatePayload } from '../api/request-bodies.ts';
import { idsQuery } from '../api/request-queries.ts';
import { silent, type Route } from '../api/router.ts';
import { ENTRIES } from './paths.ts';
import type { Services } from './services.ts';

/** The four bulk routes of the page: at most 1000 entries each, all of them or none. */
export function bulkEntryRoutes({ entries }: Services): readonly Route[] {
  return [
    silent('POST', `${ENTRIES}/bulk`, (call) =>
      entries.createMany(call.body(bulkCreatePayload, 'BulkCreatePayload'), call.now),
    ),
    silent('DELETE', `${ENTRIES}/bulk`, (call) => {
      const { ids } = call.query(idsQuery, 'BulkDeleteQuery');
      for (const id of new Set(ids)) entries.remove(entries.get(id), call.now);
    }),
    silent('PATCH', `${ENTRIES}/bulk`, (call) => {
      const changes = call.body(bulkChangePayload, 'PartialUpdatePayloadWithID');
      for (const { id, ...change } of changes) entries.change(entries.get(id), change, call.now);
    }),
    silent('PATCH', `${ENTRIES}/bulk/restore`, (call) => {
      const { ids } = call.query(idsQuery, 'BulkRestoreQuery');
      for (const id of ids) entries.restore(id, call.now);
    }),
  ];
}
