import type { AppError, Instant } from '#contract';
import { pendingChange } from '../../domain/sync/pending-change.ts';
import type { Entry } from '../../domain/entry.ts';
import type { FocusAnswer, ListFacts } from '../../domain/focus-types.ts';
import { isKnown } from '../../domain/sync/server-id.ts';
import { mayBeAmong } from '../../domain/reconcile/unreadable-items.ts';
import { createPlansAndRunningTimer } from './store-planned-and-running.ts';
import type { Day, Store } from '../ports/ports.ts';
import type { Asking, ReadGuard } from '../requests/may-read.ts';
import { createLongReads, WITH_TASKLESS, type RangePorts } from './read-long-range.ts';
import { createTakeIn } from './merge-whole-list.ts';
import { SHORT_MS } from './page-and-batch-sizes.ts';

export type RangeReader = {
  /** All entries of the range, in one request; a long range arrives as a stream, with progress. */
  readRange(connection: Asking, range: Day): Promise<AppError | undefined>;
  /**
   * The same for delivery, which knows itself when it may read, and which entries it looks for: an error
   * also where what was read does not tell of each whether it is there.
   */
  readWindow(
    connection: Asking,
    range: Day,
    lookedFor: readonly Entry[],
  ): Promise<AppError | undefined>;
  /** Gives up a long read under way; what has arrived is kept. */
  cancelRead(): void;
};

export function createRangeReader(ports: RangePorts): RangeReader {
  const { clock, guard, store, view } = ports;
  const plansAndRunning = createPlansAndRunningTimer(ports);
  const long = createLongReads(ports, plansAndRunning);
  const takeIn = createTakeIn(ports, plansAndRunning);
  let cancels = 0;

  async function readWhole(
    { id, api }: Asking,
    range: Day,
    { note, lookedFor, isWanted }: Purpose,
  ): Promise<AppError | undefined> {
    const readAt = clock.now();
    const graceEndedFor = (readAt - ports.policy.graceMs) as Instant;
    const span = { fromAt: range.startAt, toAt: range.endAt };
    const answer = await api.streamEntries(span, WITH_TASKLESS);
    if (!answer.ok) return note(id, answer);
    const { items: entries, leftOut, isList } = answer.value;
    const window = { ...span, readAt, leftOut, graceEndedFor };
    const found = isList
      ? await takeIn(id, { window, entries, isWanted })
      : plansAndRunning.select(id, entries);
    if (!isWanted()) {
      note(id, answer);
      return { kind: 'cancelled' };
    }
    const sifted = { ...found, isComplete: isList && leftOut.length === 0 };
    if (isList) await plansAndRunning.keep(id, range, sifted);
    const failed = store.transaction(() => {
      const isClear = !isOpen(store, lookedFor, { isList, leftOut, readAt });
      return note(id, isClear ? answer : { ...answer, ...UNCLEAR });
    });
    view.noteLeftOut(id, 'entries', leftOut.length);
    plansAndRunning.tell(id, range, sifted);
    return failed;
  }

  return {
    readWindow: (connection, range, lookedFor) =>
      readWhole(connection, range, { note: guard.noteLookUp, lookedFor, isWanted: () => true }),
    async readRange(connection, range) {
      const held = guard.readPaused(connection.id);
      if (held !== undefined) return held;
      const isShort = range.endAt - range.startAt <= SHORT_MS;
      if (!isShort) return long.read(connection, range);
      const before = cancels;
      const isWanted = (): boolean => cancels === before;
      return readWhole(connection, range, { note: guard.note, lookedFor: [], isWanted });
    },
    cancelRead() {
      cancels += 1;
      long.cancel();
    },
  };
}

type Purpose = {
  readonly note: ReadGuard['note'];
  readonly lookedFor: readonly Entry[];
  readonly isWanted: () => boolean;
};

/** Nothing can be concluded from it for somebody who looks for an entry: to be asked again later. */
const UNCLEAR = {
  ok: false,
  error: { kind: 'unreadable', applied: 'maybe', status: 200, detail: 'left open' },
} as const satisfies Omit<Extract<FocusAnswer<never>, { readonly ok: false }>, 'quota'>;

/** Whether one of them may be among what was not readable, and its question stands as before. */
function isOpen(
  store: Store,
  lookedFor: readonly Entry[],
  { isList, leftOut, readAt }: ListFacts & { readonly readAt: Instant },
): boolean {
  const isLeftOut = mayBeAmong(leftOut);
  return lookedFor.some((before) => {
    if (isList && !isLeftOut(before)) return false;
    const entry = store.entry(before.id);
    return entry !== undefined && isInQuestion(entry, readAt);
  });
}

function isInQuestion(entry: Entry, now: Instant): boolean {
  const isNameless = pendingChange(entry) !== undefined && !isKnown(entry);
  const isLookDue = entry.lookAt !== undefined && entry.lookAt <= now;
  return entry.delivery.state === 'unknown' || isNameless || isLookDue;
}
