import type { EntryView } from '#contract';
import type { TaskChoice } from './task-choice.ts';

/** What an `entry/edit` says; absent fields stay as they are, a null task is "no task". */
export type Changes = {
  readonly taskId?: number | null;
  readonly description?: string;
};

export function choiceOf({ task }: EntryView): TaskChoice {
  return task === undefined ? { kind: 'no-task' } : { kind: 'task', task };
}

/** An emptied task field names no new task, so the entry keeps the one it has. */
export function changesOf(entry: EntryView, choice: TaskChoice, description: string): Changes {
  const taskId = choice.kind === 'task' ? choice.task.id : undefined;
  const words = description.trim();
  return {
    ...(choice.kind !== 'unset' && taskId !== entry.task?.id ? { taskId: taskId ?? null } : {}),
    ...(words === (entry.description ?? '') ? {} : { description: words }),
  };
}

export function isChange(changes: Changes): boolean {
  return Object.keys(changes).length > 0;
}
