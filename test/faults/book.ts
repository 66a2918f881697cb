import type { EntryView } from '#contract';
import type { EntryRow } from '../../src-main/demo/data/entry-table.ts';

/** What a person wants of one session, kept by rules of their own: the app is not asked what it should be. */
export type Wish = {
  /** The app's. */
  readonly id: string;
  task: number | undefined;
  words: string | undefined;
  /** Milliseconds. */
  readonly startAt: number;
  seconds: number;
  /** Added by hand: its length may be changed without an end that lies ahead. */
  readonly byHand: boolean;
  deleted: boolean;
  /** Deleted once, and wanted again. */
  wasDeleted: boolean;
  /** What the person changed after it was made. */
  readonly changed: Set<Group>;
  /** What the second computer did with it. */
  elsewhere: Elsewhere | undefined;
  /** The second computer made one like it. */
  hasTwin: boolean;
  /** The person asked to send it again after a refusal. */
  sentAgain: boolean;
  /** The person took what stands in Toggl Focus, or gave a conflict up for what stands here. */
  resolved: boolean;
};

export type Group = 'task' | 'words' | 'time';

export type Elsewhere = {
  readonly serverId: number;
  readonly words?: string;
  readonly seconds?: number;
  readonly deleted?: true;
  /** The app did not know yet whether it had arrived: nobody could tell it from another entry. */
  readonly unseen: boolean;
};

/** How a wish was before the latest change, so that it can be taken back. */
export type Back = () => void;

export type Book = {
  readonly wishes: Wish[];
  /** Rows that the second computer made, by their ids. */
  readonly theirs: Map<number, { readonly words: string }>;
  /** Changes of this run of the app, the latest last. */
  undoable: Back[];
};

export function createBook(): Book {
  return { wishes: [], theirs: new Map(), undoable: [] };
}

type Made = Pick<Wish, 'id' | 'task' | 'words' | 'startAt' | 'seconds' | 'byHand'>;

export function wishFor(made: Made): Wish {
  return {
    ...made,
    deleted: false,
    wasDeleted: false,
    changed: new Set(),
    elsewhere: undefined,
    hasTwin: false,
    sentAgain: false,
    resolved: false,
  };
}

/** Changes the wish, in a way that can be taken back. */
export function change(
  book: Book,
  wish: Wish,
  next: Partial<Pick<Wish, 'task' | 'words' | 'seconds' | 'deleted'>>,
): void {
  const { task, words, seconds, deleted } = wish;
  if ('task' in next) wish.changed.add('task');
  if ('words' in next) wish.changed.add('words');
  if ('seconds' in next) wish.changed.add('time');
  Object.assign(wish, next);
  wish.wasDeleted ||= wish.deleted;
  book.undoable.push(() => {
    Object.assign(wish, { task, words, seconds, deleted });
  });
}

/** Undefined where there are none; otherwise the one at that place, counted round. */
export function wishAt(book: Book, place: number): Wish | undefined {
  return book.wishes[place % Math.max(1, book.wishes.length)];
}

type Facts = {
  readonly startAt: number | null;
  readonly seconds: number | null;
  readonly task: number | null | undefined;
  readonly words: string | null | undefined;
};

/** All that is compared, so that two are the same where they are said alike. */
function said({ startAt, seconds, task, words }: Facts): string {
  const start = new Date(startAt ?? 0).toISOString().slice(11, 19);
  return `${start} +${seconds ?? '-'} s, task ${task ?? '-'}, "${words ?? ''}"`;
}

export function ofRow({ start_at, duration, task_id, description }: EntryRow): string {
  return said({ startAt: start_at, seconds: duration, task: task_id, words: description });
}

export function ofView({ startAt, seconds, task, description }: EntryView): string {
  return said({ startAt, seconds, task: task?.id, words: description });
}

export function ofWish({ startAt, seconds, task, words }: Wish): string {
  return said({ startAt, seconds, task, words });
}

/** Refused, or in a conflict: the app says so, and why, and waits for the person. */
export function asks({ delivery, conflict }: EntryView): boolean {
  return conflict !== undefined || (delivery.state === 'rejected' && delivery.reason !== '');
}
