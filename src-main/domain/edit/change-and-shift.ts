import type { Instant, Seconds } from '#contract';
import type { Entry, Session, Values } from '../entry.ts';
import { firstFreeSecond, wholeSecond } from '../timer/session.ts';
import {
  decided,
  refused,
  type Edit,
  type Surroundings,
  type EditDecision,
  type SessionChange,
} from './edit-and-refusal.ts';
import { trouble } from './allowed-span.ts';

/**
 * Other values for an entry, as the person typed them. Only a change of start or length is judged:
 * an old entry may lie anywhere. A start moves on to the next free second, with the length as typed.
 */
export function edit(
  entry: Entry,
  change: Partial<Values>,
  surroundings: Surroundings,
): EditDecision {
  const { id } = entry;
  const { startAt = entry.startAt, seconds = entry.seconds } = change;
  if (startAt === entry.startAt && seconds === entry.seconds) {
    return decided({ do: 'change', id, values: change });
  }
  const isMoved = wholeSecond(startAt) !== entry.startAt;
  const free = isMoved
    ? firstFreeSecond(startAt, (second) => surroundings.isTaken(second, entry))
    : entry.startAt;
  const what = trouble({ startAt: free, seconds }, surroundings.now, entry);
  if (what !== undefined) return refused(what);
  return decided({ do: 'change', id, values: { ...change, startAt: free, seconds } });
}

/**
 * The entries later by so many seconds, earlier where negative. They move as one block, and where
 * one of them meets a second that is held, all go on together: what was side by side stays so.
 */
export function shift(
  entries: readonly Entry[],
  seconds: Seconds,
  surroundings: Surroundings,
): EditDecision {
  const isTaken = takenFor(entries, surroundings);
  let offset = seconds * 1000;
  const moved = ({ startAt }: Entry): Instant => (startAt + offset) as Instant;
  if (offset !== 0) {
    while (entries.some((entry) => isTaken(moved(entry), entry))) offset += 1000;
  }
  const edits: Edit[] = [];
  for (const entry of entries) {
    const startAt = moved(entry);
    const what = trouble({ ...entry, startAt }, surroundings.now, entry);
    if (what !== undefined) return refused(what);
    edits.push({ do: 'change', id: entry.id, values: { startAt } });
  }
  return decided(...edits);
}

/** A second that one of them leaves is free for the others, where nothing but it holds that. */
function takenFor(
  entries: readonly Entry[],
  surroundings: Surroundings,
): Required<Surroundings>['isTaken'] {
  const leaving = new Map(
    entries.filter(({ origin }) => origin === 'stint').map((entry) => [entry.startAt, entry]),
  );
  return (second, by) => {
    const holder = leaving.get(second);
    if (holder !== undefined && lets(holder, by)) return false;
    return surroundings.isTaken(second, by);
  };
}

/** Whether a second that the holder leaves may become another's, on the server as well. */
function lets(holder: Entry, by: Entry | undefined): boolean {
  const { delivery } = holder;
  const isKnownThere = delivery.state === 'delivered' && delivery.serverId !== undefined;
  return isKnownThere || isUnsent(holder) || (by !== undefined && !isUnsent(by));
}

/** The server cannot have it: it is known by nothing but what it is here. */
export function isUnsent({ delivery }: Entry): boolean {
  return delivery.state === 'queued' || delivery.state === 'rejected';
}

/** Other values for the running session, which can have begun at any time up to now. */
export function editSession(
  session: Session,
  change: SessionChange,
  { now }: Surroundings,
): EditDecision {
  const startAt = wholeSecond(change.startAt ?? session.startAt);
  if (startAt !== session.startAt) {
    if (startAt > Math.max(now, session.startAt)) return refused('ends-in-future');
    const soFar = { startAt, seconds: Math.max(1, (now - startAt) / 1000) as Seconds };
    if (trouble(soFar, now, soFar) !== undefined) return refused('too-long');
  }
  return decided({ do: 'change-session', change: { ...change, startAt } });
}
