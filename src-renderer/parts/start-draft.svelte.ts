import type { PlannedView } from '#contract';
import type { Attempt } from './attempt.svelte.ts';
import { type TaskChoice, taskIdOf, unset } from './task-choice.ts';

/** What a person is about to start a timer with. */
export type StartDraft = {
  choice: TaskChoice;
  description: string;
  /** Start was asked for with neither a task nor a description. */
  readonly needed: boolean;
  /** Sends it; empty again once a timer runs. */
  readonly start: () => Promise<void>;
  readonly startPlanned: (plan: PlannedView) => void;
};

export function createStartDraft(attempt: Attempt): StartDraft {
  let choice = $state.raw<TaskChoice>(unset);
  let description = $state('');
  let asked = $state(false);
  const empty = $derived(choice.kind !== 'task' && description.trim() === '');
  return {
    get choice() {
      return choice;
    },
    set choice(next) {
      choice = next;
      asked = false;
    },
    get description() {
      return description;
    },
    set description(next) {
      description = next;
      asked = false;
    },
    get needed() {
      return asked && empty;
    },
    async start() {
      asked = true;
      if (empty) return;
      const words = description.trim();
      const started = await attempt.run({
        type: 'timer/start',
        taskId: taskIdOf(choice),
        description: words === '' ? undefined : words,
        timeBlockId: choice.kind === 'task' ? choice.timeBlockId : undefined,
      });
      asked = false;
      if (!started) return;
      choice = unset;
      description = '';
    },
    startPlanned({ kind, id, task, description: words }) {
      void attempt.run({
        type: 'timer/start',
        taskId: task?.id,
        description: words,
        timeBlockId: kind === 'block' ? id : undefined,
      });
    },
  };
}
