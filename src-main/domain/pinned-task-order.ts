import type { Instant, TaskView } from '#contract';
import type { FocusTask } from './focus-types.ts';
import { taskView } from './task-view.ts';

/** Own pins first, in the order in which they were pinned; then those of Toggl Focus that are neither own nor archived. */
export function pinnedInOrder(
  own: readonly { readonly task: TaskView; readonly pinnedAt: Instant }[],
  pinnedInFocus: readonly FocusTask[],
): readonly TaskView[] {
  const ownIds = new Set(own.map(({ task }) => task.id));
  return [
    ...own
      .toSorted((a, b) => a.pinnedAt - b.pinnedAt || a.task.id - b.task.id)
      .map(({ task }) => task),
    ...pinnedInFocus.filter(({ id, archived }) => !archived && !ownIds.has(id)).map(taskView),
  ];
}
