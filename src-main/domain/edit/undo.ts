import { archived, edited, unarchived } from '../sync/pending-change.ts';
import { broughtBack, deleted } from './delete-and-bring-back.ts';
import type { Entry, Session, Values } from '../entry.ts';
import { isArchived, isShown } from '../day/occupied-span.ts';
import { isSameIn, pick, VALUE_GROUPS } from '../sync/conflict-fields.ts';
import type { SessionChange } from './edit-and-refusal.ts';
import { isUnsent } from './change-and-shift.ts';
import { begunAt } from './allowed-span.ts';

/** An entry before and after a step; undefined where it was not there. */
export type EntryImage = {
  readonly id: string;
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
};

/** The running session before and after a step; undefined where nothing ran. */
export type SessionImage = {
  readonly before: Session | undefined;
  readonly after: Session | undefined;
  /** The same one, with a start that went along with the clock. */
  readonly withClock?: boolean | undefined;
};

/** The same session, changed. */
export type ChangedSession = { readonly before: Session; readonly after: Session };

/** Both as they came from disk, where equal ones are written alike. */
export function isSame<T extends Entry | Session>(a: T | undefined, b: T | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The entry as it is without the step; undefined where nothing of it may stay. What was changed from
 * elsewhere since is left alone, and what the server may have heard of is told anew.
 */
export function takenBack(current: Entry | undefined, image: EntryImage): Entry | undefined {
  const { before, after } = image;
  // Added by the step and taken back since; or deleted in Toggl Focus, and not ours to bring back.
  if (current === undefined) return after === undefined ? before : undefined;
  if (after === undefined) return current;
  if (before === undefined) return mayTurnUp(current) ? deleted(current) : undefined;
  if (isUntold(current, before, after)) return before;
  return putBack(edited(current, valuesBack(current, before, after)), before, after);
}

/** The server may have it, or may get it yet by a request that was given up. */
function mayTurnUp(entry: Entry): boolean {
  return !isUnsent(entry) || entry.late !== undefined;
}

/**
 * Nobody has heard of the change: the entry is again what it was, its refusal included. A delete,
 * an archive and their ways back leave no trace when their answer is lost, so they are always told.
 */
function isUntold(current: Entry, before: Entry, after: Entry): boolean {
  const isOfValues =
    before.presence === after.presence && before.archiveState === after.archiveState;
  return isOfValues && isSame(current, after);
}

function valuesBack(current: Values, before: Values, after: Values): Partial<Values> {
  const groups = VALUE_GROUPS.filter(
    (group) => !isSameIn(group, before, after) && isSameIn(group, current, after),
  );
  return Object.assign({}, ...groups.map((group) => pick(group, before))) as Partial<Values>;
}

function putBack(entry: Entry, before: Entry, after: Entry): Entry {
  let next = entry;
  if (isShown(before) !== isShown(after)) {
    // Where it is back already its delete was refused, and is not to be tried once more.
    if (isShown(before)) next = broughtBack(next);
    else if (isShown(next)) next = deleted(next);
  }
  if (isArchived(before) !== isArchived(after)) {
    next = isArchived(before) ? archived(next) : unarchived(next);
  }
  return next;
}

/** What takes the step back from a session that still runs; nothing where it is another one. */
export function sessionBack(
  current: Session | undefined,
  { before, after }: ChangedSession,
): SessionChange {
  if (current?.id !== after.id) return {};
  return {
    ...(current.startAt === after.startAt ? { startAt: before.startAt } : {}),
    ...(current.task?.id === after.task?.id ? { task: before.task } : {}),
    ...(current.description === after.description ? { description: before.description } : {}),
    ...(current.timeBlockId === after.timeBlockId ? { timeBlockId: before.timeBlockId } : {}),
  };
}

/** The same for the entry that the session became meanwhile: its end stays. */
export function endedBack(entry: Entry, { before, after }: ChangedSession): Entry {
  const work = valuesBack(
    entry,
    { ...entry, task: before.task, description: before.description },
    { ...entry, task: after.task, description: after.description },
  );
  const isMoved = before.startAt !== after.startAt && entry.startAt === after.startAt;
  const { startAt, seconds } = isMoved ? begunAt(entry, before.startAt) : entry;
  return edited(entry, { ...work, startAt, seconds });
}
