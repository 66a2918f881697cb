import type { FocusApi } from '../../../app/ports/focus-api.ts';
import { entryChange, listQuery, newEntry } from './request-bodies.ts';
import { paged, type Routes } from './paging.ts';
import { created as createdEntry, done, entry } from '../wire/parse-entry.ts';

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
export function taskEntryRoutes({ send, readPage }: Routes, workspace: string): TaskEntryRoutes {
  const all = (taskId: number): string => `${workspace}/tasks/${taskId}/time-entries`;
  const one = (taskId: number, entryId: number): string => `${all(taskId)}/${entryId}`;
  return {
    listTaskEntries: (taskId, query = {}) =>
      paged(
        readPage({ method: 'GET', path: all(taskId), query: listQuery(query), item: entry }),
        query,
      ),
    createTaskEntry: (taskId, created) =>
      send({
        method: 'POST',
        path: all(taskId),
        body: newEntry(created),
        ...createdEntry,
      }),
    getTaskEntry: (taskId, entryId) =>
      send({ method: 'GET', path: one(taskId, entryId), answer: entry }),
    replaceTaskEntry: (taskId, entryId, replacement) =>
      send({
        method: 'PUT',
        path: one(taskId, entryId),
        body: { ...newEntry(replacement), billable: undefined },
        ...done,
      }),
    deleteTaskEntry: (taskId, entryId) =>
      send({ method: 'DELETE', path: one(taskId, entryId), ...done }),
    updateTaskEntry: (taskId, entryId, change) =>
      send({
        method: 'PATCH',
        path: one(taskId, entryId),
        body: entryChange(change),
        ...done,
      }),
    archiveTaskEntry: (taskId, entryId) =>
      send({ method: 'POST', path: `${one(taskId, entryId)}/archive`, ...done }),
    restoreTaskEntry: (taskId, entryId) =>
      send({ method: 'PATCH', path: `${one(taskId, entryId)}/restore`, ...done }),
    unarchiveTaskEntry: (taskId, entryId) =>
      send({ method: 'POST', path: `${one(taskId, entryId)}/unarchive`, ...done }),
  };
}
