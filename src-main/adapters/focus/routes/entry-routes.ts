import type { FocusApi } from '../../../app/ports/focus-api.ts';
import { csv, entryChange, listQuery, newEntry, rangeQuery } from './request-bodies.ts';
import type { ReadBatches } from '../list/read-list.ts';
import { paged, type Routes } from './paging.ts';
import { created as createdEntry, done, entry } from '../wire/parse-entry.ts';

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
export function entryRoutes(routes: Routes, workspace: string): EntryRoutes {
  const all = `${workspace}/time-entries`;
  return {
    ...reads(routes, all),
    ...bulkWrites(routes.send, all),
    ...singleWrites(routes.send, all),
  };
}

function reads(
  { send, readPage, readStream }: Routes,
  all: string,
): Pick<EntryRoutes, 'listEntries' | 'getEntry' | 'streamEntries' | 'streamEntriesOfTimeBlocks'> {
  return {
    listEntries: (range, query = {}) =>
      paged(
        readPage({
          method: 'GET',
          path: all,
          query: { ...rangeQuery(range), ...listQuery(query) },
          item: entry,
        }),
        query,
      ),
    getEntry: (entryId) => send({ method: 'GET', path: `${all}/${entryId}`, answer: entry }),
    streamEntries: (range, filter = {}) =>
      readStream({
        method: 'GET',
        path: `${all}/stream`,
        query: { ...rangeQuery(range), ...listQuery(filter) },
        item: entry,
      }),
    streamEntriesOfTimeBlocks: (timeBlockIds) =>
      readStream({
        method: 'GET',
        path: `${all}/time-block-ids/stream`,
        query: { time_block_id: csv(timeBlockIds) },
        item: entry,
      }),
  };
}

function bulkWrites(
  send: Routes['send'],
  all: string,
): Pick<EntryRoutes, 'createEntries' | 'deleteEntries' | 'updateEntries' | 'restoreEntries'> {
  const bulk = `${all}/bulk`;
  return {
    createEntries: (entries) =>
      send({
        method: 'POST',
        path: bulk,
        body: entries.map((item) => ({ ...newEntry(item), task_id: item.taskId })),
        ...done,
      }),
    deleteEntries: (ids) =>
      send({
        method: 'DELETE',
        path: bulk,
        query: { ids: csv(ids) },
        ...done,
      }),
    updateEntries: (changes) =>
      send({
        method: 'PATCH',
        path: bulk,
        body: changes.map((change) => ({ ...entryChange(change), id: change.id })),
        ...done,
      }),
    restoreEntries: (ids) =>
      send({
        method: 'PATCH',
        path: `${bulk}/restore`,
        query: { ids: csv(ids) },
        ...done,
      }),
  };
}

function singleWrites(
  send: Routes['send'],
  all: string,
): Pick<
  EntryRoutes,
  'createEntry' | 'updateEntry' | 'deleteEntry' | 'archiveEntry' | 'unarchiveEntry'
> {
  const one = (entryId: number): string => `${all}/${entryId}`;
  return {
    createEntry: (created) =>
      send({
        method: 'POST',
        path: all,
        body: { ...newEntry(created), project_id: created.projectId },
        ...createdEntry,
      }),
    updateEntry: (entryId, change) =>
      send({
        method: 'PATCH',
        path: one(entryId),
        body: entryChange(change),
        ...done,
      }),
    deleteEntry: (entryId) => send({ method: 'DELETE', path: one(entryId), ...done }),
    archiveEntry: (entryId) => send({ method: 'POST', path: `${one(entryId)}/archive`, ...done }),
    unarchiveEntry: (entryId) =>
      send({ method: 'POST', path: `${one(entryId)}/unarchive`, ...done }),
  };
}

/** The stream of the page once more, for ranges that are too long to be held as a whole. */
export function entryBatchRoute(
  readBatches: ReadBatches,
  workspace: string,
): Pick<FocusApi, 'streamEntriesInBatches'> {
  return {
    streamEntriesInBatches: (range, { onBatch, signal }, filter = {}) =>
      readBatches({
        method: 'GET',
        path: `${workspace}/time-entries/stream`,
        query: { ...rangeQuery(range), ...listQuery(filter) },
        item: entry,
        onBatch,
        signal,
      }),
  };
}
