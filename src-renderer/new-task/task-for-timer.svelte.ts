import type { Popup } from '../state/popup-state.svelte.ts';
import { type Attempt, createAttempt } from '../ui/attempt.svelte.ts';

/** A new task that what runs is to have: main holds it for a moment, in which it can be called off. */
export type TaskForTimer = Pick<Attempt, 'busy' | 'error' | 'forget'> & {
  /** Of the one under way; undefined where there is none. */
  readonly name: string | undefined;
  readonly create: (name: string, projectId: number | undefined) => Promise<void>;
  readonly callOff: () => void;
};

export function createTaskForTimer(send: Popup['send']): TaskForTimer {
  const attempt = createAttempt(send);
  let name = $state<string>();
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
    async create(wanted, projectId) {
      name = wanted;
      const project = projectId === undefined ? {} : { projectId };
      await attempt.ask({ type: 'task/create', name: wanted, ...project, forTimer: true });
    },
    callOff: () => void send({ type: 'task/call-off' }),
  };
}
