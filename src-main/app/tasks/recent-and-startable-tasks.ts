import type { OfferedTask, Snapshot, TaskView } from '#contract';
import type { Entry, Session } from '../../domain/entry.ts';
import { offeredTask, taskView } from '../../domain/task-view.ts';
import type { AccountId, Store } from '../ports/ports.ts';

/** What can be started: tasks as the list has them now, whatever they were when they were tracked. */

/** Of those that were used, so many are looked through. */
const MOST_USED = 100;

type Used = { readonly task: TaskView; readonly usedAt: number };

/** Undefined for a task that is archived, or that was not among all tasks when they were read since. */
export function standing(
  store: Store,
  account: AccountId,
  { task, usedAt }: Used,
): OfferedTask | undefined {
  const listed = store.task(account, task.id);
  if (listed !== undefined) return listed.archived ? undefined : offeredTask(listed);
  const { readAt } = store.taskCacheFacts(account);
  return readAt === undefined || usedAt > readAt ? task : undefined;
}

/** Latest first. */
export function recentTasks(
  store: Store,
  account: AccountId,
  most: number,
): readonly OfferedTask[] {
  return store
    .usesOfTasks(account, MOST_USED)
    .flatMap((used) => standing(store, account, used) ?? [])
    .slice(0, most);
}

/** What was tracked last, unless it would end in a refused entry. */
export function lastWork(
  store: Store,
  account: AccountId,
  last: Session | Entry | undefined,
): Snapshot['last'] {
  if (last?.task === undefined) return last && { task: undefined, description: last.description };
  const task = standing(store, account, { task: last.task, usedAt: last.startAt });
  return task && { task, description: last.description };
}

/** The task, where it can be started: one of the list, archived or not, for the person has chosen it. */
export function startable(store: Store, account: AccountId, id: number): TaskView | undefined {
  const listed = store.task(account, id);
  if (listed !== undefined) return taskView(listed);
  return recentTasks(store, account, MOST_USED).find((task) => task.id === id);
}
