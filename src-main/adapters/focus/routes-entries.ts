import type { FocusApi } from '../../app/focus-api.ts';
import type { Send } from './http.ts';
import { csv, entryChange, listQuery, newEntry, rangeQuery } from './payloads.ts';
import { listOf, pageOf } from './wire-lists.ts';
import type { ReadList } from './read-list.ts';
import { entry, entryOrNothing, nothing } from './wire-entries.ts';

export type EntryRoutes = Pick<
  FocusApi,
  | 'listEntries'
  | 'createEntries'
  | 'deleteEntries'
  | 'updateEntries'
  | 'restoreEntries'
  | 'streamEntries'
  | 'streamEntriesOfTimeBlocks'
  | 'createEntry'
  | 'getEntry'
  | 'updateEntry'
  | 'deleteEntry'
  | 'archiveEntry'
  | 'unarchiveEntry'
>;

/** `{workspace}/time-entries` and below: the seven other routes of the page, and six newer ones. */
export function entryRoutes(send: Send, workspace: string): EntryRoutes {
  const all = `${workspace}/time-entries`;
  return { ...reads(send, all), ...bulkWrites(send, all), ...singleWrites(send, all) };
}

function reads(
  send: Send,
  all: string,
): Pick<EntryRoutes, 'listEntries' | 'getEntry' | 'streamEntries' | 'streamEntriesOfTimeBlocks'> {
  return {
    listEntries: (range, query = {}) =>
      send({
        method: 'GET',
        path: all,
        query: { ...rangeQuery(range), ...listQuery(query) },
        size: 'small',
        answer: pageOf(entry, query),
      }),
    getEntry: (entryId) =>
      send({ method: 'GET', path: `${all}/${entryId}`, size: 'small', answer: entry }),
    streamEntries: (range, filter = {}) =>
      send({
        method: 'GET',
        path: `${all}/stream`,
        query: { ...rangeQuery(range), ...listQuery(filter) },
        size: 'stream',
        answer: listOf(entry),
      }),
    streamEntriesOfTimeBlocks: (timeBlockIds) =>
      send({
        method: 'GET',
        path: `${all}/time-block-ids/stream`,
        query: { time_block_id: csv(timeBlockIds) },
        size: 'stream',
        answer: listOf(entry),
      }),
  };
}

function bulkWrites(
  send: Send,
  all: string,
): Pick<EntryRoutes, 'createEntries' | 'deleteEntries' | 'updateEntries' | 'restoreEntries'> {
  const bulk = `${all}/bulk`;
  const size = 'small';
  return {
    createEntries: (entries) =>
      send({
        method: 'POST',
        path: bulk,
        body: entries.map((item) => ({ ...newEntry(item), task_id: item.taskId })),
        size,
        answer: nothing,
      }),
    deleteEntries: (ids) =>
      send({
        method: 'DELETE',
        path: bulk,
        query: { ids: csv(ids) },
        size,
        answer: nothing,
      }),
    updateEntries: (changes) =>
      send({
        method: 'PATCH',
        path: bulk,
        body: changes.map((change) => ({ ...entryChange(change), id: change.id })),
        size,
        answer: nothing,
      }),
    restoreEntries: (ids) =>
      send({
        method: 'PATCH',
        path: `${bulk}/restore`,
        query: { ids: csv(ids) },
        size,
        answer: nothing,
      }),
  };
}

function singleWrites(
  send: Send,
  all: string,
): Pick<
  EntryRoutes,
  'createEntry' | 'updateEntry' | 'deleteEntry' | 'archiveEntry' | 'unarchiveEntry'
> {
  const one = (entryId: number): string => `${all}/${entryId}`;
  const size = 'small';
  return {
    createEntry: (created) =>
      send({
        method: 'POST',
        path: all,
        body: { ...newEntry(created), project_id: created.projectId },
        size,
        answer: entryOrNothing,
      }),
    updateEntry: (entryId, change) =>
      send({
        method: 'PATCH',
        path: one(entryId),
        body: entryChange(change),
        size,
        answer: nothing,
      }),
    deleteEntry: (entryId) => send({ method: 'DELETE', path: one(entryId), size, answer: nothing }),
    archiveEntry: (entryId) =>
      send({ method: 'POST', path: `${one(entryId)}/archive`, size, answer: nothing }),
    unarchiveEntry: (entryId) =>
      send({ method: 'POST', path: `${one(entryId)}/unarchive`, size, answer: nothing }),
  };
}

/** The stream of the page once more, for ranges that are too long to be held as a whole. */
export function entryBatchRoute(
  readList: ReadList,
  workspace: string,
): Pick<FocusApi, 'streamEntriesInBatches'> {
  return {
    streamEntriesInBatches: (range, { onBatch, signal }, filter = {}) =>
      readList({
        method: 'GET',
        path: `${workspace}/time-entries/stream`,
        query: { ...rangeQuery(range), ...listQuery(filter) },
        element: entry,
        onBatch,
        signal,
      }),
  };
}
