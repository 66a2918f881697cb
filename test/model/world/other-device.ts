import type { Instant, Seconds } from '#contract';
import type { Entry } from '../../../src-main/domain/entry.ts';
import { valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import type { EntryChange, FocusEntry } from '../../../src-main/domain/focus-types.ts';
import { focusTask } from '../../support/values.ts';
import type { ElsewhereChange } from '../step.ts';

/** Values that are changed, and can be in conflict, together. */
const GROUPS = {
  time: ['startAt', 'seconds'],
  type: ['type'],
  task: ['taskId'],
  words: ['description'],
} as const;
export type Group = keyof typeof GROUPS;
export const GROUP_NAMES = Object.keys(GROUPS) as readonly Group[];

/**
 * When, in the order of events, another device changed it and Stint first read that, and how it stood
 * before all of that is unread.
 */
type Trace = { changedAt: number; readAt: number; readonly before: FocusEntry };

/** The fields that were told of an entry, and how it was to stand after that. */
type Telling = { readonly told: Partial<FocusEntry>; readonly next: FocusEntry };

/**
 * Somebody else with the same account, and the promise that what Stint has read of their changes is
 * never overwritten unless the person wants it.
 */
export type OtherDevice = {
  readonly broken: readonly string[];
  /** Ids of the entries that it changed. */
  readonly touched: ReadonlySet<number>;
  change(id: number, change: ElsewhereChange): void;
  /** It made an entry of its own. */
  made(id: number): void;
  hasMade(id: number): boolean;
  /** Entries as Stint is about to learn them. */
  wasRead(entries: readonly FocusEntry[]): void;
  /** Stint is telling this about an entry. */
  isTold(id: number, change: EntryChange): void;
  /** Stint's change was carried out: what it replaced, unread or decided, is no longer there. */
  wasReplaced(before: FocusEntry, after: FocusEntry): void;
  /** The person wants these values of the entry, knowing what Stint knows. */
  decided(entryId: string, groups: readonly Group[]): void;
};

type Ports = {
  readonly hidesArchived: boolean;
  readonly entries: Map<number, FocusEntry>;
  /** What Stint has under the id of Toggl Focus. */
  readonly known: (id: number) => Entry | undefined;
};

export function createOtherDevice({ entries, known, hidesArchived }: Ports): OtherDevice {
  const broken: string[] = [];
  const touched = new Set<number>();
  const ownEntries = new Set<number>();
  const traces = new Map<number, Map<Group, Trace>>();
  const decisions = new Map<string, number>();
  /** What was told of each entry, in this order. */
  const tellings = new Map<number, readonly Telling[]>();
  let events = 0;

  function note(group: Group, entry: FocusEntry, next: FocusEntry): void {
    const mine = traces.get(entry.id) ?? new Map<Group, Trace>();
    traces.set(entry.id, mine);
    const known = mine.get(group);
    const before = known !== undefined && known.readAt < known.changedAt ? known.before : entry;
    // Changed back before anybody read it: as if nothing had been.
    if (differs(group, before, next))
      mine.set(group, { changedAt: (events += 1), readAt: 0, before });
    else mine.delete(group);
  }

  function check(ours: Entry, group: Group, { changedAt, readAt }: Trace): void {
    const decidedAt = decisions.get(`${ours.id} ${group}`) ?? 0;
    if (readAt > changedAt && decidedAt < readAt) {
      broken.push(`the ${group} of ${ours.id}, changed elsewhere and read, was overwritten`);
    }
  }

  return {
    broken,
    touched,
    made(id) {
      touched.add(id);
      ownEntries.add(id);
    },
    hasMade: (id) => ownEntries.has(id),
    change(id, wanted) {
      const entry = entries.get(id);
      if (entry === undefined || isUnseen(entry, wanted, hidesArchived)) return;
      if (wanted.what === 'deleted' && isTakenForArchived(known(id))) return;
      const next = changedBy(entry, wanted);
      for (const group of GROUP_NAMES) if (differs(group, entry, next)) note(group, entry, next);
      entries.set(id, next);
      touched.add(id);
    },
    wasRead(read) {
      events += 1;
      for (const item of read) {
        const ours = known(item.id);
        if (isToldForgotten(ours)) continue;
        for (const [group, trace] of traces.get(item.id) ?? []) {
          // A slow answer may have been on its way since before the change.
          const isOld = differs(group, item, entries.get(item.id) ?? item);
          if (isOld || isInDoubt(group, ours, item)) continue;
          if (trace.readAt < trace.changedAt) trace.readAt = events;
        }
      }
    },
    isTold(id, change) {
      const ours = known(id);
      const there = entries.get(id);
      if (ours === undefined || there === undefined) return;
      if (ours.sent?.conflict === true) broken.push(`${ours.id} was told while in conflict`);
      const told = toldFields(change);
      const next = { ...there, ...told };
      const before = tellings.get(id) ?? [];
      for (const [group, trace] of traces.get(id) ?? []) {
        const isOwn = mayBeOwn(group, before, there);
        if (differs(group, there, next) && !isOwn) check(ours, group, trace);
      }
      tellings.set(id, [...before, { told, next }]);
    },
    wasReplaced(before, after) {
      const mine = traces.get(before.id);
      for (const group of GROUP_NAMES) if (differs(group, before, after)) mine?.delete(group);
    },
    decided(entryId, groups) {
      events += 1;
      for (const group of groups) {
        decisions.set(`${entryId} ${group}`, events);
      }
    },
  };
}

/** What no reading would ever tell: in the archive, where lists leave that out, or deleted in it. */
function isUnseen(
  { archivedAt }: FocusEntry,
  { what, value }: ElsewhereChange,
  hidesArchived: boolean,
): boolean {
  if (what === 'deleted' && archivedAt !== undefined) return true;
  return hidesArchived && (what === 'archived' ? value : archivedAt !== undefined);
}

/** Brought out of the archive since, unread: that it is missing then reads as if it were still in there. */
function isTakenForArchived(ours: Entry | undefined): boolean {
  return ours !== undefined && ours.archiveState !== 'none';
}

/** Where it is forgotten what an unanswered update has told, nobody concludes anything. */
function isToldForgotten(ours: Entry | undefined): boolean {
  return ours?.sent?.unsure === true && ours.late?.updates === undefined;
}

/**
 * As it stood before an unanswered update, which may not have been carried out yet, or as one that was given up may
 * have left it: who put that there nobody can tell.
 */
function isInDoubt(group: Group, ours: Entry | undefined, item: FocusEntry): boolean {
  if (ours?.sent?.unsure !== true) return false;
  return [valuesOf(ours.sent), ...(ours.late?.updates ?? [])].some(
    ({ task, ...values }) => !differs(group, item, { ...item, ...values, taskId: task?.id }),
  );
}

function differs(group: Group, a: FocusEntry, b: FocusEntry): boolean {
  return GROUPS[group].some((name) => a[name] !== b[name]);
}

/**
 * What stands there may as well be what Stint itself told before, carried out late: it tells only what it
 * changes, and is laid over what was told since.
 */
function mayBeOwn(group: Group, tellings: readonly Telling[], there: FocusEntry): boolean {
  return tellings.some(({ told }, at) =>
    tellings.slice(at).some(({ next }) => !differs(group, { ...next, ...told }, there)),
  );
}

function toldFields(change: EntryChange): Partial<FocusEntry> {
  const told = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(told.map(([name, value]) => [name, value ?? undefined]));
}

function changedBy(entry: FocusEntry, change: ElsewhereChange): FocusEntry {
  const { startAt = 0 as Instant } = entry;
  switch (change.what) {
    case 'words':
      return { ...entry, description: change.value };
    case 'seconds':
      return { ...entry, seconds: change.value as Seconds };
    case 'shift':
      return { ...entry, startAt: (startAt + change.value * 1000) as Instant };
    case 'task':
      return { ...entry, taskId: change.value, task: focusTask(change.value) };
    case 'deleted':
      return { ...entry, deletedAt: change.value ? startAt : undefined };
    case 'archived':
      return { ...entry, archivedAt: change.value ? startAt : undefined };
  }
}
