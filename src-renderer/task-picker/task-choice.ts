import type { FoundTask, TaskView } from '#contract';
import { noTask } from '../words/entry/entry-names.ts';

/** What a person picked in a task field; not having picked is not the same as having picked no task. */
export type TaskChoice =
  | { readonly kind: 'unset' }
  | { readonly kind: 'no-task' }
  | {
      readonly kind: 'task';
      readonly task: TaskView;
      /** Of the plan that the task was picked from. */
      readonly timeBlockId?: number | undefined;
    };

/** The choice that a field holds, read and replaced. */
export type ChoiceSlot = {
  readonly get: () => TaskChoice;
  readonly set: (choice: TaskChoice) => void;
  /** One of the tasks alone: neither a new one nor none. */
  readonly known?: boolean;
};

export const unset: TaskChoice = { kind: 'unset' };

export function choiceOfFound(found: FoundTask): TaskChoice {
  return { kind: 'task', task: found, timeBlockId: found.timeBlockId };
}

/** What the field shows for a choice. */
export function labelOf(choice: TaskChoice): string {
  if (choice.kind === 'task') return choice.task.name;
  return choice.kind === 'no-task' ? noTask : '';
}

export function taskIdOf(choice: TaskChoice): number | undefined {
  return choice.kind === 'task' ? choice.task.id : undefined;
}
