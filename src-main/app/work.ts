import type { TaskView } from '#contract';
import { taskView } from '../domain/task-view.ts';
import type { AccountId, Store } from './ports.ts';

/** From the cache or, for a task that left it, from what was tracked lately. */
export function findTask(store: Store, account: AccountId, taskId: number): TaskView | undefined {
  const cached = store.task(account, taskId);
  if (cached !== undefined) return taskView(cached);
  return store.recentTasks(account, 100).find((task) => task.id === taskId);
}

/** Undefined for a description that says nothing. */
export function meaningful(description: string | undefined): string | undefined {
  const words = description?.trim();
  return words === '' ? undefined : words;
}
