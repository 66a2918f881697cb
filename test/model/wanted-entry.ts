import type { Entry } from '../../src-main/domain/entry.ts';

/** What the person last wanted of one finished session. */
export type Wish = {
  readonly id: string;
  task: number | undefined;
  words: string | undefined;
  startAt: number;
  seconds: number;
  deleted: boolean;
  archived: boolean;
  /** Changed by another device as well: what becomes of it is for Stint and Toggl Focus to agree on. */
  shared: boolean;
  /** Changes asked for so far. */
  touches: number;
  /** Every start it ever had. */
  readonly starts: Set<number>;
  /** As it was before the last edit. */
  before: Partial<Pick<Wish, 'task' | 'words' | 'seconds'>> | undefined;
};

export function wishOf(entry: Pick<Wish, 'id' | 'task' | 'words' | 'startAt' | 'seconds'>): Wish {
  return {
    ...entry,
    deleted: false,
    archived: false,
    shared: false,
    touches: 0,
    starts: new Set([entry.startAt]),
    before: undefined,
  };
}

export function isShown(entry: Entry | undefined): entry is Entry {
  return entry?.presence === 'kept' || entry?.presence === 'restoring';
}

export function isArchived(entry: Entry | undefined): boolean {
  return entry?.archiveState === 'archived' || entry?.archiveState === 'archiving';
}

/** The person is content with how Stint shows it by now. */
export function asShown(wish: Wish, entry: Entry | undefined): void {
  wish.deleted = !isShown(entry);
  if (entry === undefined) return;
  const { startAt, seconds, task, description } = entry;
  Object.assign(wish, { startAt, seconds, task: task?.id, words: description });
  wish.archived = isArchived(entry);
  wish.starts.add(startAt);
}

const SECOND = 1000;

/**
 * Its second may be another's: then it begins later, and ends when it did. What is wrong with how it
 * begins and ends, or undefined.
 */
export function placedLater(wish: Wish, entry: Entry | undefined): string | undefined {
  if (entry === undefined) return `${wish.id} is not there`;
  const { startAt, seconds } = entry;
  const later = startAt - wish.startAt;
  const isSame = later === 0 && seconds === wish.seconds;
  const keepsEnd = startAt + seconds * SECOND === wish.startAt + wish.seconds * SECOND;
  const isLater = later > 0 && later <= 60 * SECOND && (keepsEnd || seconds === 1);
  if (!isSame && !isLater) {
    return `${wish.id} is to be at ${wish.startAt} for ${wish.seconds} s, and is at ${startAt} for ${seconds} s`;
  }
  asShown(wish, entry);
  return undefined;
}
