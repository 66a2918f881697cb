import { isWeekend, min, set, startOfDay, subDays } from 'date-fns';
import type { Database } from '../data/database.ts';
import { createEntryTable } from '../data/entry-table.ts';
import { dayOf, entryOf } from './sample-days.ts';
import { createPlanner } from './sample-plan.ts';
import { plantCatalogue, plantStatuses, type PlantedTask } from './sample-tasks.ts';
import { plantYear } from './sample-year-of-20000.ts';
import { createSeededRandom } from './seeded-random.ts';

export const SEEDS = ['everything', 'year', 'tasks', 'nothing'] as const;

/**
 * `everything` is tasks, two weeks of work on them and what is planned; `year` is tasks and the 20,000
 * entries of a year; `tasks` leaves the work out.
 */
export type Seed = (typeof SEEDS)[number];

const DAYS_BACK = 14;

/** Fills a new workspace. The same `now` gives the same data. */
export function plantSeed(database: Database, seed: Seed, now: number): void {
  plantStatuses(database);
  if (seed === 'nothing') return;
  const tasks = plantCatalogue(database, now).filter(({ active }) => active);
  if (seed === 'year') plantYear(createEntryTable(database), tasks, now);
  if (seed === 'everything') plantTwoWeeks(database, tasks, now);
}

/** The work that led up to this morning, on local weekdays, its plan, and what lies ahead. */
function plantTwoWeeks(database: Database, tasks: readonly PlantedTask[], now: number): void {
  const random = createSeededRandom(20_260_817);
  const table = createEntryTable(database);
  const planner = createPlanner(database, tasks);
  const latest = min([now, set(now, { hours: 12, minutes: 0, seconds: 0, milliseconds: 0 })]);
  for (let back = DAYS_BACK; back >= 0; back -= 1) {
    const day = startOfDay(subDays(now, back));
    if (isWeekend(day)) continue;
    const entries = dayOf(random, day)
      .filter((span) => span.end <= latest)
      .map((span) => table.insert(entryOf(random, span, tasks)));
    if (back > 0) planner.planDone(day, entries);
  }
  planner.planAhead(now);
}
