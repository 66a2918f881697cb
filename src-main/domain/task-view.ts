import type { OfferedTask, TaskView } from '#contract';
import type { FocusTask } from './focus-types.ts';

export function taskView(task: FocusTask): TaskView {
  return {
    id: task.id,
    name: task.name,
    projectName: task.projectName,
    projectColor: task.projectColor,
    clientName: task.clientName,
  };
}

export function offeredTask(task: FocusTask): OfferedTask {
  return { ...taskView(task), done: task.done, ...(task.archived ? { archived: true } : {}) };
}
