import type { Result } from '#contract';
import type { Session } from '../../domain/entry.ts';
import {
  judgePress,
  SLIP_MS,
  type LastPress,
  type Meaning,
  type TimerPress,
} from '../../domain/timer/double-press.ts';
import type { AccountId, Clock, Milliseconds, Store } from '../ports/ports.ts';
import { DONE } from '../ports/results.ts';

/** All presses of Start and Stop, wherever they come from: popup, icon, menu. */
export type TimerPresses = {
  /** Carries the press out, unless it is a slip, which is done with when nothing is done. */
  take(
    account: AccountId,
    press: TimerPress,
    carryOut: (as: Meaning) => Result<undefined>,
  ): Result<undefined>;
  /**
   * Takes note that a press is made whose work takes a while; to be called with what it began, once that is known.
   * The moment of the press counts.
   */
  begun(account: AccountId): () => void;
};

export type PressPorts = {
  readonly store: Pick<Store, 'session'>;
  readonly clock: Pick<Clock, 'monotonic'>;
  /** How soon a second press is a slip; none to whoever works without hands. */
  readonly slipMs?: Milliseconds | undefined;
};

export function createTimerPresses({ store, clock, slipMs = SLIP_MS }: PressPorts): TimerPresses {
  let last: (LastPress & { readonly account: AccountId }) | undefined;

  function note(account: AccountId, atMs: Milliseconds, before?: Session): void {
    const running = store.session(account);
    const session = running ?? before;
    last = session && {
      account,
      taskId: session.task?.id,
      description: session.description,
      atMs,
      began: running !== undefined,
    };
  }

  return {
    take(account, press, carryOut) {
      const before = store.session(account);
      const own = last?.account === account ? last : undefined;
      const nowMs = clock.monotonic();
      const judgement = judgePress(press, own, { nowMs, slipMs });
      if (judgement === 'slip') return DONE;
      const result = carryOut(judgement);
      if (result.ok) note(account, nowMs, before);
      return result;
    },
    begun(account) {
      const atMs = clock.monotonic();
      return () => note(account, atMs);
    },
  };
}
