import { fateOfChange, type BatchFate } from '../../domain/sync/bulk-batches.ts';
import type { Entry } from '../../domain/entry.ts';
import type { FocusAnswer, FocusEntry } from '../../domain/focus-types.ts';
import type { Telling } from '../../domain/sync/next-request.ts';
import { isBlockedBy } from '../../domain/sync/held-up-entry.ts';
import {
  accepted,
  judged,
  metForeign,
  unanswered,
  type Judgement,
  type Suspicion,
} from '../../domain/sync/find-refused-entry.ts';
import {
  classifyChangeResponse,
  classifyCreateResponse,
  type ChangeResponse,
  type CreateResponse,
} from '../../domain/sync/classify-response.ts';
import type { Connection } from '../state/connection-and-live-state.ts';
import type { FocusApi } from '../ports/focus-api.ts';
import type { Pauses } from '../requests/pauses.ts';
import type { AccountId, Log, Store } from '../ports/ports.ts';
import { newEntryOf, taskOnServer, sendChange } from './choose-change-route.ts';
import type { Tracker } from '../entries/tracker.ts';
import { REFUSED_PAUSE } from '../requests/pause-lengths.ts';

/** A connection through which something can be sent. */
export type Ready = Connection & { readonly api: FocusApi };

export function isReady(connection: Connection | undefined): connection is Ready {
  return connection?.api !== undefined && !connection.keyRefused;
}

/** Writes: each call is one request, with what it means on disk before and after. */
export type RequestSender = {
  /** Creates the entries; several travel in one bulk. What is suspected after that. */
  send(connection: Ready, entries: readonly Entry[], suspicion: Suspicion): Promise<Suspicion>;
  /** Tells a change of the entries; several travel in one bulk. */
  tell(connection: Ready, telling: Telling): Promise<{ fate: BatchFate; isUnclear: boolean }>;
};

type Ports = {
  readonly store: Store;
  readonly log: Log;
  readonly tracker: Tracker;
  readonly pauses: Pauses;
  readonly changed: () => void;
};

export function createRequestSender(ports: Ports): RequestSender {
  const { store, log, tracker, pauses, changed } = ports;
  const routes = createRouteChoice();

  return {
    async send({ id, api }, entries, suspicion) {
      tracker.markSending(entries);
      changed();
      const answer = await create(api, entries);
      const response = classifyCreateResponse(answer);
      const judgement =
        response.kind === 'rejected' ? judged(suspicion, entries, response) : undefined;
      const isOwnWait = isOnlyItsOwn(entries, response);
      store.transaction(() => {
        if (!isOwnWait) pauses.note(id, answer);
        if (judgement === undefined) {
          const each = entries.length > 1 ? inBulk(response) : response;
          const ids = entries.map((entry) => entry.id);
          tracker.recordCreated(id, ids, each);
        } else {
          settleJudged(ports, id, { entries, judgement, response });
        }
      });
      log('info', 'entries sent', { count: entries.length, response: response.kind });
      changed();
      if (judgement !== undefined) return judgement.suspicion;
      if (response.kind === 'wait') return suspicion;
      if (response.kind === 'delivered') return accepted(suspicion, entries);
      return foreignStatusOf(response) === undefined
        ? unanswered(suspicion, entries)
        : metForeign(suspicion, entries);
    },
    async tell({ id, api }, telling) {
      const { change, entries } = telling;
      tracker.markSendingChange(id, change, entries);
      const taskId = routes.taskFor(telling);
      const answer = await sendChange(api, telling, taskId);
      const response = classifyChangeResponse(answer);
      const mayBeMoved = response.kind === 'gone' && taskId !== undefined;
      const fate = mayBeMoved ? 'stayed' : fateOfChange(response);
      const isUnclear = response.kind === 'unclear';
      const refusedAsWhole = fate === 'refused' && entries.length > 1;
      if (mayBeMoved) routes.notUnderTask(entries);
      else if (isAnswered(response)) routes.forget(entries);
      const each = mayBeMoved || refusedAsWhole ? toldAgain(response) : response;
      const named = refusedAsWhole ? culpritsOf(response) : [];
      const isOwnWait = isOnlyItsOwn(entries, response);
      store.transaction(() => {
        for (const [place, entry] of entries.entries()) {
          tracker.recordChanged(id, entry, change, named.includes(place) ? response : each);
        }
        if (!isOwnWait) noteTold(pauses, id, { answer, response });
      });
      log('info', 'change told', { count: entries.length, change, response: response.kind });
      changed();
      // Where the server names those at fault, the others need not be searched for them.
      return { fate: named.length > 0 ? 'left' : fate, isUnclear };
    },
  };
}

type Judged = {
  readonly entries: readonly Entry[];
  readonly judgement: Judgement;
  readonly response: CreateResponse;
};

/** Nobody is at fault for the others: those that are not to blame go back into the queue. */
function settleJudged(
  { tracker, pauses }: Ports,
  account: AccountId,
  { entries, judgement, response }: Judged,
): void {
  const rejected = new Set(judgement.rejected);
  const waiting = [...entries.map(({ id }) => id), ...judgement.pardoned];
  const others = waiting.filter((id) => !rejected.has(id));
  tracker.recordCreated(account, others, BACK_INTO_QUEUE);
  tracker.recordCreated(account, [...rejected], response);
  if (judgement.isForAll) pauses.pause(REFUSED_PAUSE);
}

const BACK_INTO_QUEUE: CreateResponse = {
  kind: 'wait',
  pause: { reason: 'server', after: undefined },
};

function noteTold(
  pauses: Pauses,
  account: AccountId,
  { answer, response }: { answer: FocusAnswer<unknown>; response: ChangeResponse },
): void {
  if (isAnswered(response)) pauses.note(account, answer);
  else pauses.noteRead(account, answer);
}

function isAnswered({ kind }: ChangeResponse): boolean {
  return kind !== 'held' && kind !== 'unclear';
}

/** What was told together is told once more; nobody knows which of it somebody in between minded. */
function toldAgain({ kind }: ChangeResponse): ChangeResponse {
  return kind === 'unclear' ? { kind } : { kind: 'held' };
}

function inBulk(response: CreateResponse): CreateResponse {
  if (response.kind === 'delivered') return { ...response, isInBulk: true };
  return response.kind === 'unknown' ? { ...response, foreignStatus: undefined } : response;
}

/** An entry that somebody in between keeps from Toggl Focus time and again holds back no other. */
function isOnlyItsOwn(
  entries: readonly Entry[],
  response: CreateResponse | ChangeResponse,
): boolean {
  const [only, ...others] = entries;
  const status = foreignStatusOf(response);
  if (only === undefined || others.length > 0 || status === undefined) return false;
  return isBlockedBy(only, status);
}

function foreignStatusOf(response: CreateResponse | ChangeResponse): number | undefined {
  return 'foreignStatus' in response ? response.foreignStatus : undefined;
}

function culpritsOf(response: ChangeResponse): readonly number[] {
  return response.kind === 'refused' ? (response.culprits ?? []) : [];
}

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
      return others.length > 0 || moved.has(first.id) ? undefined : taskOnServer(first);
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
