import type { EntryView } from '#contract';
import type { EntryRow } from '../../../src-main/demo/data/entry-table.ts';
import type { Compared } from './difference.ts';
import { asks, ofRow, ofView, ofWish, type Wish } from '../book.ts';

/** The second computer changed it too: it stands once and is shown so, or the app asks. */
export function sharedWish(compared: Compared, wish: Wish): void {
  const { rows, shown, found } = compared;
  const { serverId, unseen } = wish.elsewhere!;
  const row = rows.get(serverId);
  const view = shown.get(wish.id);
  rows.delete(serverId);
  shown.delete(wish.id);
  // Where nobody could tell that it is ours, or the person asked, both may stand, and both are listed.
  const mayBeTwo = unseen || wish.sentAgain || (view !== undefined && asks(view));
  if (mayBeTwo && !isOne(row, view)) {
    if (view !== undefined) takeRow(compared, ofView(view));
    if (row !== undefined) takeView(compared, ofRow(row));
    return;
  }
  found.push(...(row && view ? together(wish, row, view) : oneSided(wish, row, view)));
}

function isOne(row: EntryRow | undefined, view: EntryView | undefined): boolean {
  return row !== undefined && view !== undefined && ofRow(row) === ofView(view);
}

function takeRow({ rows }: Compared, like: string): void {
  const row = [...rows.values()].find((one) => ofRow(one) === like);
  if (row !== undefined) rows.delete(row.id);
}

function takeView({ shown }: Compared, like: string): void {
  const view = [...shown.values()].find((one) => ofView(one) === like);
  if (view !== undefined) shown.delete(view.id);
}

function oneSided(
  wish: Wish,
  row: EntryRow | undefined,
  view: EntryView | undefined,
): readonly string[] {
  const like = ofWish(wish);
  if (row !== undefined) return [`the app does not list ${ofRow(row)}: ${like}`];
  if (view !== undefined) return [`Toggl Focus does not have ${ofView(view)}: ${like}`];
  const isWanted = !wish.deleted && wish.elsewhere?.deleted !== true;
  return isWanted ? [`lost: ${like}`] : [];
}

function together(wish: Wish, row: EntryRow, view: EntryView): readonly string[] {
  const found: string[] = [];
  if (ofRow(row) !== ofView(view)) {
    found.push(`the app shows ${ofView(view)}, and Toggl Focus has ${ofRow(row)}`);
  }
  if (view.delivery.state !== 'delivered') {
    found.push(`left behind: ${ofWish(wish)}: ${JSON.stringify(view.delivery)}`);
  }
  // What is taken from Toggl Focus, or given up for it, is as either side has left it.
  return wish.resolved ? found : [...found, ...merged(wish, row)];
}

type Choice = {
  readonly name: string;
  readonly has: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly isMine: boolean;
};

/** What one side alone has changed stands as that side has left it. */
function merged(wish: Wish, row: EntryRow): readonly string[] {
  const { words, seconds } = wish.elsewhere!;
  const isMine = { words: wish.changed.has('words'), time: wish.changed.has('time') };
  const choices: readonly Choice[] = [
    {
      name: 'words',
      has: row.description,
      mine: wish.words ?? null,
      theirs: words,
      isMine: isMine.words,
    },
    {
      name: 'seconds',
      has: row.duration,
      mine: wish.seconds,
      theirs: seconds,
      isMine: isMine.time,
    },
    { name: 'task', has: row.task_id, mine: wish.task, theirs: undefined, isMine: true },
    { name: 'start', has: row.start_at, mine: wish.startAt, theirs: undefined, isMine: true },
  ];
  return choices.filter((choice) => !isRight(choice)).map((choice) => wrong(choice, row));
}

function isRight({ has, mine, theirs, isMine }: Choice): boolean {
  if (theirs !== undefined && has === theirs) return true;
  return (theirs === undefined || isMine) && has === mine;
}

function wrong({ name, mine, theirs, isMine }: Choice, row: EntryRow): string {
  const wanted = theirs === undefined ? [mine] : isMine ? [mine, theirs] : [theirs];
  return `the ${name} of ${ofRow(row)} should be ${wanted.map(String).join(' or ')}`;
}
