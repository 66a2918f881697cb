import { isBulkChange, type BulkChange } from '../../domain/sync/bulk-batches.ts';
import { isToldAsAWhole, type Change } from '../../domain/sync/pending-change.ts';
import { idsOf } from '../../domain/tags.ts';
import type { KnownEntry } from '../../domain/sync/server-id.ts';
import type { Entry, Values } from '../../domain/entry.ts';
import type { EntryChange, FocusAnswer, NewEntry } from '../../domain/focus-types.ts';
import type { Telling } from '../../domain/sync/next-request.ts';
import type { FocusApi } from '../ports/focus-api.ts';

type ChangeAnswer = Promise<FocusAnswer<undefined>>;

/**
 * Tells a change by one request: of several entries in bulk, of one by the routes of its task there
 * or, where no `taskId` is given, by its id alone.
 */
export function sendChange(
  api: FocusApi,
  { change, entries }: Telling,
  taskId: number | undefined,
): ChangeAnswer {
  const [first, ...others] = entries;
  if (others.length > 0 && isBulkChange(change)) return tellMany(api, change, entries);
  return taskId === undefined
    ? tellById(api, change, first)
    : tellByTask(api, change, { entry: first, taskId });
}

function tellMany(api: FocusApi, change: BulkChange, entries: readonly KnownEntry[]): ChangeAnswer {
  const ids = entries.map(({ delivery }) => delivery.serverId);
  switch (change) {
    case 'update':
      return api.updateEntries(
        entries.map((entry) => ({ ...updateOf(entry), id: entry.delivery.serverId })),
      );
    case 'delete':
      return api.deleteEntries(ids);
    case 'restore':
      return api.restoreEntries(ids);
  }
}

/**
 * By the entry's id alone, which is right wherever the entry stands. Source: facts, section 8,
 * "Route choice".
 */
function tellById(api: FocusApi, change: Change, entry: KnownEntry): ChangeAnswer {
  const { serverId } = entry.delivery;
  switch (change) {
    case 'update':
      return api.updateEntry(serverId, updateOf(entry));
    case 'delete':
      return api.deleteEntry(serverId);
    case 'restore':
      return api.restoreEntries([serverId]);
    case 'archive':
      return api.archiveEntry(serverId);
    case 'unarchive':
      return api.unarchiveEntry(serverId);
  }
}

/** By the task under which the server has the entry: the routes of the official page. */
function tellByTask(
  api: FocusApi,
  change: Change,
  { entry, taskId }: { readonly entry: KnownEntry; readonly taskId: number },
): ChangeAnswer {
  const { serverId } = entry.delivery;
  switch (change) {
    case 'update':
      return entry.sent?.replace === true && canReplace(entry, taskId)
        ? api.replaceTaskEntry(taskId, serverId, newEntryOf(entry))
        : api.updateTaskEntry(taskId, serverId, updateOf(entry));
    case 'delete':
      return api.deleteTaskEntry(taskId, serverId);
    case 'restore':
      return api.restoreTaskEntry(taskId, serverId);
    case 'archive':
      return api.archiveTaskEntry(taskId, serverId);
    case 'unarchive':
      return api.unarchiveTaskEntry(taskId, serverId);
  }
}

/** A full replace can neither move an entry to another task nor tell whether it is billable. */
function canReplace({ task, billable, sent }: Entry, taskId: number): boolean {
  return task?.id === taskId && billable === sent?.billable;
}

/** The task under which the server has the entry, where that is sure: an unanswered update may have moved it. */
export function taskOnServer(entry: Entry): number | undefined {
  return entry.sent?.unsure === true ? undefined : (entry.sent ?? entry).task?.id;
}

export function newEntryOf(entry: Entry): NewEntry {
  const { startAt, seconds, type, description, timeBlockId, billable, tags } = entry;
  const tagIds = tags && idsOf(tags);
  return { startAt, seconds, type, description, timeBlockId, billable, tagIds };
}

/** What differs from what the server has; all where that is not sure, or to be replaced. */
function updateOf(entry: Entry): EntryChange {
  const { sent } = entry;
  const isTakenBack = entry.billable === undefined && sent?.billable !== undefined;
  const wanted = {
    ...changeTo(entry),
    ...(isTakenBack ? { resetBillable: true } : {}),
    ...(areTagsTakenBack(entry) ? { tagIds: null } : {}),
  };
  if (sent === undefined || isToldAsAWhole(sent)) return wanted;
  const there: Record<string, unknown> = changeTo(sent);
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => !isSame(there[name], value)),
  ) satisfies EntryChange;
}

/** They may stand there, told without an answer, where what is known to be there has none. */
function areTagsTakenBack({ tags, sent, late }: Entry): boolean {
  if (tags !== undefined) return false;
  return [sent, ...(late?.updates ?? [])].some((there) => there?.tags !== undefined);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function changeTo(values: Values): EntryChange {
  const { startAt, seconds, type, task, description, billable, tags } = values;
  return {
    startAt,
    seconds,
    type,
    taskId: task?.id ?? null,
    description: description ?? null,
    ...(billable === undefined ? {} : { billable }),
    ...(tags === undefined ? {} : { tagIds: idsOf(tags) }),
  };
}
