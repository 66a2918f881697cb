import type { FoundTasks } from '../suggestions/found-tasks.svelte.ts';
import type { ChoiceSlot, TaskChoice } from './task-choice.ts';
import type { TypedTask } from './typed-task.svelte.ts';

/** The value of the row that is no task; a task's is its id. */
export const NO_TASK = 'no-task';

/** The rows of a list of tasks that Enter can take, by their values; it creates none, so that offer is not among them. */
export type TaskRows = {
  /** In the order in which they are shown. */
  readonly all: readonly string[];
  /** The one that stands out; undefined where there are none. */
  readonly current: string | undefined;
  /** Undefined for the one that stands out of its own accord. */
  readonly standOut: (value: string | undefined) => void;
};

export function createTaskRows(
  found: FoundTasks,
  typed: Readonly<TypedTask>,
  choice: Pick<ChoiceSlot, 'get' | 'known'>,
): TaskRows {
  let wanted = $state<string>();
  const tasks = $derived(found.tasks.map(({ id }) => String(id)));
  const all = $derived.by(() => {
    if (typed.query !== '' || choice.known === true) return tasks;
    // Last while nothing is chosen: Enter takes what was tracked last, not that.
    return choice.get().kind === 'unset' ? [...tasks, NO_TASK] : [NO_TASK, ...tasks];
  });
  const chosen = $derived(valueOf(choice.get()));
  const current = $derived(
    [wanted, typed.query === '' ? chosen : undefined, tasks[0], all[0]].find(
      (value) => value !== undefined && all.includes(value),
    ),
  );
  return {
    get all() {
      return all;
    },
    get current() {
      return current;
    },
    standOut: (value) => (wanted = value),
  };
}

function valueOf(choice: TaskChoice): string | undefined {
  if (choice.kind === 'task') return String(choice.task.id);
  return choice.kind === 'no-task' ? NO_TASK : undefined;
}
