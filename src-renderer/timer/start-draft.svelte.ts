import type { PlannedView, WorkDraft } from '#contract';
import type { Attempt } from '../ui/attempt.svelte.ts';
import { type TaskChoice, taskIdOf, unset } from '../task-picker/task-choice.ts';

/** What a person is about to start a timer with. */
export type StartDraft = {
  choice: TaskChoice;
  description: string;
  /** Undefined while nothing is. */
  readonly typed: WorkDraft | undefined;
  /** Start was asked for with neither a task nor a description. */
  readonly needed: boolean;
  /** Sends it; empty again once a timer runs. */
  readonly start: () => Promise<void>;
  /** Starts with these words and no task. */
  readonly startDescribed: (words: string) => void;
  readonly startPlanned: (plan: PlannedView) => void;
};

/** `begun` is what was typed before the page was made anew. */
export function createStartDraft(attempt: Attempt, begun: WorkDraft | undefined): StartDraft {
  let choice = $state.raw<TaskChoice>(begun?.choice ?? unset);
  let description = $state(begun?.description ?? '');
  let asked = $state(false);
  const empty = $derived(choice.kind !== 'task' && description.trim() === '');

  async function start(): Promise<void> {
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
  }

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
    get typed() {
      if (choice.kind === 'unset' && description === '') return undefined;
      return { choice, description };
    },
    get needed() {
      return asked && empty;
    },
    start,
    startDescribed(words) {
      choice = { kind: 'no-task' };
      description = words;
      void start();
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
