import type { OfferedTask } from '#contract';
import { fold } from './fold-letters.ts';
import { holdsWordsRoughly } from './one-letter-off.ts';

/** What is looked for, word by word; none in an empty text. */
export function wordsOf(text: string): readonly string[] {
  return fold(text).split(/\s+/).filter(Boolean);
}

/** Whether the folded text holds every one of the words. */
export function holdsWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}

/** Those that hold every word or, where there are none, every word with a letter wrong at most. */
export function holding<Told extends { readonly all: string }>(
  told: readonly Told[],
  words: readonly string[],
): readonly Told[] {
  const exact = told.filter(({ all }) => holdsWords(all, words));
  return exact.length > 0 ? exact : told.filter(({ all }) => holdsWordsRoughly(all, words));
}

/**
 * Tasks whose name, project or client hold every word of the text, best first: the name is the text, begins
 * with it, begins with its first word, has a word that does, holds that word, only project or client do;
 * within each, those of `first` come first, in that order, and the rest by name. What is done comes behind all that
 * is not, without a text only behind `first`; what is archived comes last in any case. Words that are one letter off find where none is found as it stands.
 * An empty text keeps all.
 */
export function searchTasks<Task extends OfferedTask>(
  tasks: readonly Task[],
  first: readonly number[],
  text: string,
): readonly Task[] {
  const words = wordsOf(text);
  const places = new Map(first.map((id, index) => [id, index]));
  const told = tasks.map((task) => ({ task, ...namesOf(task) }));
  return holding(told, words)
    .map(({ task, name }) => {
      const place = places.get(task.id) ?? first.length;
      const isDone = task.done === true && (words.length > 0 || place === first.length);
      return {
        task,
        end: task.archived === true ? 2 : Number(isDone),
        rank: rankOf(name, words),
        place,
      };
    })
    .sort(
      (a, b) =>
        a.end - b.end ||
        a.rank - b.rank ||
        a.place - b.place ||
        a.task.name.localeCompare(b.task.name, 'en') ||
        a.task.id - b.task.id,
    )
    .map(({ task }) => task);
}

function namesOf(task: OfferedTask): { readonly name: string; readonly all: string } {
  const name = fold(task.name);
  return { name, all: `${name} ${fold(task.projectName ?? '')} ${fold(task.clientName ?? '')}` };
}

function rankOf(name: string, words: readonly string[]): number {
  const [first] = words;
  if (first === undefined) return 0;
  const text = words.join(' ');
  if (name === text) return 0;
  if (name.startsWith(text)) return 1;
  if (name.startsWith(first)) return 2;
  if (name.includes(` ${first}`)) return 3;
  return name.includes(first) ? 4 : 5;
}
