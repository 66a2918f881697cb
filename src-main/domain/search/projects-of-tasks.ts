import type { ProjectView } from '#contract';
import type { FocusTask } from '../focus-types.ts';

/** Each once, by name; none of which the tasks do not tell its name. */
export function projectsOfTasks(tasks: readonly FocusTask[]): readonly ProjectView[] {
  const projects = new Map<number, ProjectView>();
  for (const { projectId: id, projectName: name, projectColor: color, clientName } of tasks) {
    if (id !== undefined && name !== undefined) projects.set(id, { id, name, color, clientName });
  }
  return [...projects.values()].sort((a, b) => a.name.localeCompare(b.name, 'en') || a.id - b.id);
}
