import type { EntryFields, EntryType, Instant, Result, Seconds, TaskView } from '#contract';
import type { Values } from '../../domain/entry.ts';
import type { ValuesWithoutTime } from '../../domain/edit/add-duplicate-fill.ts';
import type { AccountId, Store } from '../ports/ports.ts';
import { refuse } from '../ports/results.ts';
import { findTask, meaningful } from '../tasks/find-task.ts';

export type Account = { readonly store: Store; readonly account: AccountId };

/** The task of that id; `known` is one that may have left all lists. Null and undefined are "no task". */
export function taskFrom(
  { store, account }: Account,
  taskId: number | null | undefined,
  known?: TaskView,
): Result<TaskView | undefined> {
  if (taskId === null || taskId === undefined) return { ok: true, value: undefined };
  const task = findTask(store, account, taskId) ?? (known?.id === taskId ? known : undefined);
  return task === undefined ? refuse({ kind: 'unknown-task' }) : { ok: true, value: task };
}

/** The values that a command names. `known` is the task that stands there so far. */
export function valuesFrom(
  place: Account,
  fields: EntryFields,
  known: TaskView | undefined,
): Result<Partial<Values>> {
  const { taskId, description, startAt, seconds, entryType, billable } = fields;
  const task = taskFrom(place, taskId, known);
  if (!task.ok) return task;
  return {
    ok: true,
    value: {
      ...(taskId === undefined ? {} : { task: task.value }),
      ...(description === undefined ? {} : { description: meaningful(description) }),
      ...(startAt === undefined ? {} : { startAt: startAt as Instant }),
      ...(seconds === undefined ? {} : { seconds: seconds as Seconds }),
      ...(entryType === undefined ? {} : { type: entryType }),
      ...(billable === undefined ? {} : { billable }),
    },
  };
}

/** What a new entry is about: activity needs a task or words, as a timer does. */
export function taskAndDescriptionFrom(
  place: Account,
  fields: Pick<EntryFields, 'taskId' | 'description' | 'billable'>,
  type: EntryType,
): Result<ValuesWithoutTime> {
  const task = taskFrom(place, fields.taskId);
  if (!task.ok) return task;
  const description = meaningful(fields.description);
  if (type === 'activity' && task.value === undefined && description === undefined) {
    return refuse({ kind: 'task-or-description-needed' });
  }
  const { billable } = fields;
  const said = billable === undefined ? {} : { billable };
  return { ok: true, value: { type, task: task.value, description, ...said } };
}
