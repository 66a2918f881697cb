import type { EntryView } from '#contract';
import type { EntryRow } from '../../../src-main/demo/data/entry-table.ts';
import { asks, ofRow, ofView, ofWish, type Book, type Wish } from '../book.ts';
import { sharedWish } from './shared-wish.ts';

export type EndState = {
  readonly book: Book;
  /** What stands in Toggl Focus: finished, and not deleted. */
  readonly rows: readonly EntryRow[];
  /** What the app lists. */
  readonly shown: readonly EntryView[];
  readonly wantsWords: boolean;
};

/** What is accounted for is taken out of `rows` and `shown`. */
export type Compared = {
  readonly rows: Map<number, EntryRow>;
  readonly shown: Map<string, EntryView>;
  readonly found: string[];
};

/** Where what was done, what stands in Toggl Focus and what the app shows are not one, row by row. */
export function differences({ book, wantsWords, ...end }: EndState): readonly string[] {
  const compared: Compared = {
    rows: new Map(end.rows.map((row) => [row.id, row])),
    shown: new Map(end.shown.map((view) => [view.id, view])),
    found: [],
  };
  const { rows, shown, found } = compared;
  if (shown.size < end.shown.length) found.push('the app lists an entry twice');
  for (const [id, { words }] of book.theirs) madeElsewhere(compared, id, words);
  // What the second computer changed is known by its id, and is nobody else's.
  for (const wish of book.wishes) if (wish.elsewhere !== undefined) sharedWish(compared, wish);
  for (const wish of book.wishes) {
    const mayBeRefused = wantsWords && wish.words === undefined;
    if (wish.elsewhere === undefined) ownWish(compared, wish, mayBeRefused);
  }
  return [
    ...found,
    ...[...rows.values()].map((row) => `Toggl Focus has more than was done: ${ofRow(row)}`),
    ...[...shown.values()].map((view) => `the app shows more than was done: ${ofView(view)}`),
  ];
}

/** What the second computer made stands as it made it, and is listed. */
function madeElsewhere({ rows, shown, found }: Compared, id: number, words: string): void {
  const row = rows.get(id);
  const listed = [...shown.values()].find((view) => view.description === words);
  rows.delete(id);
  if (listed !== undefined) shown.delete(listed.id);
  if (row === undefined) found.push(`what was made elsewhere is gone: "${words}"`);
  else if (row.description !== words) found.push(`"${words}" was made elsewhere: ${ofRow(row)}`);
  if (listed === undefined) found.push(`the app does not list what was made elsewhere: "${words}"`);
}

/** Nobody else had a hand in it: it stands once as it was left, and is shown so. */
function ownWish(compared: Compared, wish: Wish, mayBeRefused: boolean): void {
  const { shown, found } = compared;
  const like = ofWish(wish);
  const view = shown.get(wish.id);
  shown.delete(wish.id);
  if (wish.deleted) {
    if (view !== undefined) found.push(`deleted, and the app shows it: ${like}`);
    return;
  }
  found.push(...(view === undefined ? [`the app lost it: ${like}`] : shownOtherwise(like, view)));
  if (mayBeRefused && view !== undefined && asks(view) && !isThere(view)) return;
  if (!takeRow(compared, like)) found.push(`Toggl Focus does not have it: ${like}`);
  found.push(...leftBehind(like, view));
}

function leftBehind(like: string, view: EntryView | undefined): readonly string[] {
  if (view === undefined || view.delivery.state === 'delivered') return [];
  return [`left behind: ${like}: ${JSON.stringify(view.delivery)}`];
}

function shownOtherwise(like: string, view: EntryView): readonly string[] {
  return [
    ...(ofView(view) === like ? [] : [`the app shows ${like} as ${ofView(view)}`]),
    ...(view.conflict === undefined ? [] : [`a conflict with nobody: ${like}`]),
  ];
}

/** A refused one may be there all the same, as it was before a change. */
function isThere({ delivery }: EntryView): boolean {
  return delivery.state === 'rejected' && delivery.delivered;
}

function takeRow({ rows }: Compared, like: string): boolean {
  const row = [...rows.values()].find((one) => ofRow(one) === like);
  return row !== undefined && rows.delete(row.id);
}
