import type { TaskView } from '#contract';
import { fold } from './fold-letters.ts';

/** What is looked for, word by word; none in an empty text. */
export function wordsOf(text: string): readonly string[] {
  return fold(text).split(/\s+/).filter(Boolean);
}

/** Whether the folded text holds every one of the words. */
export function holdsWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}

/**
 * Tasks whose name, project or client hold every word of the text, best first: the name is the text, begins
 * with it, begins with its first word, has a word that does, holds that word, only project or client do;
 * within each, those of `first` come first, in that order, and the rest by name. An empty text keeps all.
 */
export function searchTasks<Task extends TaskView>(
  tasks: readonly Task[],
  first: readonly number[],
  text: string,
): readonly Task[] {
  const words = wordsOf(text);
  const places = new Map(first.map((id, index) => [id, index]));
  return tasks
    .flatMap((task) => {
      const rank = rankOf(task, words);
      const place = places.get(task.id) ?? first.length;
      return rank === undefined ? [] : [{ task, rank, place }];
    })
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        a.place - b.place ||
        a.task.name.localeCompare(b.task.name, 'en') ||
        a.task.id - b.task.id,
    )
    .map(({ task }) => task);
}

function rankOf(task: TaskView, words: readonly string[]): number | undefined {
  const name = fold(task.name);
  const all = `${name} ${fold(task.projectName ?? '')} ${fold(task.clientName ?? '')}`;
  const [first] = words;
  if (first === undefined) return 0;
  if (!holdsWords(all, words)) return undefined;
  const text = words.join(' ');
  if (name === text) return 0;
  if (name.startsWith(text)) return 1;
  if (name.startsWith(first)) return 2;
  if (name.includes(` ${first}`)) return 3;
  return name.includes(first) ? 4 : 5;
}
