import type { Instant } from '#contract';
import type { Entry } from './entry.ts';
import type { TimedHold } from './verdict.ts';

/** What the one sender does next. */
export type Step =
  | { readonly do: 'nothing' }
  | { readonly do: 'wait'; readonly untilAt: Instant }
  | { readonly do: 'look-up'; readonly entries: readonly Entry[] }
  | { readonly do: 'send'; readonly entry: Entry };

/**
 * Decides it from what is on disk. Look-ups go first: they may free what is queued behind an
 * unclear answer, and one read covers all of them. An unknown entry within its grace period holds
 * back nobody else.
 */
export function nextStep(state: {
  readonly now: Instant;
  readonly hold: TimedHold | undefined;
  readonly graceMs: number;
  readonly unknown: readonly Entry[];
  readonly queued: Entry | undefined;
}): Step {
  const { now, hold, queued, unknown } = state;
  if (queued === undefined && unknown.length === 0) return { do: 'nothing' };
  if (hold !== undefined) {
    if (hold.untilAt === undefined) return { do: 'nothing' };
    if (hold.untilAt > now) return { do: 'wait', untilAt: hold.untilAt };
  }
  const ripeAt = unknown.map((entry) => sinceOf(entry) + state.graceMs);
  const ripe = unknown.filter((_, index) => (ripeAt[index] ?? Infinity) <= now);
  if (ripe.length > 0) return { do: 'look-up', entries: ripe };
  if (queued !== undefined) return { do: 'send', entry: queued };
  return { do: 'wait', untilAt: Math.min(...ripeAt) as Instant };
}

function sinceOf({ delivery }: Entry): number {
  return delivery.state === 'unknown' ? delivery.sinceAt : 0;
}
