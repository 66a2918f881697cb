import type { Session } from '../domain/entry.ts';
import { entryAfter, newEntry } from '../domain/mend/carry-out.ts';
import type { Edit, SessionChange } from '../domain/mend/edit.ts';
import {
  endedBack,
  isSame,
  sessionBack,
  takenBack,
  type SessionImage,
} from '../domain/mend/undo.ts';
import { groundOf } from './mend-ground.ts';
import type { Step } from './mend-history.ts';
import { write, type Rewrite } from './mend-writing.ts';
import type { AccountId, Clock, Ids, Store } from './ports.ts';
import type { Tracker } from './tracker.ts';

export type WorkPorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly tracker: Pick<Tracker, 'editSession'>;
};

/** All that one step writes. */
export type Work = {
  readonly rewrites: readonly Rewrite[];
  readonly session: SessionChange | undefined;
};

export type Traces = Omit<Step, 'view'>;

/** Each entry is concerned by one edit at most. */
export function workOf({ store, ids }: WorkPorts, edits: readonly Edit[]): Work {
  const rewrites: Rewrite[] = [];
  let session: SessionChange | undefined;
  for (const edit of edits) {
    if (edit.do === 'change-session') session = edit.change;
    else if (edit.do === 'add') {
      rewrites.push({ current: undefined, next: newEntry(ids.next(), edit) });
    } else {
      const current = store.entry(edit.id);
      if (current !== undefined) rewrites.push({ current, next: entryAfter(current, edit) });
    }
  }
  return { rewrites, session };
}

/** What takes the step back, on the entries as they are now. */
export function wayBack({ store }: WorkPorts, account: AccountId, step: Step): Work {
  const rewrites = step.entries.map((image): Rewrite => {
    const current = store.entry(image.id);
    return { current, next: takenBack(current, image) };
  });
  if (step.session === undefined) return { rewrites, session: undefined };
  const ended = store.entry(step.session.after.id);
  if (ended !== undefined) {
    rewrites.push({ current: ended, next: endedBack(ended, step.session) });
  }
  return { rewrites, session: sessionBack(store.session(account), step.session) };
}

/** Writes it, the session first: what is added in its place needs its second. Tells what has changed. */
export function carryOut(ports: WorkPorts, account: AccountId, work: Work): Traces {
  const { store, clock, tracker } = ports;
  const before = store.session(account);
  if (work.session !== undefined) tracker.editSession(account, work.session);
  const after = store.session(account);
  write(store, account, work.rewrites, groundOf(store, clock, account));
  const entries = work.rewrites.flatMap(({ current, next }) => {
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
export function carryBack(ports: WorkPorts, account: AccountId, work: Work): Traces {
  const { store, tracker } = ports;
  const before = store.session(account);
  if (before === undefined) return carryOut(ports, account, work);
  store.setSession(account, undefined);
  const { entries } = carryOut(ports, account, { ...work, session: undefined });
  store.setSession(account, before);
  tracker.editSession(account, work.session ?? {});
  return { entries, session: movedSession(before, store.session(account)) };
}

function movedSession(
  before: Session | undefined,
  after: Session | undefined,
): SessionImage | undefined {
  if (before === undefined || after === undefined || isSame(before, after)) return undefined;
  return { before, after };
}
