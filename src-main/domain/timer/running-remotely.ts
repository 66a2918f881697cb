import type { Instant } from '#contract';
import type { FocusEntry } from '../focus-types.ts';

export type Running = FocusEntry & { readonly startAt: Instant };

/** Started and not ended. Stint sends entries only when they are over: it runs for somebody else. */
export function isRunning(entry: FocusEntry): entry is Running {
  const { startAt, seconds, deletedAt } = entry;
  return startAt !== undefined && seconds === undefined && deletedAt === undefined;
}
