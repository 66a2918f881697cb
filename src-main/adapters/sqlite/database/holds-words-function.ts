import { fold } from '../../../domain/search/fold-letters.ts';
import { holdsWords, wordsOf } from '../../../domain/search/rank-tasks.ts';
import { taskOf } from './json-column.ts';

/**
 * The SQL function `holds_words(text, description, task)`: whether every word of the text stands in
 * the description, or in the names that the task's JSON holds. Accents and case count for nothing.
 */
export function createWordSearch(): (text: unknown, description: unknown, task: unknown) => 0 | 1 {
  let known = { text: '', words: [] as readonly string[] };
  // Thousands of entries share a few tasks.
  let namesOf = new Map<unknown, string>();

  function foldedNames(json: unknown): string {
    const folded = namesOf.get(json);
    if (folded !== undefined) return folded;
    const task = taskOf(json);
    const names = fold(`${task?.name ?? ''} ${task?.projectName ?? ''} ${task?.clientName ?? ''}`);
    namesOf.set(json, names);
    return names;
  }

  return (text, description, task) => {
    const wanted = String(text);
    if (wanted !== known.text) {
      known = { text: wanted, words: wordsOf(wanted) };
      namesOf = new Map();
    }
    const words = typeof description === 'string' ? fold(description) : '';
    return holdsWords(`${words} ${foldedNames(task)}`, known.words) ? 1 : 0;
  };
}
