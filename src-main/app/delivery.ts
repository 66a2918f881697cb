import type { AppError, Instant } from '#contract';
import { suspectsAfter, type BatchFate } from '../domain/batch.ts';
import { nextStep, type Outbox, type Step } from '../domain/next-step.ts';
import type { DeliveryPolicy } from '../domain/policy.ts';
import { createClockWatch } from './clock-watch.ts';
import type { LiveState } from './connection.ts';
import { createDispatch, isReady, type Ready } from './dispatch.ts';
import type { Holds } from './holds.ts';
import type { Lane } from './lane.ts';
import type { Cancel, Clock, Log, Store, Timers } from './ports.ts';
import type { Reader } from './reader.ts';
import type { Tracker } from './tracker.ts';
import { createWaitedChanges } from './waited-changes.ts';

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
  readonly log: Log;
  readonly live: LiveState;
  readonly lane: Lane;
  readonly tracker: Tracker;
  readonly holds: Holds;
  readonly reader: Reader;
  readonly policy: DeliveryPolicy;
  readonly changed: () => void;
};

/** More are not taken into memory, however long the outbox is. */
const MOST = 1000;
/** After the disk failed. Every command of a person tries again at once. */
const STORE_RETRY_MS = 60_000;

export function createDelivery(ports: DeliveryPorts): Delivery {
  const { clock, timers, live, lane } = ports;
  const takeStep = createSteps(ports);
  let pumping = false;
  let disposed = false;
  let cancelTimer: Cancel | undefined;

  function wake(): void {
    if (pumping || disposed) return;
    cancelTimer?.();
    cancelTimer = undefined;
    pumping = true;
    void lane.runQuietly(pump).catch(onBrokenStore);
  }

  async function pump(begin: () => void): Promise<void> {
    // Only this loop sends: what reads as `sending` here was cut off by a crash or a failing disk.
    ports.store.sendingToUnknown(clock.now());
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

/** Takes one step at a time, each planned from what is on disk by then. */
function createSteps(ports: DeliveryPorts): (begin: () => void) => Promise<Next> {
  const dispatch = createDispatch(ports);
  // Forgotten by a restart, which then finds the poison entry anew.
  let suspects = 0;
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
      ports.store.restartGrace(ports.clock.now());
      ports.holds.release();
    }
    const failed = (fate?: BatchFate): boolean =>
      fate === 'refused' || ports.holds.current(connection.id) !== undefined;
    const plan = planStep(ports, connection, {
      suspects,
      changeSuspects,
      sendsFirst,
      changesHeldUntil: doubt.until(connection.id),
      lookedUp: waited.lookedUp(connection.id, failed()),
    });
    const step = announced(plan, begin);
    switch (step.do) {
      case 'nothing':
        suspects = 0;
        changeSuspects = 0;
        return 'rest';
      case 'wait':
        return step;
      case 'look-up': {
        const error = await ports.reader.lookUp(connection, step.entries);
        if (error === undefined) waited.note(step.entries);
        sendsFirst = failed();
        return 'go on';
      }
      case 'change': {
        const { fate, isUnclear } = await dispatch.tell(connection, step);
        changeSuspects = suspectsAfter(changeSuspects, step.entries.length, fate);
        if (isUnclear) doubt.begin();
        sendsFirst = failed(fate);
        return 'go on';
      }
      case 'send': {
        const fate = await dispatch.send(connection, step.entries);
        suspects = suspectsAfter(suspects, step.entries.length, fate);
        sendsFirst = false;
        return 'go on';
      }
    }
  };
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
  { store, clock, holds, policy }: DeliveryPorts,
  { id }: Ready,
  run: Pick<Outbox, 'suspects' | 'changeSuspects' | 'sendsFirst' | 'changesHeldUntil' | 'lookedUp'>,
): Step {
  const now = clock.now();
  const hold = holds.current(id);
  const isHeld = hold !== undefined && hold.untilAt > now;
  // Whether anything waits is all that matters while it is held back.
  const most = isHeld ? 1 : MOST;
  return nextStep({
    now,
    hold,
    readsHeldUntil: holds.readsHeldUntil(id),
    graceMs: policy.graceMs,
    unknown: store.entriesInState(id, 'unknown', most),
    changed: store.changedEntries(id, most),
    queued: store.entriesInState(id, 'queued', most),
    ...run,
  });
}

/**
 * A change without an answer may be carried out as late as the grace period ends: told before that, a
 * newer one would be overtaken by it. What a former run left to tell may have been told by it.
 */
function createDoubt({ store, clock, policy }: DeliveryPorts): {
  begin(): void;
  until(account: Ready['id']): Instant | undefined;
} {
  let endsAt: number | undefined;
  const begin = (): void => {
    endsAt = clock.monotonic() + policy.graceMs;
  };
  return {
    begin,
    until(account) {
      if (endsAt === undefined) {
        endsAt = 0;
        if (store.changedEntries(account, 1).length > 0) begin();
      }
      const restMs = endsAt - clock.monotonic();
      return restMs > 0 ? ((clock.now() + restMs) as Instant) : undefined;
    },
  };
}
