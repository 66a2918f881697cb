import type { AppError, EntryDetails, Outcome, Result } from '#contract';
import { sameValues } from '../../domain/sync/pending-change.ts';
import type { Entry } from '../../domain/entry.ts';
import type { FocusAnswer, FocusEntry } from '../../domain/focus-types.ts';
import type { Store } from '../ports/ports.ts';
import type { Asking, ReadGuard } from '../requests/may-read.ts';
import { refuse } from '../ports/results.ts';
import type { Tracker } from '../entries/tracker.ts';
import { taskOfFound } from '../tasks/find-task.ts';

type Ports = { readonly store: Store; readonly guard: ReadGuard; readonly tracker: Tracker };

export type EntryCheck = (connection: Asking, entryId: string) => Promise<Result<Outcome>>;

const NOT_FOUND = 404;
const GONE: AppError = {
  kind: 'refused',
  status: NOT_FOUND,
  reason: 'The entry was deleted in Toggl Focus.',
};

/** Looks how one entry stands in Toggl Focus, and lays that over what is here. */
export function createEntryCheck({ store, guard, tracker }: Ports): EntryCheck {
  return async (connection, entryId) => {
    const { id } = connection;
    const entry = store.entry(entryId);
    if (entry === undefined) return refuse({ kind: 'unknown-entry' });
    const serverId = serverIdOf(entry);
    if (serverId === undefined) return refuse({ kind: 'not-there-yet' });
    const asked = await ask(connection, serverId, entry, guard);
    if (!asked.ok) return asked;
    const found = asked.value;
    if (found === undefined) {
      tracker.recordChanged(id, entry, 'update', { kind: 'gone' });
      return refuse(GONE);
    }
    const details = { ...detailsOf(entry, found), same: isSame(store, id, entry, found) };
    tracker.merge(id, [found]);
    return { ok: true, value: { details } };
  };
}

function serverIdOf({ delivery }: Entry): number | undefined {
  return delivery.state === 'delivered' ? delivery.serverId : undefined;
}

/**
 * By its task or, where it has none or was moved to another one there, by its id alone; undefined
 * where it is not there. Each is a read of its own.
 */
async function ask(
  { id, api }: Asking,
  serverId: number,
  entry: Entry,
  guard: ReadGuard,
): Promise<Result<FocusEntry | undefined>> {
  const { task } = entry.sent ?? entry;
  const routes = [
    ...(task === undefined ? [] : [() => api.getTaskEntry(task.id, serverId)]),
    () => api.getEntry(serverId),
  ];
  for (const route of routes) {
    const held = guard.readPaused(id);
    if (held !== undefined) return refuse(held);
    const answer = await route();
    const failed = guard.note(id, answer);
    if (answer.ok) return answer;
    if (!isMissing(answer)) return refuse(failed ?? { kind: 'no-answer' });
  }
  return { ok: true, value: undefined };
}

function isMissing(answer: FocusAnswer<unknown>): boolean {
  return !answer.ok && answer.error.kind === 'answered' && answer.error.status === NOT_FOUND;
}

function detailsOf(entry: Entry, found: FocusEntry): Omit<EntryDetails, 'same'> {
  const { id, createdAt, updatedAt, archivedAt, tagNames = [] } = found;
  return { entryId: entry.id, serverId: id, createdAt, updatedAt, archivedAt, tagNames };
}

/** What nobody has told so far is no difference, here and there. */
function whereKnown(
  entry: Entry,
  { billable, tags }: FocusEntry,
): Pick<Entry, 'billable' | 'tags'> {
  return {
    ...(entry.billable === undefined || billable === undefined ? {} : { billable }),
    ...(entry.tags === undefined || tags === undefined ? {} : { tags: tags ?? undefined }),
  };
}

function isSame(store: Store, account: Asking['id'], entry: Entry, found: FocusEntry): boolean {
  const { startAt, seconds, type, description } = found;
  if (startAt === undefined || seconds === undefined) return false;
  const task = taskOfFound(store, account, found);
  const { billable, tags } = { ...entry, ...whereKnown(entry, found) };
  return sameValues(entry, { startAt, seconds, type, task, description, billable, tags });
}
