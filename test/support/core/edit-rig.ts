import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DayView, Instant, EditCommand, Result } from '#contract';
import { createClock } from '../../../src-main/adapters/clock/wall-clock.ts';
import { createStore } from '../../../src-main/adapters/sqlite/store.ts';
import { createEditService, type EditService } from '../../../src-main/app/edit/edit-undo-redo.ts';
import type { AccountId, Clock, Store } from '../../../src-main/app/ports/ports.ts';
import { dayView } from '../../../src-main/app/view/day-view.ts';
import { createTracker, type Tracker } from '../../../src-main/app/entries/tracker.ts';
import { valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import type { Entry } from '../../../src-main/domain/entry.ts';
import {
  isArchived,
  isShown,
  occupiedSpanOf,
  runningSpan,
  type OccupiedSpan,
} from '../../../src-main/domain/day/occupied-span.ts';
import { at, focusTask } from '../values.ts';

export const ACCOUNT = 'focus:1/2' as AccountId;

const DAY_MS = 86_400_000;

/** The real edit service and tracker over a real file; the clock stands where the test puts it. */
export type EditRig = {
  readonly store: Store;
  readonly tracker: Tracker;
  readonly editService: EditService;
  now: number;
  /** How far the wall clock was set back meanwhile. */
  setBackMs: number;
  edit(command: EditCommand): Result<undefined>;
  /** All that was made so far, deleted ones included, oldest first. */
  entries(): readonly Entry[];
  shown(): readonly Entry[];
  allOccupied(): readonly OccupiedSpan[];
  day(at: number): DayView;
  /** What a person sees: shown entries, and what runs. */
  visible(): unknown;
  dispose(): void;
};

export function createEditRig(now: number, zone = 'UTC'): EditRig {
  const folder = mkdtempSync(join(tmpdir(), 'stint-edit-'));
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
  const editService = createEditService({ store, clock, ids, tracker });
  const rig: EditRig = {
    store,
    tracker,
    editService,
    now,
    setBackMs: 0,
    edit: (command) => editService.carryOut(ACCOUNT, command),
    entries: () =>
      [
        ...store.entriesBetween(
          ACCOUNT,
          (rig.now - 20 * DAY_MS) as Instant,
          (rig.now + 20 * DAY_MS) as Instant,
        ),
      ].reverse(),
    shown: () => rig.entries().filter(isShown),
    allOccupied() {
      const session = store.session(ACCOUNT);
      const running = session === undefined ? [] : [runningSpan(session, rig.now as Instant)];
      return [...rig.shown().map(occupiedSpanOf), ...running];
    },
    day: (at) =>
      dayView(store, ACCOUNT, {
        day: calendar.dayOf(at as Instant),
        at: rig.now as Instant,
        session: store.session(ACCOUNT),
        workingHours: undefined,
        timeOfDay: (instant, minutes) => calendar.timeOfDay(instant, minutes),
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
export function openEditRig(entries: readonly Entry[] = [], now = '18:00'): EditRig {
  const rig = createEditRig(at(now));
  onTestFinished(() => rig.dispose());
  rig.store.putTasks(ACCOUNT, [focusTask(1), focusTask(2)]);
  rig.store.setTasksRead(ACCOUNT, at('08:00'), undefined);
  for (const one of entries) rig.store.putEntry(ACCOUNT, one);
  return rig;
}

/** Why a command was refused; undefined where it was carried out. */
export function errorOf(result: Result<undefined>): string | undefined {
  return result.ok ? undefined : result.error.kind;
}
