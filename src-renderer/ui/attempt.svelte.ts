import type { AppError, Command } from '#contract';
import type { Popup } from '../state/popup-state.svelte.ts';

/** One thing a person asked for: under way, failed with an error to show, or done. */
export type Attempt = {
  readonly busy: boolean;
  readonly error: AppError | undefined;
  /** Resolves to whether main did it. Ignored while an earlier run is under way. */
  readonly run: (command: Command) => Promise<boolean>;
  readonly forget: () => void;
};

export function createAttempt(send: Popup['send']): Attempt {
  let busy = $state(false);
  let error = $state.raw<AppError>();
  return {
    get busy() {
      return busy;
    },
    get error() {
      return error;
    },
    async run(command) {
      if (busy) return false;
      busy = true;
      const result = await send(command);
      busy = false;
      error = result.ok ? undefined : result.error;
      return result.ok;
    },
    forget() {
      error = undefined;
    },
  };
}
