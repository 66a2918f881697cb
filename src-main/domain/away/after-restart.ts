import type { Instant } from '#contract';
import { JUMP_MS } from './watch.ts';
import type { Stretch } from './question.ts';

/** Left behind by a run that was not quit: the last moment at which the person was known to be there. */
export type Alive = { readonly workId: string; readonly at: Instant };

/** What has to be asked of the session that a run finds when it starts. */
export function afterRestart(
  session: { readonly id: string },
  alive: Alive | undefined,
  now: Instant,
): Stretch | undefined {
  if (alive?.workId !== session.id || Math.abs(now - alive.at) <= JUMP_MS) return undefined;
  return { why: now < alive.at ? 'clock' : 'stopped', fromAt: alive.at, toAt: now };
}
