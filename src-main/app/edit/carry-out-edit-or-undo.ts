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
  readonly tracker: Pick<Tracker, 'editSession'>;
};

/** All that one step writes. */
export type EntryWrites = {
  readonly rewrites: readonly Rewrite[];
  readonly session: SessionChange | undefined;
};

export type Traces = Omit<Step, 'view'>;

/** Each entry is concerned by one edit at most. */
export function writesOf({ store, ids }: EditPorts, edits: readonly Edit[]): EntryWrites {
  const rewrites: Rewrite[] = [];
  let session: SessionChange | undefined;
  for (const edit of edits) {
    if (edit.do === 'change-session') session = edit.change;
    else if (edit.do === 'add') {
      rewrites.push({ current: undefined, next: newEntry(ids.next(), edit) });
    } else {
      const current = store.entry(edit.id);
      const next = current && (edit.do === 'drop' ? undefined : entryAfter(current, edit));
      if (current !== undefined) rewrites.push({ current, next });
    }
  }
  return { rewrites, session };
}

/** What takes the step back, on the entries as they are now. */
export function wayBack({ store }: EditPorts, account: AccountId, step: Step): EntryWrites {
  const all = step.entries.map((image): Rewrite => {
    const current = store.entry(image.id);
    return { current, next: takenBack(current, image) };
  });
  const rewrites = all.filter((one) => !isHeldByOther(one, all));
  if (step.session === undefined) return { rewrites, session: undefined };
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
  const after = store.session(account);
  write(store, account, writes.rewrites, surroundingsOf(store, clock, account));
  const entries = writes.rewrites.flatMap(({ current, next }) => {
    const id = current?.id ?? next?.id;
    return id === undefined ? [] : { id, before: current, after: store.entry(id) };
  });
  return {
    entries: entries.filter((image) => !isSame(image.before, image.after)),
    session: movedSession(before, after),
  };
}

/**
 * The same for a way back, on which the session stands aside: what returns to its second was there
 * first, and a session looks for a second of its own only once it ends.
 */
export function carryBack(ports: EditPorts, account: AccountId, writes: EntryWrites): Traces {
  const { store, tracker } = ports;
  const before = store.session(account);
  if (before === undefined) return carryOut(ports, account, writes);
  store.setSession(account, undefined);
  const { entries } = carryOut(ports, account, { ...writes, session: undefined });
  store.setSession(account, before);
  tracker.editSession(account, writes.session ?? {});
  return { entries, session: movedSession(before, store.session(account)) };
}

function movedSession(
  before: Session | undefined,
  after: Session | undefined,
): SessionImage | undefined {
  if (before === undefined || after === undefined || isSame(before, after)) return undefined;
  return { before, after };
}
