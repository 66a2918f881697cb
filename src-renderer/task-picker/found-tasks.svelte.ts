import type { AppError, FoundTask, Result } from '#contract';
import type { Popup } from '../state/popup-state.svelte.ts';
import { once } from '../lists/unique-by-key.ts';

/** More would be a list to scroll; typing a letter finds the rest sooner. */
const MOST_SHOWN = 50;

/** The tasks that answer the latest text, however the answers overtake each other. */
export type FoundTasks = {
  readonly tasks: readonly FoundTask[];
  /** What they answer; undefined before the first answer. */
  readonly text: string | undefined;
  readonly error: AppError | undefined;
  readonly look: (text: string) => Promise<void>;
  /** Waits for the answer to the latest look; false where it was overtaken by another. */
  readonly answered: () => Promise<boolean>;
};

export function createFoundTasks(search: Popup['search']): FoundTasks {
  let tasks = $state.raw<readonly FoundTask[]>([]);
  let answered = $state<string>();
  let error = $state.raw<AppError>();
  let latest: Promise<Result<readonly FoundTask[]>> | undefined;
  return {
    get tasks() {
      return tasks;
    },
    get text() {
      return answered;
    },
    get error() {
      return error;
    },
    async look(text) {
      const mine = search({ kind: 'tasks', text });
      latest = mine;
      const result = await mine;
      if (mine !== latest) return;
      tasks = result.ok ? once(result.value, ({ id }) => id).slice(0, MOST_SHOWN) : [];
      answered = text;
      error = result.ok ? undefined : result.error;
    },
    async answered() {
      const awaited = latest;
      await awaited;
      return awaited === latest;
    },
  };
}
