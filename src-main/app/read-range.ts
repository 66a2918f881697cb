import type { AppError, Instant } from '#contract';
import type { FocusAnswer, FocusEntry } from '../domain/focus.ts';
import type { DeliveryPolicy } from '../domain/policy.ts';
import { createIntake, type Intake } from './intake.ts';
import type { Clock, Day, Log, Store } from './ports.ts';
import type { Asking, ReadGuard } from './read-guard.ts';
import type { Tracker } from './tracker.ts';
import type { ViewState } from './view-state.ts';

export type RangeReader = {
  /** All entries of the range, in one request; a long range arrives as a stream, with progress. */
  readRange(connection: Asking, range: Day): Promise<AppError | undefined>;
  /** The same for delivery, which knows itself when it may read. */
  readWindow(connection: Asking, range: Day): Promise<AppError | undefined>;
  /** Gives up a long read under way; what has arrived is kept. */
  cancelRead(): void;
};

export type RangePorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly tracker: Tracker;
  readonly guard: ReadGuard;
  readonly view: ViewState;
  readonly policy: DeliveryPolicy;
};

/** Up to here a range is taken in as a whole; a week with a night of 25 hours still is. */
const SHORT_MS = 8 * 86_400_000;
/** So seldom is progress told, a few times a second: entries come in batches of five hundred. */
const BATCHES_A_TELLING = 2;

const ALL = { includeTaskless: true } as const;

export function createRangeReader(ports: RangePorts): RangeReader {
  const { clock, guard } = ports;
  const intake = createIntake(ports);
  const long = createLongReads(ports, intake);

  async function readWhole(
    { id, api }: Asking,
    range: Day,
    note: ReadGuard['note'],
  ): Promise<AppError | undefined> {
    const graceEndedFor = (clock.now() - ports.policy.graceMs) as Instant;
    const span = { fromAt: range.startAt, toAt: range.endAt };
    const answer = await api.streamEntries(span, ALL);
    if (!answer.ok) return note(id, answer);
    const entries = answer.value;
    const sifted = intake.sift(id, entries);
    ports.store.transaction(() => {
      note(id, answer);
      const { adopted, requeued } = ports.tracker.absorb(id, { ...span, entries, graceEndedFor });
      intake.keep(id, range, sifted);
      ports.log('info', 'entries read', { count: entries.length, adopted, requeued });
    });
    intake.tell(id, range, sifted);
    return undefined;
  }

  return {
    readWindow: (connection, range) => readWhole(connection, range, guard.noteLookUp),
    async readRange(connection, range) {
      const held = guard.readHeld(connection.id);
      if (held !== undefined) return held;
      const isShort = range.endAt - range.startAt <= SHORT_MS;
      return isShort ? readWhole(connection, range, guard.note) : long.read(connection, range);
    },
    cancelRead: () => long.cancel(),
  };
}

function createLongReads(
  ports: RangePorts,
  intake: Intake,
): { read(connection: Asking, range: Day): Promise<AppError | undefined>; cancel(): void } {
  const { store, clock, guard, tracker, view, policy } = ports;
  let underWay: AbortController | undefined;

  async function read(connection: Asking, range: Day): Promise<AppError | undefined> {
    const { id, api } = connection;
    const controller = new AbortController();
    const graceEndedFor = (clock.now() - policy.graceMs) as Instant;
    const span = { fromAt: range.startAt, toAt: range.endAt };
    const seenIds = new Set<number>();
    let sifted = intake.sift(id, []);
    let batches = 0;
    function onBatch(entries: readonly FocusEntry[]): void {
      if (controller.signal.aborted) return;
      tracker.merge(id, entries);
      sifted = intake.join(sifted, intake.sift(id, entries));
      for (const entry of entries) seenIds.add(entry.id);
      if (batches % BATCHES_A_TELLING === 0) view.set(id, { reading: { entries: seenIds.size } });
      batches += 1;
    }
    underWay = controller;
    view.set(id, { reading: { entries: 0 } });
    try {
      const sink = { onBatch, signal: controller.signal };
      const answer = await api.streamEntriesInBatches(span, sink, ALL);
      if (controller.signal.aborted) {
        guard.note(id, calledOff(answer));
        return { kind: 'cancelled' };
      }
      const failed = guard.note(id, answer);
      if (!answer.ok) return failed;
      store.transaction(() => {
        tracker.conclude(id, { ...span, graceEndedFor }, seenIds);
        intake.keep(id, range, sifted);
      });
      intake.tell(id, range, sifted);
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
