import {
  addDays,
  addMinutes,
  areIntervalsOverlapping,
  getMinutes,
  isWeekend,
  roundToNearestMinutes,
  set,
  startOfDay,
} from 'date-fns';
import type { Database } from '../data/database.ts';
import { createEntryTable, type EntryRow } from '../data/entry-table.ts';
import { PLAIN } from './sample-days.ts';
import type { PlantedTask } from './sample-tasks.ts';
import { createSeededRandom, pick } from './seeded-random.ts';
import { createTimeBlockTable, type TimeBlockRow } from '../data/time-block-table.ts';

type Slot = { readonly start: Date; readonly minutes: number };

export type Planner = {
  /** Plans a day that is over as it went, and one thing that was never done. */
  planDone(day: Date, entries: readonly EntryRow[]): void;
  /** What lies ahead at `now`: blocks of today and of a tomorrow that is a weekday, and entries of today without a start. */
  planAhead(now: number): void;
};

const endOf = ({ start, minutes }: Slot) => addMinutes(start, minutes);

const overlap = (one: Slot, other: Slot) =>
  areIntervalsOverlapping(
    { start: one.start, end: endOf(one) },
    { start: other.start, end: endOf(other) },
  );

const slotOn =
  (day: Date) =>
  (hours: number, minutes: number, length: number): Slot => ({
    start: set(day, { hours, minutes }),
    minutes: length,
  });

/** The half hour that `now` is in and the hour after it, and two more that leave it alone. */
function slotsOfToday(now: number): readonly Slot[] {
  // By subtraction, because the hour in which clocks go back has no start of its own by the clock.
  const intoHalfHour = (getMinutes(now) % 30) * 60_000 + (now % 60_000);
  const current = { start: new Date(now - intoHalfHour), minutes: 90 };
  const at = slotOn(startOfDay(now));
  const free = [at(9, 0, 60), at(11, 0, 60), at(14, 0, 60), at(16, 0, 60)].filter(
    (slot) => !overlap(slot, current),
  );
  return [current, ...free.slice(0, 2)];
}

function slotsOfTomorrow(now: number): readonly Slot[] {
  const tomorrow = startOfDay(addDays(now, 1));
  const at = slotOn(tomorrow);
  return isWeekend(tomorrow) ? [] : [at(9, 30, 90), at(14, 0, 120)];
}

/** Plans work on the tasks; what it makes up depends on nothing but its arguments. */
export function createPlanner(database: Database, tasks: readonly PlantedTask[]): Planner {
  const random = createSeededRandom(20_260_901);
  const blocks = createTimeBlockTable(database);
  const entries = createEntryTable(database);

  function block(taskId: number, slot: Slot, completedAt: number | null = null): TimeBlockRow {
    const createdAt = startOfDay(slot.start).getTime();
    return blocks.insert({
      task_id: taskId,
      start_at: slot.start.getTime(),
      duration: slot.minutes * 60,
      description: null,
      completed_at: completedAt,
      created_at: createdAt,
      updated_at: completedAt ?? createdAt,
      archived_at: null,
      deleted_at: null,
    });
  }

  function plannedEntry(slot: Slot, subject: Pick<EntryRow, 'task_id' | 'project_id'>): void {
    const createdAt = startOfDay(slot.start).getTime();
    entries.insert({
      ...PLAIN,
      ...subject,
      type: 'activity',
      description: subject.task_id === null ? 'Call the printer back' : null,
      start_at: null,
      duration: null,
      planned_start_at: slot.start.getTime(),
      planned_duration: slot.minutes * 60,
      created_at: createdAt,
      updated_at: createdAt,
    });
  }

  return {
    planDone(day, worked) {
      block(pick(random, tasks).id, slotOn(day)(18, 0, 30));
      const [longest] = worked
        .filter(({ task_id }) => task_id !== null)
        .toSorted((a, b) => (b.duration ?? 0) - (a.duration ?? 0));
      if (longest === undefined || longest.task_id === null) return;
      const start = roundToNearestMinutes(longest.start_at ?? day, { nearestTo: 30 });
      const minutes = Math.max(30, Math.round((longest.duration ?? 0) / 1800) * 30);
      const { id } = block(longest.task_id, { start, minutes }, longest.updated_at);
      for (const entry of worked.filter(({ task_id }) => task_id === longest.task_id)) {
        entries.save({ ...entry, time_block_id: id });
      }
    },
    planAhead(now) {
      for (const slot of [...slotsOfToday(now), ...slotsOfTomorrow(now)]) {
        block(pick(random, tasks).id, slot);
      }
      const at = slotOn(startOfDay(now));
      const { id, projectId } = pick(random, tasks);
      plannedEntry(at(16, 30, 45), { task_id: id, project_id: projectId });
      plannedEntry(at(17, 30, 15), { task_id: null, project_id: null });
    },
  };
}
