import type { FoundTasks } from '../suggestions/found-tasks.svelte.ts';
import { isNameTaken } from '../new-task/task-of-that-name.ts';

/** What stands half-typed in a task field, and whether the list answers it. */
export type TypedTask = {
  /** Undefined while nothing was typed since the last choice. */
  text: string | undefined;
  /** What is searched for: only what was typed, so that opening the list on a choice shows everything. */
  readonly query: string;
  readonly answered: boolean;
  /** Answered, and there is no task of just that name. */
  readonly creatable: boolean;
};

export function createTypedTask(found: FoundTasks, known = false): TypedTask {
  let text = $state<string>();
  const query = $derived((text ?? '').trim());
  const answered = $derived(query !== '' && found.text === query && found.error === undefined);
  return {
    get text() {
      return text;
    },
    set text(typed) {
      text = typed;
    },
    get query() {
      return query;
    },
    get answered() {
      return answered;
    },
    get creatable() {
      return !known && answered && !isNameTaken(found.tasks, query);
    },
  };
}
