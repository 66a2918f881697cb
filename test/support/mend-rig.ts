import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DayView, Instant, MendCommand, Result } from '#contract';
import { createClock } from '../../src-main/adapters/clock/clock.ts';
import { createStore } from '../../src-main/adapters/sqlite/store.ts';
import { createMender, type Mender } from '../../src-main/app/mender.ts';
import type { AccountId, Clock, Store } from '../../src-main/app/ports.ts';
import { dayView } from '../../src-main/app/present-day.ts';
import { createTracker, type Tracker } from '../../src-main/app/tracker.ts';
import { valuesOf } from '../../src-main/domain/change.ts';
import type { Entry } from '../../src-main/domain/entry.ts';
import {
  isArchived,
  isShown,
  pieceOf,
  runningPiece,
  type Piece,
} from '../../src-main/domain/piece.ts';
import { at, focusTask } from './values.ts';

export const ACCOUNT = 'focus:1/2' as AccountId;

const DAY_MS = 86_400_000;

/** The real mender and tracker over a real file; the clock stands where the test puts it. */
export type MendRig = {
  readonly store: Store;
  readonly tracker: Tracker;
  readonly mender: Mender;
  now: number;
  /** How far the wall clock was set back meanwhile. */
  setBackMs: number;
  mend(command: MendCommand): Result<undefined>;
  /** All that was made so far, deleted ones included, oldest first. */
  entries(): readonly Entry[];
  shown(): readonly Entry[];
  pieces(): readonly Piece[];
  day(at: number): DayView;
  /** What a person sees: shown entries, and what runs. */
  visible(): unknown;
  dispose(): void;
};

export function createMendRig(now: number, zone = 'UTC'): MendRig {
  const folder = mkdtempSync(join(tmpdir(), 'stint-mend-'));
  const store = createStore(join(folder, 'stint.sqlite'));
  const calendar = createClock(zone);
  const clock: Clock = {
    ...calendar,
    now: () => (rig.now - rig.setBackMs) as Instant,
    monotonic: () => rig.now,
  };
  let lastId = 0;
  const ids = { next: () => `new-${(lastId += 1)}` };
  const tracker = createTracker({ store, clock, ids });
  const mender = createMender({ store, clock, ids, tracker });
  const rig: MendRig = {
    store,
    tracker,
    mender,
    now,
    setBackMs: 0,
    mend: (command) => mender.carryOut(ACCOUNT, command),
    entries: () =>
      [
        ...store.entriesBetween(
          ACCOUNT,
          (rig.now - 20 * DAY_MS) as Instant,
          (rig.now + 20 * DAY_MS) as Instant,
        ),
      ].reverse(),
    shown: () => rig.entries().filter(isShown),
    pieces() {
      const session = store.session(ACCOUNT);
      const running = session === undefined ? [] : [runningPiece(session, rig.now as Instant)];
      return [...rig.shown().map(pieceOf), ...running];
    },
    day: (at) =>
      dayView(store, ACCOUNT, {
        day: calendar.dayOf(at as Instant),
        at: rig.now as Instant,
        session: store.session(ACCOUNT),
      }),
    visible: () => ({
      entries: rig
        .shown()
        .map((entry) => ({ id: entry.id, ...valuesOf(entry), isArchived: isArchived(entry) }))
        .sort((a, b) => a.startAt - b.startAt || (a.id < b.id ? -1 : 1)),
      session: store.session(ACCOUNT),
    }),
    dispose() {
      store.close();
      rmSync(folder, { recursive: true });
    },
  };
  return rig;
}

/** The same for one test, with two tasks and these entries, at such a time of the day that tests are about. */
export function openMendRig(entries: readonly Entry[] = [], now = '18:00'): MendRig {
  const rig = createMendRig(at(now));
  onTestFinished(() => rig.dispose());
  rig.store.setTaskCache(ACCOUNT, { tasks: [focusTask(1), focusTask(2)], readAt: at('08:00') });
  for (const one of entries) rig.store.putEntry(ACCOUNT, one);
  return rig;
}

/** Why a command was refused; undefined where it was carried out. */
export function errorOf(result: Result<undefined>): string | undefined {
  return result.ok ? undefined : result.error.kind;
}
