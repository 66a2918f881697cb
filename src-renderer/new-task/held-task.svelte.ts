import type { Command, Outcome } from '#contract';
import type { Popup } from '../state/popup-state.svelte.ts';
import { type Attempt, createAttempt } from '../ui/attempt.svelte.ts';

/** A new task, which main holds for a moment in which it can be called off. */
export type HeldTask = Pick<Attempt, 'busy' | 'error' | 'forget'> & {
  /** Of the one under way; undefined where there is none. */
  readonly name: string | undefined;
  readonly create: (of: Omit<CreateTask, 'type'>) => Promise<Outcome>;
  readonly callOff: () => void;
  /** Lets it go without the moment; resolves once it is there, or could not be created. */
  readonly sendNow: () => Promise<void>;
};

type CreateTask = Extract<Command, { readonly type: 'task/create' }>;

export function createHeldTask(send: Popup['send']): HeldTask {
  const attempt = createAttempt(send);
  let name = $state<string>();
  let made: Promise<Outcome> | undefined;
  return {
    get busy() {
      return attempt.busy;
    },
    get error() {
      // What the person called off is no failure.
      return attempt.error?.kind === 'cancelled' ? undefined : attempt.error;
    },
    forget: attempt.forget,
    get name() {
      return attempt.busy ? name : undefined;
    },
    create(of) {
      name = of.name;
      made = attempt.ask({ type: 'task/create', ...of });
      return made;
    },
    callOff: () => void send({ type: 'task/call-off' }),
    async sendNow() {
      void send({ type: 'task/send-held' });
      await made;
    },
  };
}
