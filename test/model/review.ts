import { ACCOUNT } from './world/app-under-test.ts';
import type { Alike, Entry } from '../../src-main/domain/entry.ts';
import { inQuestion } from '../../src-main/domain/sync/in-question.ts';
import { everything } from './end-state.ts';
import type { World } from './play.ts';
import { isArchived, isShown, type Wish } from './wanted-entry.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MOST_ROUNDS = 8;

/**
 * The person looks at everything, reads it afresh, decides each conflict and mends what was refused,
 * until nothing of that is left.
 */
export async function settleAll(world: World, untilQuiet: () => Promise<void>): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    await readAll(world);
    const isAnswered = !(await answer(world));
    const isDone = isAnswered && !(await mend(world, round)) && !(await resolve(world, round));
    await untilQuiet();
    if (isDone) return;
  }
  throw new Error(`something is left to mend after ${MOST_ROUNDS} rounds`);
}

async function readAll({ app, person, time, focus }: World): Promise<void> {
  const starts = [...everything(app.store), ...focus.entries.values()].map(
    ({ startAt }) => startAt ?? time.now(),
  );
  const fromAt = Math.min(time.now(), ...starts) - 20 * DAY;
  const toAt = Math.max(time.now(), ...starts) + DAY;
  await app.command({ type: 'show/range', fromAt, toAt });
  for (let tries = 0; tries < 20; tries += 1) {
    person.asked.refreshes += 1;
    if (await app.command({ type: 'read/shown' })) return;
    await time.pass(HOUR);
  }
  throw new Error('everything could not be read');
}

/** What was deleted and is shown again, for nobody knew what to delete, is deleted once that is said. */
async function answer(world: World): Promise<boolean> {
  const { app, person } = world;
  let found = false;
  for (const [index, wish] of person.wishes.entries()) {
    const entry = app.store.entry(wish.id);
    const alike = entry && inQuestion(entry);
    if (alike !== undefined && !isShown(entry)) await deleteRows(world, alike);
    if (alike === undefined || !isShown(entry)) continue;
    found = true;
    const isUnwanted = wish.deleted;
    await person.take({ do: 'identify', entry: index });
    wish.deleted = false;
    if (isUnwanted) await person.take({ do: 'delete', entry: index });
  }
  return found;
}

/** Deleted while in question: what it was in Toggl Focus is still in sight, as a row of its own. */
async function deleteRows({ app, focus, person }: World, alike: readonly Alike[]): Promise<void> {
  const ours = alike.filter(({ serverId }) => !focus.otherDevice.hasMade(serverId));
  for (const { id } of app.store.entriesOnServer(
    ACCOUNT,
    ours.map(({ serverId }) => serverId),
  )) {
    person.asked.changes += 1;
    await app.command({ type: 'entries/delete', entryIds: [id] });
  }
}

async function resolve({ app, person }: World, round: number): Promise<boolean> {
  let found = false;
  for (const [index, { id }] of person.wishes.entries()) {
    const entry = app.store.entry(id);
    // What was deleted here has been decided by that.
    if (!isShown(entry) || entry.sent?.conflict !== true) continue;
    found = true;
    const keep = (index + round) % 2 === 0 ? 'mine' : 'theirs';
    await person.take({ do: 'resolve', entry: index, keep });
  }
  return found;
}

async function mend(world: World, round: number): Promise<boolean> {
  const { person } = world;
  let found = false;
  for (const [index, wish] of person.wishes.entries()) {
    const step = mendingOf(world, wish, round);
    if (step === undefined) continue;
    found = true;
    // The server would not delete it, and Stint shows it again: the person says so once more.
    if (step.do === 'delete') wish.deleted = false;
    await person.take({ ...step, entry: index });
  }
  return found;
}

type Mending =
  | { readonly do: 'delete' | 'archive' | 'unarchive' }
  | { readonly do: 'edit'; readonly task: number; readonly words: string };

function mendingOf({ app }: World, wish: Wish, round: number): Mending | undefined {
  const entry = app.store.entry(wish.id);
  if (entry === undefined) return undefined;
  if (isRefused(entry)) {
    return wish.deleted ? { do: 'delete' } : { do: 'edit', task: 1, words: `mended ${round}` };
  }
  // The server would not take it into the archive, and that refusal was mended since.
  if (wish.deleted || wish.shared || isArchived(entry) === wish.archived) return undefined;
  return { do: wish.archived ? 'archive' : 'unarchive' };
}

function isRefused({ delivery, presence }: Entry): boolean {
  if (presence === 'removed') return false;
  if (delivery.state === 'rejected') return true;
  return delivery.state === 'delivered' && delivery.refused !== undefined;
}
