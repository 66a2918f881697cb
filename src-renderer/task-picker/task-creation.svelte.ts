import type { AppError, TaskView } from '#contract';
import type { Popup } from '../state/popup-state.svelte.ts';

/** A task that a person creates by its name: one request to Toggl Focus. */
export type TaskCreation = {
  readonly busy: boolean;
  readonly error: AppError | undefined;
  /** Resolves to the new task, or undefined where there is an error to show. */
  readonly create: (name: string) => Promise<TaskView | undefined>;
  readonly forget: () => void;
};

export function createTaskCreation(send: Popup['send']): TaskCreation {
  let busy = $state(false);
  let error = $state.raw<AppError>();
  return {
    get busy() {
      return busy;
    },
    get error() {
      return error;
    },
    async create(name) {
      busy = true;
      const result = await send({ type: 'task/create', name });
      busy = false;
      error = result.ok ? undefined : result.error;
      const outcome = result.ok ? result.value : undefined;
      return outcome !== undefined && 'task' in outcome ? outcome.task : undefined;
    },
    forget() {
      error = undefined;
    },
  };
}
