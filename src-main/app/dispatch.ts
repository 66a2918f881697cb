import { fateOf, fateOfChange, type BatchFate } from '../domain/batch.ts';
import type { Entry } from '../domain/entry.ts';
import type { FocusAnswer, FocusEntry } from '../domain/focus.ts';
import type { Telling } from '../domain/next-step.ts';
import {
  verdictOfChange,
  verdictOfCreate,
  type ChangeVerdict,
  type Verdict,
} from '../domain/verdict.ts';
import type { Connection } from './connection.ts';
import type { FocusApi } from './focus-api.ts';
import type { Holds } from './holds.ts';
import type { Log, Store } from './ports.ts';
import { newEntryOf, taskThere, tellChange } from './tell-change.ts';
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
  /** Tells a change of the entries; several travel in one bulk. */
  tell(connection: Ready, telling: Telling): Promise<{ fate: BatchFate; isUnclear: boolean }>;
};

type Ports = {
  readonly store: Store;
  readonly log: Log;
  readonly tracker: Tracker;
  readonly holds: Holds;
  readonly changed: () => void;
};

export function createDispatch(ports: Ports): Dispatch {
  const { store, log, tracker, holds, changed } = ports;
  const routes = createRouteChoice();
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
    async tell({ id, api }, telling) {
      const { change, entries } = telling;
      if (change === 'update') tracker.markUpdating(id, entries);
      const taskId = routes.taskFor(telling);
      const answer = await tellChange(api, telling, taskId);
      const verdict = verdictOfChange(answer);
      const mayBeMoved = verdict.kind === 'gone' && taskId !== undefined;
      const fate = mayBeMoved ? 'stayed' : fateOfChange(verdict);
      const refusedAsWhole = fate === 'refused' && entries.length > 1;
      if (mayBeMoved) routes.notUnderTask(entries);
      else if (fate !== 'stayed') routes.forget(entries);
      const each = mayBeMoved || refusedAsWhole ? TELL_AGAIN : verdict;
      store.transaction(() => {
        for (const entry of entries) tracker.settleChange(id, entry, change, each);
        if (verdict.kind === 'held' || verdict.kind === 'unclear') holds.noteRead(id, answer);
        else holds.note(id, answer);
      });
      log('info', 'change told', { count: entries.length, change, verdict: verdict.kind });
      changed();
      return { fate, isUnclear: verdict.kind === 'unclear' };
    },
  };
}

const BACK_INTO_QUEUE: Verdict = { kind: 'wait', hold: { reason: 'server', after: undefined } };

const TELL_AGAIN: ChangeVerdict = { kind: 'held' };

/**
 * A change of one entry goes by the routes of its task. Where the server knows no such entry under
 * that task, it may have been moved there: the same is told once more, by its id alone.
 */
function createRouteChoice(): {
  taskFor(telling: Telling): number | undefined;
  notUnderTask(entries: readonly Entry[]): void;
  forget(entries: readonly Entry[]): void;
} {
  const moved = new Set<string>();
  return {
    taskFor({ entries: [first, ...others] }) {
      return others.length > 0 || moved.has(first.id) ? undefined : taskThere(first);
    },
    notUnderTask(entries) {
      for (const { id } of entries) moved.add(id);
    },
    forget(entries) {
      for (const { id } of entries) moved.delete(id);
    },
  };
}

type Created = FocusAnswer<FocusEntry | undefined>;

function create(api: FocusApi, entries: readonly Entry[]): Promise<Created> {
  const [only, ...others] = entries;
  if (only === undefined || others.length > 0) {
    return api.createEntries(
      entries.map((entry) => ({ ...newEntryOf(entry), taskId: entry.task?.id })),
    );
  }
  return only.task === undefined
    ? api.createEntry(newEntryOf(only))
    : api.createTaskEntry(only.task.id, newEntryOf(only));
}
