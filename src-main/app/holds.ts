import type { Instant, Seconds } from '#contract';
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

export function createHolds(ports: Ports): Holds {
  const { store, clock, live, policy } = ports;
  const backoff = createBackoff(ports);

  function keep(account: AccountId, hold: Hold): void {
    switch (hold.reason) {
      case 'key': {
        const { connection } = live.get();
        if (connection?.id === account) {
          live.set({ connection: { ...connection, keyRefused: true } });
        }
        return;
      }
      case 'quota': {
        const resetsIn = Math.max(1, hold.after ?? policy.quotaPause) as Seconds;
        store.setQuota(account, { remaining: 0, resetsIn, at: clock.now() });
        return;
      }
      case 'offline':
        backoff.hold(hold.reason, 0);
        return;
      case 'server':
        backoff.hold(hold.reason, hold.after ?? 0);
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
    if (hold === undefined) backoff.release();
    else keep(account, hold);
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
    release: () => backoff.release(),
    releaseOffline() {
      if (live.get().hold?.reason === 'offline') backoff.release();
    },
  };
}

/** Waits that grow with each failure in a row, until something succeeds. */
function createBackoff({ clock, random, live, policy }: Ports): {
  hold(reason: 'offline' | 'server', askedSeconds: number): void;
  release(): void;
} {
  let failures = 0;
  return {
    hold(reason, askedSeconds) {
      failures += 1;
      const delayMs = askedSeconds * 1000 + backoffMs(policy.backoff, failures, random());
      live.set({ hold: { reason, untilAt: (clock.now() + delayMs) as Instant } });
    },
    release() {
      failures = 0;
      if (live.get().hold !== undefined) live.set({ hold: undefined });
    },
  };
}
