import type {
  EntryFields,
  EntryType,
  Instant,
  Result,
  Seconds,
  TagView,
  TaskView,
} from '#contract';
import type { Values } from '../../domain/entry.ts';
import type { ValuesWithoutTime } from '../../domain/edit/add-duplicate-fill.ts';
import type { AccountId, Store } from '../ports/ports.ts';
import { refuse } from '../ports/results.ts';
import { findTask, meaningful } from '../tasks/find-task.ts';
import { tagsFrom } from '../tasks/tags-to-choose.ts';

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

function ownTags(
  { store, account }: Account,
  tagIds: readonly number[] | undefined,
  known: readonly TagView[] = [],
): Result<Pick<Values, 'tags'>> {
  if (tagIds === undefined) return { ok: true, value: {} };
  const tags = tagsFrom([...(store.tags(account)?.tags ?? []), ...known], tagIds);
  return tags.ok ? { ok: true, value: { tags: tags.value } } : tags;
}

/** The values that a command names. `known` is what stands there so far. */
export function valuesFrom(
  place: Account,
  fields: EntryFields,
  known: Pick<Values, 'task' | 'tags'>,
): Result<Partial<Values>> {
  const { taskId, description, startAt, seconds, entryType, billable } = fields;
  const task = taskFrom(place, taskId, known.task);
  if (!task.ok) return task;
  const tags = ownTags(place, fields.tagIds, known.tags);
  if (!tags.ok) return tags;
  return {
    ok: true,
    value: {
      ...(taskId === undefined ? {} : { task: task.value }),
      ...(description === undefined ? {} : { description: meaningful(description) }),
      ...(startAt === undefined ? {} : { startAt: startAt as Instant }),
      ...(seconds === undefined ? {} : { seconds: seconds as Seconds }),
      ...(entryType === undefined ? {} : { type: entryType }),
      ...(billable === undefined ? {} : { billable }),
      ...tags.value,
    },
  };
}

/** What a new entry is about: activity needs a task or words, as a timer does. */
export function taskAndDescriptionFrom(
  place: Account,
  fields: Pick<EntryFields, 'taskId' | 'description' | 'billable' | 'tagIds'>,
  type: EntryType,
): Result<ValuesWithoutTime> {
  const task = taskFrom(place, fields.taskId);
  if (!task.ok) return task;
  const description = meaningful(fields.description);
  if (type === 'activity' && task.value === undefined && description === undefined) {
    return refuse({ kind: 'task-or-description-needed' });
  }
  const tags = ownTags(place, fields.tagIds);
  if (!tags.ok) return tags;
  const { billable } = fields;
  const said = billable === undefined ? {} : { billable };
  return { ok: true, value: { type, task: task.value, description, ...said, ...tags.value } };
}
