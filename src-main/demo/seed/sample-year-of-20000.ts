import { addMinutes, set, startOfDay, subDays } from 'date-fns';
import type { EntryTable } from '../data/entry-table.ts';
import { entryOf, type DaySpan } from './sample-days.ts';
import type { PlantedTask } from './sample-tasks.ts';
import { between, createSeededRandom, type Random } from './seeded-random.ts';

const DAYS = 365;
const ENTRIES = 20_000;

/** Short sessions one after the other from seven on; so many fit into any day. */
function busyDay(random: Random, day: Date, count: number): readonly DaySpan[] {
  const spans: DaySpan[] = [];
  let start = set(day, { hours: 7 });
  while (spans.length < count) {
    const end = addMinutes(start, between(random, 4, 13));
    spans.push({ start, end, rest: spans.length === 30 });
    start = addMinutes(end, between(random, 0, 2));
  }
  return spans;
}

/** 20,000 entries on the 365 days before today, about 55 a day: more than anybody tracks. */
export function plantYear(table: EntryTable, tasks: readonly PlantedTask[], now: number): void {
  const random = createSeededRandom(20_260_905);
  let planted = 0;
  for (let index = 1; index <= DAYS; index += 1) {
    const day = startOfDay(subDays(now, DAYS - index + 1));
    const count = Math.floor((index * ENTRIES) / DAYS) - planted;
    for (const span of busyDay(random, day, count)) table.insert(entryOf(random, span, tasks));
    planted += count;
  }
}
