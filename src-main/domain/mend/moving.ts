import type { Instant, Seconds } from '#contract';
import type { Entry, Session, Values } from '../entry.ts';
import { firstFreeSecond, wholeSecond } from '../session.ts';
import {
  mended,
  refused,
  type Edit,
  type Ground,
  type Mended,
  type SessionChange,
} from './edit.ts';
import { trouble } from './stretch.ts';

/**
 * Other values for an entry, as the person typed them. Only a change of start or length is judged:
 * an old entry may lie anywhere. A start moves on to the next free second, with the length as typed.
 */
export function edit(entry: Entry, change: Partial<Values>, ground: Ground): Mended {
  const { id } = entry;
  const { startAt = entry.startAt, seconds = entry.seconds } = change;
  if (startAt === entry.startAt && seconds === entry.seconds) {
    return mended({ do: 'change', id, values: change });
  }
  const isMoved = wholeSecond(startAt) !== entry.startAt;
  const free = isMoved
    ? firstFreeSecond(startAt, (second) => ground.isTaken(second, entry))
    : entry.startAt;
  const what = trouble({ startAt: free, seconds }, ground.now, entry);
  if (what !== undefined) return refused(what);
  return mended({ do: 'change', id, values: { ...change, startAt: free, seconds } });
}

/**
 * The entries later by so many seconds, earlier where negative. They move as one block, and where
 * one of them meets a second that is held, all go on together: what was side by side stays so.
 */
export function shift(entries: readonly Entry[], seconds: Seconds, ground: Ground): Mended {
  const isTaken = takenFor(entries, ground);
  let offset = seconds * 1000;
  const moved = ({ startAt }: Entry): Instant => (startAt + offset) as Instant;
  if (offset !== 0) {
    while (entries.some((entry) => isTaken(moved(entry), entry))) offset += 1000;
  }
  const edits: Edit[] = [];
  for (const entry of entries) {
    const startAt = moved(entry);
    const what = trouble({ ...entry, startAt }, ground.now, entry);
    if (what !== undefined) return refused(what);
    edits.push({ do: 'change', id: entry.id, values: { startAt } });
  }
  return mended(...edits);
}

/** A second that one of them leaves is free for the others, where nothing but it holds that. */
function takenFor(entries: readonly Entry[], ground: Ground): Required<Ground>['isTaken'] {
  const leaving = new Map(
    entries.filter(({ origin }) => origin === 'stint').map((entry) => [entry.startAt, entry]),
  );
  return (second, by) => {
    const holder = leaving.get(second);
    if (holder !== undefined && lets(holder, by)) return false;
    return ground.isTaken(second, by);
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
export function editSession(session: Session, change: SessionChange, { now }: Ground): Mended {
  const startAt = wholeSecond(change.startAt ?? session.startAt);
  if (startAt !== session.startAt) {
    if (startAt > Math.max(now, session.startAt)) return refused('ends-in-future');
    const soFar = { startAt, seconds: Math.max(1, (now - startAt) / 1000) as Seconds };
    if (trouble(soFar, now, soFar) !== undefined) return refused('too-long');
  }
  return mended({ do: 'change-session', change: { ...change, startAt } });
}
