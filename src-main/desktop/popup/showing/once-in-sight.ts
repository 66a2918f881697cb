import type { Cancel, Timers } from '../../../app/ports/ports.ts';

export type Sight = {
  /** The window is shown: `then` comes when its page is in sight, once. */
  awaited(then: () => void): void;
  /** The page says so. */
  reached(): void;
};

/** A page that does not say it, or cannot, holds up nothing for longer. */
const LONGEST_MS = 500;

/** Whatever main does before the first frame is out holds that up, so it is put off until the page has drawn it. */
export function createSight(timers: Timers): Sight {
  let cancel: Cancel | undefined;
  let awaiting: (() => void) | undefined;

  function reached(): void {
    cancel?.();
    const then = awaiting;
    awaiting = undefined;
    then?.();
  }

  return {
    awaited(then) {
      cancel?.();
      awaiting = then;
      cancel = timers.after(LONGEST_MS, reached);
    },
    reached,
  };
}
