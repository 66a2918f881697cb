import { addMinutes, differenceInSeconds, set } from 'date-fns';
import type { NewEntryRow } from '../data/entry-table.ts';
import { DESCRIPTIONS, TASKLESS } from './sample-projects-and-texts.ts';
import type { PlantedTask } from './sample-tasks.ts';
import { between, pick, type Random } from './seeded-random.ts';

/** What no made-up entry has unless it says so. */
export const PLAIN = {
  billable: 0,
  tag_ids: null,
  time_block_id: null,
  planned_start_at: null,
  planned_duration: null,
  archived_at: null,
  deleted_at: null,
} as const;

export type Span = { readonly start: Date; readonly end: Date };
export type DaySpan = Span & { readonly rest: boolean };

/** One half of a working day, cut into sessions with short gaps between some of them. */
function sessionsOf(random: Random, from: Date, until: Date): readonly Span[] {
  const spans: Span[] = [];
  let start = from;
  for (;;) {
    const end = addMinutes(start, between(random, 18, 95));
    if (end > until) return spans;
    spans.push({ start, end });
    start = addMinutes(end, random() < 0.4 ? between(random, 3, 14) : 0);
  }
}

/** The sessions of a working day and its lunch, in order. */
export function dayOf(random: Random, day: Date): readonly DaySpan[] {
  const at = (hours: number, minutes: number) => set(day, { hours, minutes });
  const morning = sessionsOf(random, at(8, between(random, 2, 25)), at(12, 15));
  const lunch = { start: at(12, 20), end: at(12, between(random, 45, 58)) };
  const afternoon = sessionsOf(random, at(13, between(random, 0, 12)), at(17, 45));
  return [
    ...morning.map((span) => ({ ...span, rest: false })),
    { ...lunch, rest: true },
    ...afternoon.map((span) => ({ ...span, rest: false })),
  ];
}

function subjectOf(
  random: Random,
  rest: boolean,
  tasks: readonly PlantedTask[],
): Pick<NewEntryRow, 'task_id' | 'project_id' | 'description'> {
  if (rest) return { task_id: null, project_id: null, description: 'Lunch' };
  if (random() < 0.08) {
    return { task_id: null, project_id: null, description: pick(random, TASKLESS) };
  }
  const task = pick(random, tasks);
  const description = random() < 0.35 ? pick(random, DESCRIPTIONS) : null;
  return { task_id: task.id, project_id: task.projectId, description };
}

/** Work on one of the tasks, or on none; a rest is lunch. */
export function entryOf(random: Random, span: DaySpan, tasks: readonly PlantedTask[]): NewEntryRow {
  return {
    ...subjectOf(random, span.rest, tasks),
    type: span.rest ? 'break' : 'activity',
    start_at: span.start.getTime(),
    duration: differenceInSeconds(span.end, span.start),
    ...PLAIN,
    created_at: span.end.getTime(),
    updated_at: span.end.getTime(),
  };
}
