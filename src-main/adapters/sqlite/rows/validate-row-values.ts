import type { Instant, Seconds, TaskView } from '#contract';
import type { WorkOfEntry } from '../../../app/ports/ports.ts';
import type { Entry, Session } from '../../../domain/entry.ts';
import { isKeepable } from '../../../domain/storable-span.ts';
import type { FocusTask } from '../../../domain/focus-types.ts';
import type { Plan } from '../../../domain/day/planned-time.ts';
import type { Row } from '../database/open-database.ts';
import { focusTaskOf, taskOf } from '../database/json-column.ts';
import { entryOf, sessionOf, text } from './entry-rows.ts';

/** Rows as values, and undefined where a row is not as Stint writes it: as `READABLE` says it in SQL. */

export function soundEntry(row: Row): Entry | undefined {
  const entry = entryOf(row);
  const { sent, tags } = entry;
  const isRead = isReadable(row['sent'], sent) && isReadable(row['tags'], tags);
  const isSound = isKeepable(entry) && holdsTask(row, entry) && isRead;
  return isSound && (sent === undefined || isKeepable(sent)) ? entry : undefined;
}

export function soundSession(row: Row): Session | undefined {
  const session = sessionOf(row);
  const isSound = isKeepable({ startAt: session.startAt, seconds: NO_LENGTH });
  return isSound && holdsTask(row, session) ? session : undefined;
}

/** Task, description and start of an entry. */
export function soundWork(row: Row): WorkOfEntry | undefined {
  const work = {
    task: taskIn(row),
    description: text(row['description']),
    startAt: Number(row['start_at']) as Instant,
  };
  return holdsTask(row, work) ? work : undefined;
}

function planOf(row: Row): Plan {
  return {
    kind: row['kind'] === 'entry' ? 'entry' : 'block',
    id: Number(row['id']),
    startAt: Number(row['start_at']) as Instant,
    seconds: Number(row['seconds']) as Seconds,
    task: taskOf(row['task']),
    description: text(row['description']),
  };
}

export function soundPlan(row: Row): Plan | undefined {
  const plan = planOf(row);
  return isKeepable(plan) && holdsTask(row, plan) ? plan : undefined;
}

export function taskIn(row: Row): TaskView | undefined {
  return taskOf(row['task']);
}

export function pinIn(row: Row): { task: TaskView; pinnedAt: Instant } | undefined {
  const task = taskIn(row);
  return task && { task, pinnedAt: Number(row['pinned_at']) as Instant };
}

export function useOfTaskIn(row: Row): { task: TaskView; usedAt: Instant } | undefined {
  const task = taskIn(row);
  return task && { task, usedAt: Number(row['used_at']) as Instant };
}

export function focusTaskIn(row: Row): FocusTask | undefined {
  return focusTaskOf(row['value']);
}

const NO_LENGTH = 0 as Entry['seconds'];

function holdsTask(row: Row, { task }: { readonly task: TaskView | undefined }): boolean {
  return isReadable(row['task'], task);
}

/** Whether what stands in the column came to be a value. */
function isReadable(column: unknown, value: unknown): boolean {
  return column === null || value !== undefined;
}
