import type { Instant } from '#contract';
import { ACCOUNT } from './app.ts';
import type { World } from './play.ts';

/** Everything is quiet: what Toggl Focus has, what Stint shows and what the person wanted are one. */
export function endState({ app, focus, person, time }: World): readonly string[] {
  const broken: string[] = [];
  const wanted = person.wishes.filter((wish) => !wish.deleted);
  const there = [...focus.entries.values()].filter((entry) => entry.deletedAt === undefined);
  const shown = everything(app.store).filter(({ presence }) => presence === 'kept');

  const expected = tally(
    wanted.map(({ startAt, seconds, task, words }) => key(startAt, seconds, task, words)),
  );
  compare('Toggl Focus', expected, [
    ...there.map((one) => key(one.startAt, one.seconds, one.taskId, one.description)),
  ]);
  compare('Stint', expected, [
    ...shown.map((one) => key(one.startAt, one.seconds, one.task?.id, one.description)),
  ]);

  function compare(
    where: string,
    wants: ReadonlyMap<string, number>,
    has: readonly string[],
  ): void {
    const found = tally(has);
    for (const [name, count] of wants) {
      if ((found.get(name) ?? 0) < count) broken.push(`lost: ${where} has no ${name}`);
    }
    for (const [name, count] of found) {
      if ((wants.get(name) ?? 0) < count) broken.push(`doubled or stray: ${where} has ${name}`);
    }
  }

  const seconds = (all: readonly { readonly seconds?: number | undefined }[]): number =>
    all.reduce((sum, one) => sum + (one.seconds ?? 0), 0);
  const sums = [seconds(wanted), seconds(there), seconds(shown)];
  if (new Set(sums).size > 1) {
    broken.push(`seconds wanted, there, shown: ${sums.join(', ')}`);
  }
  if (app.timers() > 0) broken.push(`${app.timers()} timers run though nothing waits`);
  if (focus.line.inFlight) broken.push('a request is under way though nothing waits');
  if (time.pending() > 0) broken.push('something is left on the clock');
  return broken;
}

function everything(store: World['app']['store']): ReturnType<typeof store.entriesBetween> {
  const year = 366 * 86_400_000;
  const from = Date.parse('2026-11-24T08:00:00Z');
  const pieces: ReturnType<typeof store.entriesBetween>[number][] = [];
  const seen = new Set<string>();
  for (const one of store.entriesBetween(
    ACCOUNT,
    (from - year) as Instant,
    (from + year) as Instant,
  )) {
    if (!seen.has(one.id)) pieces.push(one);
    seen.add(one.id);
  }
  return pieces;
}

function key(
  startAt: number | undefined,
  seconds: number | undefined,
  task: number | undefined,
  words: string | undefined,
): string {
  const begin = new Date(startAt ?? 0).toISOString();
  return `${begin} +${seconds} task ${task ?? '-'} "${words ?? ''}"`;
}

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
