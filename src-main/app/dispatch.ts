import { fateOf, type BatchFate } from '../domain/batch.ts';
import type { Change } from '../domain/change.ts';
import type { Entry, Values } from '../domain/entry.ts';
import type { EntryChange, FocusAnswer, FocusEntry, NewEntry } from '../domain/focus.ts';
import type { Step } from '../domain/next-step.ts';
import { verdictOfChange, verdictOfCreate, type Verdict } from '../domain/verdict.ts';
import type { Connection } from './connection.ts';
import type { FocusApi } from './focus-api.ts';
import type { Holds } from './holds.ts';
import type { Log, Store } from './ports.ts';
import type { Tracker } from './tracker.ts';

/** A connection through which something can be sent. */
export type Ready = Connection & { readonly api: FocusApi };

export function isReady(connection: Connection | undefined): connection is Ready {
  return connection?.api !== undefined && !connection.keyRefused;
}

/** Writes: each call is one request, with what it means on disk before and after. */
export type Dispatch = {
  /** Creates the entries; several travel in one bulk. */
  send(connection: Ready, entries: readonly Entry[]): Promise<BatchFate>;
  tell(
    connection: Ready,
    step: Extract<Step, { readonly do: 'change' }>,
  ): Promise<'clear' | 'unclear'>;
};

type Ports = {
  readonly store: Store;
  readonly log: Log;
  readonly tracker: Tracker;
  readonly holds: Holds;
  readonly changed: () => void;
};

export function createDispatch({ store, log, tracker, holds, changed }: Ports): Dispatch {
  return {
    async send({ id, api }, entries) {
      tracker.markSending(id, entries);
      changed();
      const answer = await create(api, entries);
      const verdict = verdictOfCreate(answer);
      const refusedAsWhole = verdict.kind === 'rejected' && entries.length > 1;
      // Not the fault of each of them: the one that is at fault has to stand alone first.
      const each: Verdict = refusedAsWhole ? BACK_INTO_QUEUE : verdict;
      store.transaction(() => {
        for (const entry of entries) tracker.settle(id, entry.id, each);
        holds.note(id, answer);
      });
      log('info', 'entries sent', { count: entries.length, verdict: verdict.kind });
      changed();
      return fateOf(verdict);
    },
    async tell({ id, api }, { entry, change, serverId }) {
      if (change === 'update') tracker.markUpdating(id, entry.id);
      const answer = await tellChange(api, { entry, change, serverId });
      const verdict = verdictOfChange(answer);
      store.transaction(() => {
        tracker.settleChange(id, entry, change, verdict);
        if (verdict.kind === 'wait') holds.noteRead(id, answer);
        else holds.note(id, answer);
      });
      log('info', 'change told', { id: entry.id, change, verdict: verdict.kind });
      changed();
      return !answer.ok && answer.error.applied === 'maybe' ? 'unclear' : 'clear';
    },
  };
}

const BACK_INTO_QUEUE: Verdict = { kind: 'wait', hold: { reason: 'server', after: undefined } };

type Created = FocusAnswer<FocusEntry | undefined>;

function create(api: FocusApi, entries: readonly Entry[]): Promise<Created> {
  const [only, ...others] = entries;
  if (only === undefined || others.length > 0) {
    return api.createEntries(entries.map((entry) => ({ ...wire(entry), taskId: entry.task?.id })));
  }
  return only.task === undefined
    ? api.createEntry(wire(only))
    : api.createTaskEntry(only.task.id, wire(only));
}

function wire({ startAt, seconds, type, description }: Entry): NewEntry {
  return { startAt, seconds, type, description };
}

type Telling = { readonly entry: Entry; readonly change: Change; readonly serverId: number };

/**
 * By the entry's id alone: a route with a task would answer 404 where an update whose answer was lost
 * has already moved the entry to another task. Source: facts, section 8, "Route choice".
 */
function tellChange(
  api: FocusApi,
  { entry, change, serverId }: Telling,
): Promise<FocusAnswer<undefined>> {
  switch (change) {
    case 'update':
      return api.updateEntry(serverId, updateOf(entry));
    case 'delete':
      return api.deleteEntry(serverId);
    case 'restore':
      return api.restoreEntries([serverId]);
  }
}

/** What differs from what the server has; all where that is not sure. */
function updateOf(entry: Entry): EntryChange {
  const wanted = changeTo(entry);
  if (entry.sent === undefined || entry.sent.unsure === true) return wanted;
  const there: Record<string, unknown> = changeTo(entry.sent);
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => there[name] !== value),
  ) satisfies EntryChange;
}

function changeTo({ startAt, seconds, type, task, description }: Values): EntryChange {
  return {
    startAt,
    seconds,
    type,
    taskId: task?.id ?? null,
    description: description ?? null,
  };
}
