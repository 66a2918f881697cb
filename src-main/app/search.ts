import type { Result, Search, TaskView } from '#contract';
import { searchTasks } from '../domain/task-search.ts';
import { taskView } from '../domain/task-view.ts';
import type { LiveState } from './connection.ts';
import type { Store } from './ports.ts';

const MOST_RESULTS = 50;

/** Looks in the cached tasks; never a request. */
export function search(
  store: Store,
  live: LiveState,
  { text }: Search,
): Result<readonly TaskView[]> {
  const { connection } = live.get();
  if (connection === undefined) return { ok: false, error: { kind: 'not-connected' } };
  const recentIds = store.recentTasks(connection.id, MOST_RESULTS).map((task) => task.id);
  const tasks = store
    .taskCache(connection.id)
    .filter((task) => !task.archived)
    .map(taskView);
  return { ok: true, value: searchTasks(tasks, recentIds, text).slice(0, MOST_RESULTS) };
}
