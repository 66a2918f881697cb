import type { Entry } from '../entry.ts';

/** What refusals tell about the creations that are still to be sent. Forgotten once none is left. */
export type Suspicion = {
  /** Entries of which one at least made the server refuse all of them. */
  readonly suspects: readonly string[];
  /** Tasks of which an entry was refused by itself, with the status of that. */
  readonly tasks: ReadonlyMap<number, number>;
  /** Something was accepted: no refusal is meant for all. */
  readonly isForSome: boolean;
  /** Refusals in a row, all with one status. */
  readonly requests: number;
  readonly status: number | undefined;
  /** Entries that such a refusal met by themselves, and their tasks. */
  readonly alone: ReadonlyMap<string, number | undefined>;
  /** The refusal seems to be meant for all: single entries find out when it ends. */
  readonly isPaused: boolean;
};

export const NO_SUSPICION: Suspicion = {
  suspects: [],
  tasks: new Map(),
  isForSome: false,
  requests: 0,
  status: undefined,
  alone: new Map(),
  isPaused: false,
};

/** They may speak of the workspace, or of the person's rights in it, rather than of an entry. */
const OF_ALL: readonly (number | undefined)[] = [403, 404, 410];
/** So many refusals in a row, of different tasks, tell that it is so. */
const ENOUGH = 3;

/**
 * Which of the queued entries go next, before the size of a request is thought of: all of them, but
 * for those of a task that was just refused. Suspects are halved until the one to blame stands alone.
 */
export function chosen(queued: readonly Entry[], suspicion: Suspicion): readonly Entry[] {
  const { suspects, tasks, alone, isPaused } = suspicion;
  if (isPaused) {
    const untried = queued.filter(({ id }) => !alone.has(id));
    return (untried.length > 0 ? untried : queued).slice(0, 1);
  }
  const free = queued.filter(({ task }) => task === undefined || !tasks.has(task.id));
  const from = free.length > 0 ? free : queued.filter(({ task }) => isSameTask(task, queued[0]));
  const ids = new Set(suspects);
  const group = from.filter(({ id }) => ids.has(id));
  if (group.length === 0) return from;
  const [probe] = isProbing(suspicion) ? group.filter((entry) => isNews(entry, alone)) : [];
  return probe === undefined ? group.slice(0, Math.ceil(group.length / 2)) : [probe];
}

function isSameTask(task: Entry['task'], first: Entry | undefined): boolean {
  return task?.id === first?.task?.id;
}

/** A refusal that may hold for all is asked about with single entries, each of another task. */
function isProbing({ isForSome, status, requests }: Suspicion): boolean {
  return !isForSome && OF_ALL.includes(status) && requests < ENOUGH;
}

function isNews({ task }: Entry, alone: Suspicion['alone']): boolean {
  return ![...alone.values()].includes(task?.id);
}

export function accepted(before: Suspicion, batch: readonly Entry[]): Suspicion {
  const gone = new Set(batch.map(({ id }) => id));
  // One to blame was found already: those left are no more suspect than all others.
  const suspects = before.alone.size > 0 ? [] : before.suspects.filter((id) => !gone.has(id));
  // A task of which something was accepted is not gone.
  const there = new Set(batch.map(({ task }) => task?.id));
  const tasks = new Map([...before.tasks].filter(([id]) => !there.has(id)));
  return { ...NO_SUSPICION, suspects, tasks, isForSome: true };
}

/** No answer came: they are no longer in the queue, and nothing is known of who is to blame. */
export function unanswered(before: Suspicion, batch: readonly Entry[]): Suspicion {
  const gone = new Set(batch.map(({ id }) => id));
  return { ...before, suspects: before.suspects.filter((id) => !gone.has(id)) };
}

/**
 * Somebody between here and Toggl Focus answered in its place. It may have minded what one entry says:
 * that one is searched for as one that makes the server refuse all, and nobody is refused.
 */
export function metForeign(before: Suspicion, batch: readonly Entry[]): Suspicion {
  const suspects = batch.length > 1 ? batch.map(({ id }) => id) : [];
  return { ...before, suspects, alone: new Map() };
}

/** What a refusal means. Entries that are named in none of the lists go back into the queue. */
export type Judgement = {
  readonly suspicion: Suspicion;
  readonly rejected: readonly string[];
  /** Rejected before, for what turned out to be meant for all. */
  readonly pardoned: readonly string[];
  /** Nothing is sent for a while. */
  readonly isForAll: boolean;
};

/** The server refused the batch; `culprits` are those in it that it named, by their places. */
export function judged(
  before: Suspicion,
  batch: readonly Entry[],
  { status, culprits = [] }: { readonly status: number; readonly culprits?: readonly number[] },
): Judgement {
  const named = culprits.flatMap((place) => batch[place]?.id ?? []);
  if (named.length > 0 && batch.length > 1) {
    return judgement({ ...before, suspects: [], requests: 0, alone: new Map() }, named);
  }
  const next = oneMore(before, batch, status);
  if (next.isPaused) return afterPause(before, next, batch);
  if (isForAll(next)) {
    const pardoned = [...next.alone.keys()];
    // What is meant for all says nothing of the tasks that it met.
    const suspicion = { ...next, suspects: [], tasks: NO_SUSPICION.tasks, isPaused: true };
    return { suspicion, rejected: [], pardoned, isForAll: true };
  }
  return batch.length > 1 ? blamed(next, batch) : rejectedAlone(next, batch);
}

function judgement(suspicion: Suspicion, rejected: readonly string[]): Judgement {
  return { suspicion, rejected, pardoned: [], isForAll: false };
}

function oneMore(before: Suspicion, batch: readonly Entry[], status: number): Suspicion {
  const isSame = before.status === status;
  const alone = new Map(isSame ? before.alone : []);
  const [only, ...others] = batch;
  if (only !== undefined && others.length === 0) alone.set(only.id, only.task?.id);
  const isPaused = before.isPaused && isSame;
  return { ...before, status, requests: isSame ? before.requests + 1 : 1, alone, isPaused };
}

function isForAll({ isForSome, status, requests, alone }: Suspicion): boolean {
  const tasks = new Set(alone.values());
  return !isForSome && OF_ALL.includes(status) && requests >= ENOUGH && tasks.size > 1;
}

/** Once each of them was refused by itself, and some again after the pause, it is their own fault. */
function afterPause(before: Suspicion, next: Suspicion, batch: readonly Entry[]): Judgement {
  if (batch.some(({ id }) => before.alone.has(id))) {
    return judgement(NO_SUSPICION, [...next.alone.keys()]);
  }
  return { suspicion: next, rejected: [], pardoned: [], isForAll: true };
}

function blamed(next: Suspicion, batch: readonly Entry[]): Judgement {
  const ids = batch.map(({ id }) => id);
  const isKnown = batch.every(({ task }) => next.tasks.get(task?.id ?? 0) === next.status);
  if (isKnown) return judgement({ ...next, suspects: [] }, ids);
  // Another search begins, which has found nobody yet.
  const alone = isProbing(next) ? next.alone : new Map<string, undefined>();
  return judgement({ ...next, suspects: ids, alone }, []);
}

function rejectedAlone(next: Suspicion, batch: readonly Entry[]): Judgement {
  const ids = batch.map(({ id }) => id);
  const { status } = next;
  const tasks = new Map(next.tasks);
  for (const { task } of batch) {
    if (task === undefined || status === undefined || !OF_ALL.includes(status)) continue;
    tasks.set(task.id, status);
  }
  const suspects = isProbing(next) ? next.suspects.filter((id) => !ids.includes(id)) : [];
  return judgement({ ...next, suspects, tasks }, ids);
}
