import type { FoundTask } from '#contract';
import type { Popup } from '../state/popup-state.svelte.ts';
import { once } from '../lists/unique-by-key.ts';
import { createLookUp, type LookUp } from './look-up.svelte.ts';

/** More would be a list to scroll; typing a letter finds the rest sooner. */
const MOST_SHOWN = 50;

/** The tasks that answer the latest text. */
export type FoundTasks = Pick<LookUp<unknown>, 'text' | 'error' | 'look' | 'answered'> & {
  readonly tasks: readonly FoundTask[];
};

export function createFoundTasks(search: Popup['search']): FoundTasks {
  const found = createLookUp<readonly FoundTask[]>((text) => search({ kind: 'tasks', text }), []);
  const tasks = $derived(tasksToShow(found.value));
  return {
    get tasks() {
      return tasks;
    },
    get text() {
      return found.text;
    },
    get error() {
      return found.error;
    },
    look: found.look,
    answered: found.answered,
  };
}

/** Each once, and no more than a list can show. */
export function tasksToShow(tasks: readonly FoundTask[]): readonly FoundTask[] {
  return once(tasks, ({ id }) => id).slice(0, MOST_SHOWN);
}
