import { subDays } from 'date-fns';
import type { Database } from '../data/database.ts';
import { CLIENTS, PINNED, PROJECTS, STATUSES, TAGS } from './sample-projects-and-texts.ts';

const AGE_IN_DAYS = 21;
const FIRST_TASK_ID = 650_001;

const insertionsInto =
  (database: Database) =>
  (sql: string, ...values: (string | number | null)[]) =>
    database
      .prepare(`INSERT INTO ${sql} VALUES (${values.map(() => '?').join(', ')})`)
      .run(...values);

/** Without them no workspace can hold a task. */
export function plantStatuses(database: Database): void {
  const insert = insertionsInto(database);
  for (const { id, name, emoji, type, position } of STATUSES) {
    insert('statuses', id, name, emoji, type, position);
  }
}

export type PlantedTask = {
  readonly id: number;
  readonly projectId: number;
  readonly active: boolean;
};

/** Two clients, five projects and forty tasks, two of them pinned. */
export function plantCatalogue(database: Database, now: number): readonly PlantedTask[] {
  const insert = insertionsInto(database);
  const createdAt = subDays(now, AGE_IN_DAYS).getTime();
  const idOf = (named: readonly { readonly id: number; readonly name: string }[], name: string) =>
    named.find((candidate) => candidate.name === name)?.id ?? 0;

  for (const { id, name } of CLIENTS) insert('clients', id, name);
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
      const pinned = Number(PINNED.includes(name));
      insert(
        'tasks (id, name, project_id, status_id, priority, pinned, position, created_at, updated_at)',
        ...[
          id,
          name,
          project.id,
          statusId,
          'none',
          pinned,
          planted.length + 1,
          createdAt,
          createdAt,
        ],
      );
      for (const tag of tags) insert('task_tags', id, idOf(TAGS, tag));
      planted.push({ id, projectId: project.id, active: status === 'In progress' });
    }
  }
  return planted;
}
