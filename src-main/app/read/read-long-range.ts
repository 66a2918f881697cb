import type { AppError, Instant } from '#contract';
import type { FocusAnswer, FocusEntry } from '../../domain/focus-types.ts';
import type { DeliveryPolicy } from '../../domain/sync/delivery-policy.ts';
import type { LiveState } from '../state/connection-and-live-state.ts';
import type { PlansAndRunningTimer } from './store-planned-and-running.ts';
import type { Clock, Day, Log, Store, Timers } from '../ports/ports.ts';
import type { Asking, ReadGuard } from '../requests/may-read.ts';
import { askedFor, isThere } from './drop-entries-outside-range.ts';
import { stepByStep } from '../entries/write-in-slices.ts';
import { announceRemovedDuplicates } from './announce-removed-duplicates.ts';
import type { Tracker } from '../entries/tracker.ts';
import type { ViewState } from '../state/view-state.ts';
import { BATCHES_A_TELLING } from './page-and-batch-sizes.ts';

export type RangePorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly tracker: Tracker;
  readonly guard: ReadGuard;
  readonly view: ViewState;
  readonly live: LiveState;
  readonly policy: DeliveryPolicy;
};

export const WITH_TASKLESS = { includeTaskless: true } as const;

/** Ranges that are taken in batch by batch. */
export function createLongReads(
  ports: RangePorts,
  plansAndRunning: PlansAndRunningTimer,
): { read(connection: Asking, range: Day): Promise<AppError | undefined>; cancel(): void } {
  const { store, clock, timers, guard, tracker, view, live, policy } = ports;
  let underWay: AbortController | undefined;

  async function read(connection: Asking, range: Day): Promise<AppError | undefined> {
    const { id, api } = connection;
    const controller = new AbortController();
    const readAt = clock.now();
    const graceEndedFor = (readAt - policy.graceMs) as Instant;
    const span = { fromAt: range.startAt, toAt: range.endAt };
    const seenIds = new Set<number>();
    let sifted = plansAndRunning.select(id, []);
    let batches = 0;
    let twins = 0;
    function onBatch(entries: readonly FocusEntry[]): void {
      if (controller.signal.aborted) return;
      const meant = askedFor(store, id, entries, span);
      twins += tracker.merge(id, meant).twins;
      sifted = plansAndRunning.join(sifted, plansAndRunning.select(id, meant));
      for (const { id: serverId } of meant.filter(isThere)) seenIds.add(serverId);
      if (batches % BATCHES_A_TELLING === 0) view.set(id, { reading: { entries: seenIds.size } });
      batches += 1;
    }
    underWay = controller;
    view.set(id, { reading: { entries: 0 } });
    try {
      const sink = { onBatch, signal: controller.signal };
      const answer = await api.streamEntriesInBatches(span, sink, WITH_TASKLESS);
      if (controller.signal.aborted) {
        guard.note(id, calledOff(answer));
        return { kind: 'cancelled' };
      }
      const failed = guard.note(id, answer);
      if (!answer.ok) return failed;
      const { leftOut, isList } = answer.value;
      view.noteLeftOut(id, 'entries', leftOut.length);
      if (!isList) return undefined;
      const whole = { ...sifted, isComplete: leftOut.length === 0 };
      const steps = tracker.conclude(id, { ...span, readAt, graceEndedFor, leftOut }, seenIds);
      const isWanted = (): boolean => !controller.signal.aborted;
      const taken = await stepByStep(timers, steps, isWanted);
      announceRemovedDuplicates(
        live,
        taken.reduce((sum, step) => sum + step.twins, twins),
      );
      if (!isWanted()) return { kind: 'cancelled' };
      await plansAndRunning.keep(id, range, whole);
      plansAndRunning.tell(id, range, whole);
      return undefined;
    } finally {
      underWay = undefined;
      view.set(id, { reading: undefined });
    }
  }

  return { read, cancel: () => underWay?.abort() };
}

/** The server answered well, and nobody wanted to hear the rest. */
function calledOff({ quota }: FocusAnswer<unknown>): FocusAnswer<undefined> {
  return { ok: true, value: undefined, quota };
}
