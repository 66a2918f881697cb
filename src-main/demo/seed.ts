import {
  addMinutes,
  differenceInSeconds,
  isWeekend,
  min,
  set,
  startOfDay,
  subDays,
} from 'date-fns';
import type { Database } from './database.ts';
import { createEntryTable, type NewEntryRow } from './entry-table.ts';
import { CLIENTS, DESCRIPTIONS, PROJECTS, STATUSES, TAGS, TASKLESS } from './seed-catalogue.ts';
import { between, createSeededRandom, pick, type Random } from './seeded-random.ts';

const DAYS_BACK = 14;
const WEEK = 7;
const FIRST_TASK_ID = 650_001;

type PlantedTask = { readonly id: number; readonly projectId: number; readonly active: boolean };

function plantCatalogue(database: Database, now: number): readonly PlantedTask[] {
  const insert = (sql: string, ...values: (string | number | null)[]) =>
    database
      .prepare(`INSERT INTO ${sql} VALUES (${values.map(() => '?').join(', ')})`)
      .run(...values);
  const createdAt = subDays(now, DAYS_BACK + WEEK).getTime();
  const idOf = (named: readonly { readonly id: number; readonly name: string }[], name: string) =>
    named.find((candidate) => candidate.name === name)?.id ?? 0;

  for (const { id, name } of CLIENTS) insert('clients', id, name);
  for (const { id, name, emoji, type, position } of STATUSES) {
    insert('statuses', id, name, emoji, type, position);
  }
  for (const { id, name, color } of TAGS) insert('tags', id, name, color);
  const planted: PlantedTask[] = [];
  for (const project of PROJECTS) {
    insert(
      'projects',
      project.id,
      project.name,
      project.color,
      project.clientId ?? null,
      createdAt,
      null,
    );
    for (const [name, status, ...tags] of project.tasks) {
      const id = FIRST_TASK_ID + planted.length;
      const statusId = idOf(STATUSES, status);
      insert(
        'tasks (id, name, project_id, status_id, priority, pinned, position, created_at, updated_at)',
        ...[id, name, project.id, statusId, 'none', 0, planted.length + 1, createdAt, createdAt],
      );
      for (const tag of tags) insert('task_tags', id, idOf(TAGS, tag));
      planted.push({ id, projectId: project.id, active: status === 'In progress' });
    }
  }
  return planted;
}

type Span = { readonly start: Date; readonly end: Date };
type DaySpan = Span & { readonly rest: boolean };

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

function dayOf(random: Random, day: Date): readonly DaySpan[] {
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

function entryOf(random: Random, span: DaySpan, tasks: readonly PlantedTask[]): NewEntryRow {
  return {
    ...subjectOf(random, span.rest, tasks),
    type: span.rest ? 'break' : 'activity',
    start_at: span.start.getTime(),
    duration: differenceInSeconds(span.end, span.start),
    billable: 0,
    tag_ids: null,
    time_block_id: null,
    planned_start_at: null,
    planned_duration: null,
    created_at: span.end.getTime(),
    updated_at: span.end.getTime(),
    archived_at: null,
    deleted_at: null,
  };
}

/** `everything` is tasks and two weeks of work on them; `tasks` leaves the work out. */
export type Seed = 'everything' | 'tasks' | 'nothing';

/**
 * Two clients, five projects, forty tasks, and the two weeks of entries that led up to this morning,
 * on local weekdays. The same `now` gives the same data.
 */
export function plantSeed(database: Database, seed: Seed, now: number): void {
  if (seed === 'nothing') return;
  const tasks = plantCatalogue(database, now).filter(({ active }) => active);
  if (seed === 'tasks') return;
  const random = createSeededRandom(20_260_817);
  const table = createEntryTable(database);
  const latest = min([now, set(now, { hours: 12, minutes: 0, seconds: 0, milliseconds: 0 })]);
  for (let back = DAYS_BACK; back >= 0; back -= 1) {
    const day = startOfDay(subDays(now, back));
    if (isWeekend(day)) continue;
    for (const span of dayOf(random, day)) {
      if (span.end <= latest) table.insert(entryOf(random, span, tasks));
    }
  }
}
