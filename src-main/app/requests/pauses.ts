import type { Instant, Seconds } from '#contract';
import { backoffMs } from '../../domain/sync/backoff.ts';
import type { FocusAnswer } from '../../domain/focus-types.ts';
import type { DeliveryPolicy } from '../../domain/sync/delivery-policy.ts';
import { quotaAfter, readsPausedUntil, spentUntil } from '../../domain/sync/quota.ts';
import { pauseOf, type Pause, type TimedPause } from '../../domain/sync/classify-response.ts';
import type { LiveState } from '../state/connection-and-live-state.ts';
import { createRefusedKey, type RefusedKey } from './refused-key.ts';
import type { AccountId, Cancel, Clock, Random, Store } from '../ports/ports.ts';
import { KEY_PAUSE, SHORTEST_PAUSE } from './pause-lengths.ts';

/** What every answer says about the requests after it: the quota left, and reasons to pause. */
export type Pauses = {
  /** To be called with each answer, before anything else is sent. */
  note(account: AccountId, answer: FocusAnswer<unknown>): void;
  /**
   * The same for a look-up, or a change that stays to be told: a failure always holds back, or it would
   * be asked again at once. That one works says nothing about what is to be sent: where only that is
   * kept from Toggl Focus, the waits go on growing.
   */
  noteRead(account: AccountId, answer: FocusAnswer<unknown>): void;
  /** Nothing is sent for so long, or until a person asks. */
  pause(seconds: Seconds): void;
  /** A person does something: a key that was refused once is tried once more. */
  retryKey(): void;
  current(account: AccountId): TimedPause | undefined;
  /** Until when nothing may be sent, because the quota is spent. */
  spentUntil(account: AccountId): Instant | undefined;
  /** Until when no read may be sent: the last requests of the hour are kept for writes. */
  readsPausedUntil(account: AccountId): Instant | undefined;
  /** No more waiting for a server or a network in trouble. */
  release(): void;
  /**
   * A person asks: besides, one request may go out although the quota is said to be spent, for that may
   * be wrong, and until when it is may be a guess. Called back by the function returned.
   */
  allowOne(): Cancel;
  /** The network may be back, or another one. A server in trouble is left in peace nonetheless. */
  releaseOffline(): void;
};

type Ports = {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly live: LiveState;
  readonly policy: DeliveryPolicy;
};

export function createPauses(ports: Ports): Pauses {
  const { store, clock, live } = ports;
  const backoff = createBackoff(ports);
  let mayTryOnce = false;

  const key = createRefusedKey(live, () => backoff.pause({ reason: 'server', after: KEY_PAUSE }));
  const keep = createKeeping(ports, { backoff, key });

  /** Whether the answer is Toggl's: of what is not, nobody knows whether it counts. */
  function count(account: AccountId, answer: FocusAnswer<unknown>): void {
    mayTryOnce = false;
    if (answer.ok) key.accepted(account);
    else if (answer.error.kind === 'not-sent' || answer.error.kind === 'foreign') return;
    store.setQuota(account, quotaAfter(store.quota(account), answer, clock.now()));
  }

  function spent(account: AccountId): Instant | undefined {
    return mayTryOnce ? undefined : spentUntil(store.quota(account), clock.now());
  }

  return {
    note(account, answer) {
      count(account, answer);
      const pause = answer.ok ? undefined : pauseOf(answer);
      if (pause === undefined) backoff.release();
      else keep(account, pause);
    },
    noteRead(account, answer) {
      count(account, answer);
      if (answer.ok) backoff.rest();
      else keep(account, pauseOf(answer) ?? { reason: 'server', after: undefined });
    },
    pause: (seconds) => backoff.pause({ reason: 'server', after: seconds }),
    retryKey() {
      if (key.isDoubted()) backoff.release();
    },
    current(account) {
      const quotaUntil = spent(account);
      return quotaUntil === undefined ? live.get().pause : { reason: 'quota', untilAt: quotaUntil };
    },
    spentUntil: spent,
    readsPausedUntil(account) {
      const quota = store.quota(account);
      const isTry = mayTryOnce && spentUntil(quota, clock.now()) !== undefined;
      return isTry ? undefined : readsPausedUntil(quota, clock.now());
    },
    release: () => backoff.release(),
    allowOne() {
      backoff.release();
      mayTryOnce = true;
      return () => {
        mayTryOnce = false;
      };
    },
    releaseOffline() {
      const reason = live.get().pause?.reason;
      if (reason === 'offline' || reason === 'foreign') backoff.release();
    },
  };
}

/** Keeps a reason to pause where it is found again. */
function createKeeping(
  { store, clock, policy }: Ports,
  { backoff, key }: { readonly backoff: Backoff; readonly key: RefusedKey },
): (account: AccountId, pause: Pause) => void {
  return (account, pause) => {
    switch (pause.reason) {
      case 'key':
        key.refused(account);
        return;
      case 'quota': {
        const resetsIn = Math.max(
          1,
          pause.after === 0 ? SHORTEST_PAUSE : (pause.after ?? policy.quotaPause),
        ) as Seconds;
        store.setQuota(account, { remaining: 0, resetsIn, at: clock.now() });
        return;
      }
      default:
        backoff.pause(pause);
    }
  };
}

type Waiting = Exclude<Pause, { readonly reason: 'key' | 'quota' }>;

type Backoff = {
  pause(pause: Waiting): void;
  /** Ends the wait; the next one grows on. */
  rest(): void;
  release(): void;
};

/** Waits that grow with each failure in a row, until something succeeds. */
function createBackoff({ clock, random, live, policy }: Ports): Backoff {
  let failures = 0;
  function rest(): void {
    if (live.get().pause !== undefined) live.set({ pause: undefined });
  }
  return {
    pause(pause) {
      failures += 1;
      const askedMs = (pause.reason === 'offline' ? 0 : (pause.after ?? 0)) * 1000;
      const delayMs = askedMs + backoffMs(policy.backoff, failures, random());
      live.set({ pause: timed(pause, (clock.now() + delayMs) as Instant) });
    },
    rest,
    release() {
      failures = 0;
      rest();
    },
  };
}

function timed(pause: Waiting, untilAt: Instant): TimedPause {
  switch (pause.reason) {
    case 'foreign':
      return { reason: pause.reason, status: pause.status, untilAt };
    case 'offline':
      return { reason: pause.reason, cause: pause.cause, untilAt };
    case 'server':
      return { reason: pause.reason, untilAt };
  }
}
