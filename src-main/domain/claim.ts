import type { Instant, Seconds } from '#contract';
import type { Entry } from './entry.ts';
import type { FocusEntry } from './focus.ts';

/** An entry of the server that is neither planned nor running nor deleted. */
export type Finished = FocusEntry & { readonly startAt: Instant; readonly seconds: Seconds };

export function isFinished(entry: FocusEntry): entry is Finished {
  return (
    entry.startAt !== undefined && entry.seconds !== undefined && entry.deletedAt === undefined
  );
}

/** An entry that the server holds under an id that was learnt. */
export type KnownEntry = Entry & { readonly delivery: { readonly serverId: number } };

export function isKnown(entry: Entry): entry is KnownEntry {
  return serverIdOf(entry) !== undefined;
}

export function serverIdOf({ delivery }: Entry): number | undefined {
  return delivery.state === 'delivered' ? delivery.serverId : undefined;
}

/** Known to be there, or perhaps there, under an id that nobody has told. */
function hasNoIdYet(entry: Entry): boolean {
  const { state } = entry.delivery;
  return state === 'unknown' || (state === 'delivered' && serverIdOf(entry) === undefined);
}

/**
 * Which entry of the server each of ours is, by our id: the one with its id or, where that was never
 * learnt, one with its task, start, duration and type. Each is claimed once.
 */
export function claim(
  local: readonly Entry[],
  finished: readonly Finished[],
): ReadonlyMap<string, Finished> {
  const claims = claimById(local, finished);
  const taken = new Set([...claims.values()].map((entry) => entry.id));
  const free = new Map<string, Finished>();
  for (const entry of finished.filter((candidate) => !taken.has(candidate.id)).reverse()) {
    free.set(identity(entry.startAt, entry.seconds, entry.type, entry.taskId), entry);
  }
  for (const entry of local.filter(hasNoIdYet)) {
    const { startAt, seconds, type, task } = entry.sent ?? entry;
    const key = identity(startAt, seconds, type, task?.id);
    const found = free.get(key);
    if (found !== undefined) claims.set(entry.id, found);
    free.delete(key);
  }
  return claims;
}

function claimById(local: readonly Entry[], finished: readonly Finished[]): Map<string, Finished> {
  const byServerId = new Map(finished.map((entry) => [entry.id, entry]));
  const claims = new Map<string, Finished>();
  for (const entry of local) {
    const found = byServerId.get(serverIdOf(entry) ?? NO_ID);
    if (found !== undefined) claims.set(entry.id, found);
  }
  return claims;
}

/** Toggl Focus counts from 1. */
const NO_ID = 0;

function identity(
  startAt: Instant,
  seconds: Seconds,
  type: Entry['type'],
  taskId: number | undefined,
): string {
  return `${startAt} ${seconds} ${type} ${taskId ?? ''}`;
}
