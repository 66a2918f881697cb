import type { AppError, Instant } from '#contract';
import { suspectsAfter, type BatchFate } from '../../domain/sync/bulk-batches.ts';
import type { Entry } from '../../domain/entry.ts';
import { forgottenBefore, lookAfter, lookUpsPausedUntil } from '../../domain/sync/late-requests.ts';
import { nextStep, type Outbox, type Step } from '../../domain/sync/next-request.ts';
import type { DeliveryPolicy } from '../../domain/sync/delivery-policy.ts';
import { NO_SUSPICION } from '../../domain/sync/find-refused-entry.ts';
import { createClockWatch } from './clock-jump.ts';
import type { LiveState } from '../state/connection-and-live-state.ts';
import { createRequestSender, isReady, type Ready } from './send-requests.ts';
import type { Pauses } from '../requests/pauses.ts';
import type { RequestQueue } from '../requests/request-queue.ts';
import type { Cancel, Clock, Log, Random, Store, Timers } from '../ports/ports.ts';
import type { Reader } from '../read/reader.ts';
import type { Tracker } from '../entries/tracker.ts';
import { createWaitedChanges } from './changes-to-recheck.ts';
import { queuedUnlessAsked } from './queued-unless-asked.ts';
import { STORE_RETRY_MS } from '../requests/pause-lengths.ts';

/** Drains the outbox: one request at a time, each state on disk before the next step. */
export type Delivery = {
  /** Something may be sendable: cheap to call, does nothing twice. */
  wake(): void;
  dispose(): void;
};

export type DeliveryPorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Log;
  readonly live: LiveState;
  readonly requestQueue: RequestQueue;
  readonly tracker: Tracker;
  readonly pauses: Pauses;
  readonly reader: Reader;
  readonly policy: DeliveryPolicy;
  readonly changed: () => void;
};

/** More are not taken into memory, however long the outbox is. */
const MOST = 1000;

export function createDelivery(ports: DeliveryPorts): Delivery {
  const { clock, timers, live, requestQueue, policy } = ports;
  const takeStep = createSteps({ ...ports, lookLagMs: ports.random() * policy.lookSpreadMs });
  let pumping = false;
  let disposed = false;
  let cancelTimer: Cancel | undefined;

  function wake(): void {
    if (pumping || disposed) return;
    cancelTimer?.();
    cancelTimer = undefined;
    pumping = true;
    void requestQueue.runQuietly(pump).catch(onBrokenStore);
  }

  async function pump(begin: () => void): Promise<void> {
    // Only this loop sends: what reads as `sending` here was cut off by a crash or a failing disk.
    ports.store.sendingToUnknown(clock.now(), policy.patienceMs);
    ports.store.forgetLate(forgottenBefore(clock.now()));
    for (;;) {
      if (disposed) return;
      const next = await takeStep(begin);
      if (next === 'go on') continue;
      if (next !== 'rest') cancelTimer = timers.after(next.untilAt - clock.now(), wake);
      break;
    }
    pumping = false;
    if (live.get().notice?.kind === 'storage-failed') live.set({ notice: undefined });
  }

  /** Nothing leaves that is not on disk first: when the disk fails, delivery waits and says so. */
  function onBrokenStore(error: unknown): void {
    pumping = false;
    if (disposed) return;
    const detail = error instanceof Error ? error.message : String(error);
    ports.log('error', 'delivery stopped: the store failed', { detail });
    const notice: AppError = { kind: 'storage-failed', detail };
    cancelTimer = timers.after(STORE_RETRY_MS, wake);
    live.set({ notice });
  }

  return {
    wake,
    dispose() {
      disposed = true;
      cancelTimer?.();
    },
  };
}

type Next = 'go on' | 'rest' | { readonly untilAt: Instant };

type StepPorts = DeliveryPorts & { readonly lookLagMs: number };

/** Takes one step at a time, each planned from what is on disk by then. */
function createSteps(ports: StepPorts): (begin: () => void) => Promise<Next> {
  const requestSender = createRequestSender(ports);
  // Forgotten by a restart, which then finds the poison entry anew.
  let suspicion = NO_SUSPICION;
  let changeSuspects = 0;
  let sendsFirst = false;
  const clockJumped = createClockWatch(ports.clock);
  const doubt = createDoubt(ports);
  const waited = createWaitedChanges(ports.store);
  return async (begin) => {
    const connection = readyIn(ports.live);
    if (connection === undefined) {
      waited.begin();
      return 'rest';
    }
    // The clock that began the grace period is not the one that would end it.
    if (clockJumped()) {
      const now = ports.clock.now();
      const { patienceMs } = ports.policy;
      ports.store.restartGrace(now, { patienceMs, lookAt: lookAfter(now) });
      ports.pauses.release();
    }
    const failed = (fate?: BatchFate): boolean =>
      fate === 'refused' || ports.pauses.current(connection.id) !== undefined;
    const plan = planStep(ports, connection, {
      suspicion,
      changeSuspects,
      sendsFirst,
      changesHeldUntil: doubt.until(connection.id),
      lookedUp: waited.lookedUp(connection.id, failed()),
    });
    const step = announced(plan, begin);
    switch (step.do) {
      case 'nothing':
        suspicion = NO_SUSPICION;
        changeSuspects = 0;
        return 'rest';
      case 'wait':
        return step;
      case 'look-up': {
        const entries = allOf(ports, connection, step.entries);
        const error = await ports.reader.lookUp(connection, entries);
        if (error === undefined) waited.note(entries);
        sendsFirst = failed();
        return 'go on';
      }
      case 'change': {
        const { fate, isUnclear } = await requestSender.tell(connection, step);
        changeSuspects = suspectsAfter(changeSuspects, step.entries.length, fate);
        if (isUnclear) doubt.begin();
        sendsFirst = failed(fate);
        return 'go on';
      }
      case 'send': {
        suspicion = await requestSender.send(connection, step.entries, suspicion);
        sendsFirst = false;
        return 'go on';
      }
    }
  };
}

/** However many were sent in bulk, one look is enough for the ids of all. */
function allOf(
  { store, clock }: DeliveryPorts,
  { id }: Ready,
  entries: readonly Entry[],
): readonly Entry[] {
  const isFull = entries.length === MOST && entries.every(({ lookAt }) => lookAt !== undefined);
  if (!isFull) return entries;
  const now = clock.now();
  return store.entriesToLookAt(id, Infinity).filter(({ lookAt = 0 }) => lookAt <= now);
}

/** A look at an outbox in which nothing is to be done is no work that anybody need be told of. */
function announced(step: Step, begin: () => void): Step {
  if (step.do !== 'nothing' && step.do !== 'wait') begin();
  return step;
}

function readyIn(live: LiveState): Ready | undefined {
  const { connection } = live.get();
  return isReady(connection) ? connection : undefined;
}

function planStep(
  { store, clock, pauses, policy, lookLagMs }: StepPorts,
  { id }: Ready,
  run: Pick<
    Outbox,
    'suspicion' | 'changeSuspects' | 'sendsFirst' | 'changesHeldUntil' | 'lookedUp'
  >,
): Step {
  const now = clock.now();
  const pause = pauses.current(id);
  const isHeld = pause !== undefined && pause.untilAt > now;
  // Whether anything waits is all that matters while it is held back.
  const most = isHeld ? 1 : MOST;
  const outbox: Outbox = {
    now,
    pause,
    readsPausedUntil: pauses.readsPausedUntil(id),
    graceMs: policy.graceMs,
    unknown: store.entriesInState(id, 'unknown', most),
    changed: store.changedEntries(id, most),
    queued: queuedUnlessAsked(store, id, most),
    looks: [],
    lookLagMs,
    lookUpsPausedUntil: lookUpsPausedUntil(store.quota(id), now),
    ...run,
  };
  const step = nextStep(outbox);
  // Looks come last: they are read from disk where nothing goes before them.
  if (step.do !== 'nothing' && step.do !== 'wait') return step;
  return nextStep({ ...outbox, looks: store.entriesToLookAt(id, most) });
}

/**
 * A change without an answer may be carried out as late as the grace period ends: told before that, a
 * newer one would be overtaken by it. What a former run left to tell may have been told by it just
 * before it ended: its answer, too, may take as long as that of every request.
 */
function createDoubt({ store, clock, policy }: DeliveryPorts): {
  begin(): void;
  until(account: Ready['id']): Instant | undefined;
} {
  let endsAt: number | undefined;
  const begin = (patienceMs = 0): void => {
    endsAt = clock.monotonic() + patienceMs + policy.graceMs;
  };
  return {
    begin,
    until(account) {
      if (endsAt === undefined) {
        endsAt = 0;
        if (store.changedEntries(account, 1).length > 0) begin(policy.patienceMs);
      }
      const restMs = endsAt - clock.monotonic();
      return restMs > 0 ? ((clock.now() + restMs) as Instant) : undefined;
    },
  };
}
