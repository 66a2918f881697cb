import type { Instant } from '#contract';
import { backoffMs } from '../domain/backoff.ts';
import type { FocusAnswer } from '../domain/focus.ts';
import type { DeliveryPolicy } from '../domain/policy.ts';
import { quotaAfter, readsHeldUntil, spentUntil } from '../domain/quota.ts';
import { holdOf, type Hold, type TimedHold } from '../domain/verdict.ts';
import type { LiveState } from './connection.ts';
import type { AccountId, Clock, Random, Store } from './ports.ts';

/** What every answer says about the requests after it: the quota left, and reasons to hold back. */
export type Holds = {
  /** To be called with each answer, before anything else is sent. */
  note(account: AccountId, answer: FocusAnswer<unknown>): void;
  /** The same for a read, or a change that stays to be told: a failure always holds back, or it would be asked again at once. */
  noteRead(account: AccountId, answer: FocusAnswer<unknown>): void;
  current(account: AccountId): TimedHold | undefined;
  /** Until when no read may be sent: the last requests of the hour are kept for writes. */
  readsHeldUntil(account: AccountId): Instant | undefined;
  /** A person asks: no more waiting for a server or a network in trouble. */
  release(): void;
  /** The network may be back. A server in trouble is left in peace nonetheless. */
  releaseOffline(): void;
};

type Ports = {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly live: LiveState;
  readonly policy: DeliveryPolicy;
};

export function createHolds({ store, clock, random, live, policy }: Ports): Holds {
  let failures = 0;

  function later(milliseconds: number): Instant {
    return (clock.now() + milliseconds) as Instant;
  }

  function keep(account: AccountId, hold: Hold): void {
    switch (hold.reason) {
      case 'key': {
        const { connection } = live.get();
        if (connection?.id === account)
          live.set({ connection: { ...connection, keyRefused: true } });
        return;
      }
      case 'quota':
        store.setQuota(account, {
          remaining: 0,
          resetsIn: hold.after ?? policy.quotaPause,
          at: clock.now(),
        });
        return;
      case 'offline':
      case 'server': {
        failures += 1;
        const asked = hold.reason === 'server' ? (hold.after ?? 0) * 1000 : 0;
        const delay = asked + backoffMs(policy.backoff, failures, random());
        live.set({ hold: { reason: hold.reason, untilAt: later(delay) } });
      }
    }
  }

  function conclude(
    account: AccountId,
    answer: FocusAnswer<unknown>,
    hold: Hold | undefined,
  ): void {
    if (answer.ok || answer.error.kind !== 'not-sent') {
      store.setQuota(account, quotaAfter(store.quota(account), answer.quota, clock.now()));
    }
    if (hold === undefined) release();
    else keep(account, hold);
  }

  function release(): void {
    failures = 0;
    if (live.get().hold !== undefined) live.set({ hold: undefined });
  }

  return {
    note(account, answer) {
      conclude(account, answer, answer.ok ? undefined : holdOf(answer));
    },
    noteRead(account, answer) {
      const inTrouble: Hold = { reason: 'server', after: undefined };
      conclude(account, answer, answer.ok ? undefined : (holdOf(answer) ?? inTrouble));
    },
    current(account) {
      const quotaUntil = spentUntil(store.quota(account), clock.now());
      return quotaUntil === undefined ? live.get().hold : { reason: 'quota', untilAt: quotaUntil };
    },
    readsHeldUntil: (account) => readsHeldUntil(store.quota(account), clock.now()),
    release,
    releaseOffline() {
      if (live.get().hold?.reason === 'offline') release();
    },
  };
}
