import type { Answer, Command, Outcome, SaidError } from '#contract';
import type { Popup } from '../state/popup-state.svelte.ts';

/** One thing a person asked for: under way, failed with an error to show, or done. */
export type Attempt = {
  readonly busy: boolean;
  readonly error: SaidError | undefined;
  /** Resolves to whether main did it. Ignored while an earlier run is under way. */
  readonly run: (command: Command) => Promise<boolean>;
  /** Resolves to what main has to tell of it, beside the error that is shown. */
  readonly ask: (command: Command) => Promise<Outcome>;
  readonly forget: () => void;
};

export function createAttempt(send: Popup['send']): Attempt {
  let busy = $state(false);
  let error = $state.raw<SaidError>();

  async function carryOut(command: Command): Promise<Answer<Outcome>> {
    busy = true;
    const result = await send(command);
    busy = false;
    error = result.ok ? undefined : result.error;
    return result;
  }

  return {
    get busy() {
      return busy;
    },
    get error() {
      return error;
    },
    run: async (command) => !busy && (await carryOut(command)).ok,
    async ask(command) {
      const result = await carryOut(command);
      return result.ok ? result.value : undefined;
    },
    forget() {
      error = undefined;
    },
  };
}
