import type { DoneBefore } from '#contract';
import { fold } from './fold-letters.ts';
import { holding, wordsOf } from './rank-tasks.ts';

/** Each pair of task and description once, where it stands first; what says neither is none. */
export function eachOnce<Work extends DoneBefore>(work: readonly Work[]): readonly Work[] {
  const pairs = new Map<string, Work>();
  for (const each of work) {
    const words = each.description?.trim() ?? '';
    if (each.task === undefined && words === '') continue;
    const key = `${each.task?.id ?? ''} ${words}`;
    if (!pairs.has(key)) pairs.set(key, each);
  }
  return [...pairs.values()];
}

/**
 * Of what was done before, latest first, what holds every word of the text in description, task, project or client:
 * what begins with the text first, then what has a word that does, then the rest; within each the latest. Words that
 * are one letter off find where none is found as it stands. An empty text keeps all.
 */
export function searchWork<Work extends DoneBefore>(
  work: readonly Work[],
  text: string,
): readonly Work[] {
  const words = wordsOf(text);
  const told = work.map((each) => ({ each, names: namesOf(each), all: allOf(each) }));
  return holding(told, words)
    .map(({ each, names }) => ({ each, rank: rankOf(names, words.join(' ')) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ each }) => each);
}

function namesOf({ task, description }: DoneBefore): readonly string[] {
  return [fold(description ?? ''), fold(task?.name ?? '')];
}

function allOf(work: DoneBefore): string {
  const { task } = work;
  const places = [task?.projectName ?? '', task?.clientName ?? ''].map(fold);
  return [...namesOf(work), ...places].join(' ');
}

function rankOf(names: readonly string[], text: string): number {
  if (names.some((name) => name.startsWith(text))) return 0;
  return names.some((name) => name.includes(` ${text}`)) ? 1 : 2;
}
