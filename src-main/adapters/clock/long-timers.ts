import type { Timers } from '../../app/ports/ports.ts';

/** The longest delay of setTimeout: beyond it, Node fires at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** Delays of any length; a machine that sleeps sleeps through them, so wake-ups are announced elsewhere. */
export function createTimers(): Timers {
  return {
    nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
    after: (ms, run) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const wait = (left: number): void => {
        const step = Math.min(left, LONGEST_MS);
        timer = setTimeout(() => (left > step ? wait(left - step) : run()), step);
      };
      wait(Math.max(0, Math.ceil(ms)));
      return () => {
        clearTimeout(timer);
      };
    },
  };
}
