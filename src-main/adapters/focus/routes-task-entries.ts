import type { FocusApi } from '../../app/focus-api.ts';
import type { Send } from './http.ts';
import { entryChange, listQuery, newEntry } from './payloads.ts';
import { pageOf } from './wire-lists.ts';
import { entry, entryOrNothing, nothing } from './wire-entries.ts';

export type TaskEntryRoutes = Pick<
  FocusApi,
  | 'listTaskEntries'
  | 'createTaskEntry'
  | 'getTaskEntry'
  | 'replaceTaskEntry'
  | 'deleteTaskEntry'
  | 'updateTaskEntry'
  | 'archiveTaskEntry'
  | 'restoreTaskEntry'
  | 'unarchiveTaskEntry'
>;

/** `{workspace}/tasks/{task}/time-entries` and below: nine routes of the time-entries page. */
export function taskEntryRoutes(send: Send, workspace: string): TaskEntryRoutes {
  const all = (taskId: number): string => `${workspace}/tasks/${taskId}/time-entries`;
  const one = (taskId: number, entryId: number): string => `${all(taskId)}/${entryId}`;
  const size = 'small';
  return {
    listTaskEntries: (taskId, query = {}) =>
      send({
        method: 'GET',
        path: all(taskId),
        query: listQuery(query),
        size,
        answer: pageOf(entry, query),
      }),
    createTaskEntry: (taskId, created) =>
      send({
        method: 'POST',
        path: all(taskId),
        body: newEntry(created),
        size,
        answer: entryOrNothing,
      }),
    getTaskEntry: (taskId, entryId) =>
      send({ method: 'GET', path: one(taskId, entryId), size, answer: entry }),
    replaceTaskEntry: (taskId, entryId, replacement) =>
      send({
        method: 'PUT',
        path: one(taskId, entryId),
        body: newEntry(replacement),
        size,
        answer: nothing,
      }),
    deleteTaskEntry: (taskId, entryId) =>
      send({ method: 'DELETE', path: one(taskId, entryId), size, answer: nothing }),
    updateTaskEntry: (taskId, entryId, change) =>
      send({
        method: 'PATCH',
        path: one(taskId, entryId),
        body: entryChange(change),
        size,
        answer: nothing,
      }),
    archiveTaskEntry: (taskId, entryId) =>
      send({ method: 'POST', path: `${one(taskId, entryId)}/archive`, size, answer: nothing }),
    restoreTaskEntry: (taskId, entryId) =>
      send({ method: 'PATCH', path: `${one(taskId, entryId)}/restore`, size, answer: nothing }),
    unarchiveTaskEntry: (taskId, entryId) =>
      send({ method: 'POST', path: `${one(taskId, entryId)}/unarchive`, size, answer: nothing }),
  };
}
