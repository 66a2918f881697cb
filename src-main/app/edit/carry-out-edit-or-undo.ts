import type { Session } from '../../domain/entry.ts';
import { entryAfter, newEntry } from '../../domain/edit/entry-after-edit.ts';
import type { Edit, SessionChange } from '../../domain/edit/edit-and-refusal.ts';
import {
  endedBack,
  isSame,
  sessionBack,
  takenBack,
  type SessionImage,
} from '../../domain/edit/undo.ts';
import { isAsLeft, isOfOneSession } from '../../domain/edit/undo-start-stop.ts';
import { serverIdOf } from '../../domain/sync/server-id.ts';
import { surroundingsOf } from './surroundings.ts';
import type { Step } from './undo-history.ts';
import { write, type Rewrite } from './write-edited-entries.ts';
import type { AccountId, Clock, Ids, Store } from '../ports/ports.ts';
import type { Tracker } from '../entries/tracker.ts';

export type EditPorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly tracker: Pick<Tracker, 'editSession' | 'letRun'>;
};

/** All that one step writes. */
export type EntryWrites = {
  readonly rewrites: readonly Rewrite[];
  readonly session: SessionChange | undefined;
  /** What runs afterwards, where it is not the same session as before. */
  readonly runs?: { readonly session: Session | undefined } | undefined;
};

const NOTHING: EntryWrites = { rewrites: [], session: undefined };

export type Traces = Omit<Step, 'view'>;

/** Each entry is concerned by one edit at most. */
export function writesOf(
  { store, ids }: EditPorts,
  account: AccountId,
  edits: readonly Edit[],
): EntryWrites {
  const rewrites: Rewrite[] = [];
  let session: SessionChange | undefined;
  let runs: EntryWrites['runs'];
  for (const edit of edits) {
    if (edit.do === 'change-session') session = edit.change;
    else if (edit.do === 'end-session') runs = { session: undefined };
    else if (edit.do === 'move-session') runs = { session: moved(store.session(account), edit) };
    else if (edit.do === 'add') {
      rewrites.push({ current: undefined, next: newEntry(ids.next(), edit) });
    } else {
      const current = store.entry(edit.id);
      const next = current && (edit.do === 'drop' ? undefined : entryAfter(current, edit));
      if (current !== undefined) rewrites.push({ current, next });
    }
  }
  return { rewrites, session, runs };
}

/** What takes the step back, on the entries as they are now. */
export function wayBack({ store }: EditPorts, account: AccountId, step: Step): EntryWrites {
  const isPress = step.session !== undefined && !isOfOneSession(step.session);
  // Other work runs by now, or nothing: who has gone on since does not want that ended.
  if (isPress && !isAsLeft(store.session(account), step.session)) return NOTHING;
  const all = step.entries.map((image): Rewrite => {
    const current = store.entry(image.id);
    return { current, next: takenBack(current, image) };
  });
  const rewrites = all.filter((one) => !isHeldByOther(one, all));
  if (step.session === undefined) return { rewrites, session: undefined };
  if (!isOfOneSession(step.session)) {
    return { rewrites, session: undefined, runs: { session: step.session.before } };
  }
  const ended = store.entry(step.session.after.id);
  if (ended !== undefined) {
    rewrites.push({ current: ended, next: endedBack(ended, step.session) });
  }
  return { rewrites, session: sessionBack(store.session(account), step.session) };
}

/** It was dropped for another, which has been changed since and keeps its place. */
function isHeldByOther({ current, next }: Rewrite, all: readonly Rewrite[]): boolean {
  const serverId = next && serverIdOf(next);
  if (current !== undefined || serverId === undefined) return false;
  return all.some((one) => one.next !== next && isAt(serverId, one.next));
}

function isAt(serverId: number, entry: Rewrite['next']): boolean {
  return entry !== undefined && serverIdOf(entry) === serverId;
}

/** Writes it, the session first: what is added in its place needs its second. Tells what has changed. */
export function carryOut(ports: EditPorts, account: AccountId, writes: EntryWrites): Traces {
  const { store, clock, tracker } = ports;
  const before = store.session(account);
  if (writes.session !== undefined) tracker.editSession(account, writes.session);
  if (writes.runs !== undefined) tracker.letRun(account, writes.runs.session);
  const after = store.session(account);
  write(store, account, writes.rewrites, surroundingsOf(store, clock, account));
  const entries = writes.rewrites.flatMap(({ current, next }) => {
    const id = current?.id ?? next?.id;
    return id === undefined ? [] : { id, before: current, after: store.entry(id) };
  });
  return {
    entries: entries.filter((image) => !isSame(image.before, image.after)),
    session: movedSession(before, after, writes.runs),
  };
}

/**
 * The same for a way back, on which the session stands aside: what returns to its second was there
 * first, and a session looks for a second of its own only once it ends.
 */
export function carryBack(ports: EditPorts, account: AccountId, writes: EntryWrites): Traces {
  const { store, tracker } = ports;
  const before = store.session(account);
  if (before === undefined && writes.runs === undefined) return carryOut(ports, account, writes);
  store.setSession(account, undefined);
  const { entries } = carryOut(ports, account, { rewrites: writes.rewrites, session: undefined });
  if (writes.runs === undefined) store.setSession(account, before);
  else tracker.letRun(account, nameable(ports, writes.runs.session));
  if (writes.session !== undefined) tracker.editSession(account, writes.session);
  return { entries, session: movedSession(before, store.session(account), writes.runs) };
}

/** What runs again becomes an entry of its own, where its first one may be in Toggl Focus and is deleted there. */
function nameable({ store, ids }: EditPorts, session: Session | undefined): Session | undefined {
  const isTaken = session !== undefined && store.entry(session.id) !== undefined;
  return isTaken ? { ...session, id: ids.next() } : session;
}

function moved(
  session: Session | undefined,
  { startAt }: Pick<Session, 'startAt'>,
): Session | undefined {
  return session && { ...session, startAt };
}

export function movedSession(
  before: Session | undefined,
  after: Session | undefined,
  runs?: EntryWrites['runs'],
): SessionImage | undefined {
  if (isSame(before, after)) return undefined;
  const withClock = runs !== undefined && before?.id === after?.id;
  return { before, after, ...(withClock ? { withClock } : {}) };
}
