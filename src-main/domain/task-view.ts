import type { TaskView } from '#contract';
import type { FocusTask } from './focus.ts';

export function taskView(task: FocusTask): TaskView {
  return {
    id: task.id,
    name: task.name,
    projectName: task.projectName,
    projectColor: task.projectColor,
    clientName: task.clientName,
  };
}
