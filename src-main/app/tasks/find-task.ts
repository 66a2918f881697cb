import type { TaskView } from '#contract';
import type { FocusEntry } from '../../domain/focus-types.ts';
import { taskView } from '../../domain/task-view.ts';
import type { AccountId, Store } from '../ports/ports.ts';

/** From the cache or, for a task that left it, from what was tracked lately or pinned. */
export function findTask(store: Store, account: AccountId, taskId: number): TaskView | undefined {
  const cached = store.task(account, taskId);
  if (cached !== undefined) return taskView(cached);
  const others = [...store.recentTasks(account, 100), ...store.pinnedTasks(account)];
  return others.find((task) => task.id === taskId);
}

/** A task that is known by its id alone is still the task. */
export function taskById(store: Store, account: AccountId, id: number): TaskView {
  const unknown = { projectName: undefined, projectColor: undefined, clientName: undefined };
  return findTask(store, account, id) ?? { id, name: `Task ${id}`, ...unknown };
}

/** Of something that Toggl Focus told, with or without its task. */
export function taskOfFound(
  store: Store,
  account: AccountId,
  { task, taskId }: Pick<FocusEntry, 'task' | 'taskId'>,
): TaskView | undefined {
  if (task !== undefined) return taskView(task);
  return taskId === undefined ? undefined : taskById(store, account, taskId);
}

/** Undefined for a description that says nothing. */
export function meaningful(description: string | undefined): string | undefined {
  const words = description?.trim();
  return words === '' ? undefined : words;
}
