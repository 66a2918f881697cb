import type { AppError } from '#contract';
import type { Entry } from '../domain/entry.ts';
import type { FocusAnswer, FocusEntry } from '../domain/focus.ts';
import { nextStep, type Step } from '../domain/next-step.ts';
import type { DeliveryPolicy } from '../domain/policy.ts';
import { verdictOfCreate } from '../domain/verdict.ts';
import type { Connection, LiveState } from './connection.ts';
import type { FocusApi } from './focus-api.ts';
import type { Holds } from './holds.ts';
import type { Lane } from './lane.ts';
import type { Cancel, Clock, Log, Store, Timers } from './ports.ts';
import type { Reader } from './reader.ts';
import type { Tracker } from './tracker.ts';

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

type Ready = Connection & { readonly api: FocusApi };

export function createDelivery(ports: DeliveryPorts): Delivery {
  const { clock, timers, live, lane, log } = ports;
  let pumping = false;
  let disposed = false;
  let cancelTimer: Cancel | undefined;

  function wake(): void {
    if (pumping || disposed) return;
    cancelTimer?.();
    cancelTimer = undefined;
    pumping = true;
    void lane.run(pump).catch((error: unknown) => {
      pumping = false;
      onBrokenStore(error);
    });
  }

  async function pump(): Promise<void> {
    // Only this loop sends: what reads as `sending` here was cut off by a crash or a failing disk.
    ports.store.sendingToUnknown(clock.now());
    let going = true;
    while (going) going = !disposed && (await takeStep());
    pumping = false;
    if (live.get().notice?.kind === 'storage-failed') live.set({ notice: undefined });
  }

  async function takeStep(): Promise<boolean> {
    const { connection } = live.get();
    if (!isReady(connection)) return false;
    const step = planStep(ports, connection);
    switch (step.do) {
      case 'nothing':
        return false;
      case 'wait':
        cancelTimer = timers.after(step.untilAt - clock.now(), wake);
        return false;
      case 'look-up':
        await ports.reader.lookUp(connection, step.entries);
        return true;
      case 'send':
        await send(ports, connection, step.entry);
        return true;
    }
  }

  /** Nothing leaves that is not on disk first: when the disk fails, delivery waits and says so. */
  function onBrokenStore(error: unknown): void {
    if (disposed) return;
    const detail = error instanceof Error ? error.message : String(error);
    log('error', 'delivery stopped: the store failed', { detail });
    const notice: AppError = { kind: 'storage-failed', detail };
    live.set({ notice });
    cancelTimer = timers.after(ports.policy.backoff.capMs, wake);
  }

  return {
    wake,
    dispose() {
      disposed = true;
      cancelTimer?.();
    },
  };
}

function isReady(connection: Connection | undefined): connection is Ready {
  return connection?.api !== undefined && !connection.keyRefused;
}

function planStep({ store, clock, holds, policy }: DeliveryPorts, { id }: Ready): Step {
  return nextStep({
    now: clock.now(),
    hold: holds.current(id),
    graceMs: policy.graceMs,
    unknown: store.entriesInState(id, 'unknown', 1000),
    queued: store.entriesInState(id, 'queued', 1)[0],
  });
}

async function send(ports: DeliveryPorts, { id, api }: Ready, entry: Entry): Promise<void> {
  const { tracker, holds, log } = ports;
  tracker.markSending(id, entry);
  ports.changed();
  const answer = await create(api, entry);
  const verdict = verdictOfCreate(answer);
  tracker.settle(id, entry, verdict);
  holds.note(id, answer);
  log('info', 'entry sent', { id: entry.id, verdict: verdict.kind });
  ports.changed();
}

function create(api: FocusApi, entry: Entry): Promise<FocusAnswer<FocusEntry | undefined>> {
  const { startAt, seconds, type, description } = entry;
  const wanted = { startAt, seconds, type, description };
  return entry.task === undefined
    ? api.createEntry(wanted)
    : api.createTaskEntry(entry.task.id, wanted);
}
