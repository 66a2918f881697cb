import type { Snapshot } from '#contract';
import type { Log } from '../ports/ports.ts';

type Listener = (snapshot: Snapshot) => void;

export type Pushing = {
  /** Several changes of one moment are pushed as one. */
  readonly changed: () => void;
  /** Counts the pushes. */
  revision(): number;
  /** Returns the unsubscribe function. */
  readonly onSnapshot: (listener: Listener) => () => void;
  end(): void;
};

/** Gives a new snapshot, once the change is on disk, to all who listen. */
export function createPushing(take: () => Snapshot, log: Log): Pushing {
  const listeners = new Set<Listener>();
  let revision = 0;
  let waiting = false;
  let ended = false;

  function push(): void {
    waiting = false;
    if (ended) return;
    revision += 1;
    // Reading all of it for nobody would cost more than what has changed.
    if (listeners.size === 0) return;
    guard(() => {
      const next = take();
      // One that fails keeps nothing from the others.
      for (const listener of listeners) guard(() => listener(next));
    });
  }

  /** Nobody waits for a push, and nobody would hear of a failure. */
  function guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      log('error', 'snapshot not pushed', {
        error: error instanceof Error ? error.name : typeof error,
      });
    }
  }

  return {
    changed() {
      if (!waiting) queueMicrotask(push);
      waiting = true;
    },
    revision: () => revision,
    onSnapshot(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end() {
      ended = true;
      listeners.clear();
    },
  };
}
