import type { Instant } from '#contract';
import type { Store } from '../../src-main/app/ports/ports.ts';
import { serverIdOf } from '../../src-main/domain/sync/server-id.ts';
import type { Entry } from '../../src-main/domain/entry.ts';
import type { FocusEntry } from '../../src-main/domain/focus-types.ts';
import { ACCOUNT } from './world/app-under-test.ts';
import type { World } from './play.ts';
import { isArchived } from './wanted-entry.ts';

/** The timer that waits for the border of the day, whatever else there is. */
const THE_DAY = 1;

/** Everything is quiet: what Toggl Focus has, what Stint shows and what the person wanted are one. */
export function endState(world: World): readonly string[] {
  const { app, focus, person, time } = world;
  const shared = sharedIds(world);
  const wanted = person.wishes.filter((wish) => !wish.deleted && !wish.shared);
  const expected = tally(wanted.map((wish) => key(wish)));
  const there = ownOf(expected, living(focus.entries), keyThere, ({ id }) => shared.has(id));
  const shown = ownOf(expected, kept(app.store), keyHere, (entry) =>
    shared.has(serverIdOf(entry) ?? 0),
  );
  const broken = [
    ...compare('Toggl Focus', expected, there.map(keyThere)),
    ...compare('Stint', expected, shown.map(keyHere)),
    ...[...shared].flatMap((id) => agree(world, id)),
  ];
  const sums = [wanted, there, shown].map(secondsOf);
  if (new Set(sums).size > 1) broken.push(`seconds wanted, there, shown: ${sums.join(', ')}`);
  if (app.timers() > THE_DAY) broken.push(`${app.timers()} timers run though nothing waits`);
  if (focus.line.inFlight) broken.push('a request is under way though nothing waits');
  if (time.pending() > THE_DAY) broken.push('something is left on the clock');
  return broken;
}

/**
 * What another device has had a hand in is left out, but where it stands for one that is wanted: of two that are
 * alike in all that a person sees, either may be ours.
 */
function ownOf<Some>(
  wanted: ReadonlyMap<string, number>,
  all: readonly Some[],
  keyOf: (one: Some) => string,
  isShared: (one: Some) => boolean,
): readonly Some[] {
  const own = all.filter((one) => !isShared(one));
  const left = new Map(wanted);
  for (const one of own) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) - 1);
  const standing = all.filter(isShared).filter((one) => {
    const count = left.get(keyOf(one)) ?? 0;
    left.set(keyOf(one), count - 1);
    return count > 0;
  });
  return [...own, ...standing];
}

/** Of entries that another device has changed too: where they are by now. */
function sharedIds({ app, focus, person }: World): ReadonlySet<number> {
  const moved = person.wishes
    .filter(({ shared }) => shared)
    .map(({ id }) => app.store.entry(id))
    .map((entry) => entry && serverIdOf(entry))
    .filter((id) => id !== undefined);
  return new Set([...focus.otherDevice.touched, ...moved, ...leftTwins(focus)]);
}

/**
 * Deleted elsewhere before its late twin was there: nobody can tell by then whether one of two was meant, or the
 * only one. The twin stays, for to take it away may lose the session; both have to show it.
 */
function leftTwins({ entries, otherDevice }: World['focus']): readonly number[] {
  const deleted = [...otherDevice.touched]
    .map((id) => entries.get(id))
    .filter((entry) => entry?.deletedAt !== undefined);
  return living(entries)
    .filter(({ startAt, seconds }) =>
      deleted.some((one) => one?.startAt === startAt && one?.seconds === seconds),
    )
    .map(({ id }) => id);
}

/** Whether Toggl Focus and Stint say the same of what both have had a hand in. */
function agree({ app, focus, hidesArchived }: World, id: number): readonly string[] {
  const there = living(focus.entries).filter((entry) => entry.id === id);
  const here = kept(app.store).filter((entry) => serverIdOf(entry) === id);
  // Changed there after it went where no list shows it.
  if (hidesArchived && there[0]?.archivedAt !== undefined && here.length === 1) return [];
  const [saysThere, saysHere] = [there.map(keyThere).join(), here.map(keyHere).join()];
  return saysThere === saysHere ? [] : [`entry ${id} is there ${saysThere}, here ${saysHere}`];
}

function compare(
  where: string,
  wants: ReadonlyMap<string, number>,
  has: readonly string[],
): string[] {
  const found = tally(has);
  const lost = [...wants].filter(([name, count]) => (found.get(name) ?? 0) < count);
  const stray = [...found].filter(([name, count]) => (wants.get(name) ?? 0) < count);
  return [
    ...lost.map(([name]) => `lost: ${where} has no ${name}`),
    ...stray.map(([name]) => `doubled or stray: ${where} has ${name}`),
  ];
}

function living(entries: World['focus']['entries']): readonly FocusEntry[] {
  return [...entries.values()].filter((entry) => entry.deletedAt === undefined);
}

function kept(store: Store): readonly Entry[] {
  return everything(store).filter(({ presence }) => presence === 'kept');
}

function secondsOf(all: readonly { readonly seconds?: number | undefined }[]): number {
  return all.reduce((sum, one) => sum + (one.seconds ?? 0), 0);
}

export function everything(store: Store): readonly Entry[] {
  const year = 366 * 86_400_000;
  const from = Date.parse('2026-11-24T08:00:00Z');
  const all = store.entriesBetween(ACCOUNT, (from - year) as Instant, (from + year) as Instant);
  return [...new Map(all.map((entry) => [entry.id, entry])).values()];
}

function keyThere(entry: FocusEntry): string {
  const { startAt, seconds, taskId, description, archivedAt } = entry;
  const archived = archivedAt !== undefined;
  return key({ startAt, seconds, task: taskId, words: description, archived });
}

function keyHere(entry: Entry): string {
  const { startAt, seconds, task, description } = entry;
  return key({ startAt, seconds, task: task?.id, words: description, archived: isArchived(entry) });
}

type Key = {
  readonly startAt: number | undefined;
  readonly seconds: number | undefined;
  readonly task: number | undefined;
  readonly words: string | undefined;
  readonly archived: boolean;
};

function key({ startAt, seconds, task, words, archived }: Key): string {
  const begin = new Date(startAt ?? 0).toISOString();
  const archiveState = archived ? ' archived' : '';
  return `${begin} +${seconds} task ${task ?? '-'} "${words ?? ''}"${archiveState}`;
}

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
