import { changePayload, createPayload } from '../api/request-bodies.ts';
import { silent, type Call, type Route } from '../api/router.ts';
import { ENTRIES, ENTRY } from './paths.ts';
import type { Services } from './services.ts';

/** Time entries by their id alone, with or without a task. Source: Toggl's API description. */
export function singleEntryRoutes({ entries, wire }: Services): readonly Route[] {
  const entryOf = (call: Call) => entries.get(call.param('time_entry_id'));
  return [
    {
      method: 'POST',
      path: ENTRIES,
      answer(call) {
        const payload = call.body(createPayload, 'CreateTasklessPayload.Payload');
        return { status: 201, body: wire.entry(entries.create(payload, call.now)) };
      },
    },
    {
      method: 'GET',
      path: ENTRY,
      answer: (call) => ({ status: 200, body: wire.entry(entryOf(call)) }),
    },
    silent('PATCH', ENTRY, (call) =>
      entries.change(entryOf(call), call.body(changePayload, 'PartialUpdatePayload'), call.now),
    ),
    silent('DELETE', ENTRY, (call) => entries.remove(entryOf(call), call.now)),
    silent('POST', `${ENTRY}/archive`, (call) =>
      entries.setArchived(entryOf(call), true, call.now),
    ),
    silent('POST', `${ENTRY}/unarchive`, (call) =>
      entries.setArchived(entryOf(call), false, call.now),
    ),
    silent('PATCH', `${ENTRY}/restore`, (call) =>
      entries.restore(call.param('time_entry_id'), call.now),
    ),
  ];
}
