import type { Clock } from '../ports/ports.ts';

/** Clocks that part by less are only read at different moments. */
const TOLERANCE_MS = 500;

/**
 * Tells whether the wall clock was set, or the machine slept, since the last question; true at the
 * first one, because nobody watched the clock before this run.
 */
export function createClockWatch(clock: Clock): () => boolean {
  let known: number | undefined;
  return () => {
    const offset = clock.now() - clock.monotonic();
    const jumped = known === undefined || Math.abs(offset - known) > TOLERANCE_MS;
    known = offset;
    return jumped;
  };
}
