import type { Command, EntryType, EntryValues, Span } from '#contract';
import type { TaskChoice } from '../../task-picker/task-choice.ts';

/** What stands in the form, read. */
export type Edited = {
  readonly choice: TaskChoice;
  readonly description: string;
  readonly span: Span;
  readonly type: EntryType;
  readonly billable?: boolean | undefined;
  /** Undefined where nobody chose among them. */
  readonly tagIds?: readonly number[] | undefined;
};

export type Changes = {
  readonly taskId?: number | null;
  readonly description?: string;
  readonly startAt?: Span['startAt'];
  readonly seconds?: number;
  readonly entryType?: EntryType;
  readonly billable?: boolean;
  readonly tagIds?: readonly number[];
};

export function choiceOf({ task }: Pick<EntryValues, 'task'>): TaskChoice {
  return task === undefined ? { kind: 'no-task' } : { kind: 'task', task };
}

function secondsOf({ startAt, endAt }: Span): number {
  return Math.round((endAt - startAt) / 1000);
}

export function taskChange(
  entry: Pick<EntryValues, 'task'>,
  choice: TaskChoice,
): Pick<Changes, 'taskId'> {
  // An emptied field names no new task, so the entry keeps the one it has.
  if (choice.kind === 'unset') return {};
  const taskId = choice.kind === 'task' ? choice.task.id : undefined;
  return taskId === entry.task?.id ? {} : { taskId: taskId ?? null };
}

/** Undefined where nothing was typed: what stands there keeps the blanks around it. */
export function wordsChange(
  { description = '' }: Pick<EntryValues, 'description'>,
  typed: string,
): string | undefined {
  if (typed === description) return undefined;
  const words = typed.trim();
  return words === description ? undefined : words;
}

/** What differs from the entry. */
function changesOf(entry: EntryValues, edited: Edited): Changes {
  const { choice, span, type, billable, tagIds } = edited;
  const description = wordsChange(entry, edited.description);
  const seconds = secondsOf(span);
  return {
    ...taskChange(entry, choice),
    ...(description === undefined ? {} : { description }),
    ...(span.startAt === entry.startAt ? {} : { startAt: span.startAt }),
    ...(seconds === entry.seconds ? {} : { seconds }),
    ...(type === entry.type ? {} : { entryType: type }),
    ...(billable === undefined || billable === entry.billable ? {} : { billable }),
    ...(tagIds === undefined || isSame(tagIds, entry.tags) ? {} : { tagIds }),
  };
}

function isSame(ids: readonly number[], tags: EntryValues['tags']): boolean {
  return ids.length === tags?.length && tags.every(({ id }) => ids.includes(id));
}

/** Undefined where nothing differs. */
export function editCommand(
  entryId: string,
  entry: EntryValues,
  edited: Edited,
): Command | undefined {
  const changes = changesOf(entry, edited);
  if (Object.keys(changes).length === 0) return undefined;
  return { type: 'entry/edit', entryId, ...changes };
}

export function addCommand({ choice, description, span, type, billable, tagIds }: Edited): Command {
  const words = description.trim();
  return {
    type: 'entry/add',
    startAt: span.startAt,
    seconds: secondsOf(span),
    ...(choice.kind === 'task' ? { taskId: choice.task.id } : {}),
    ...(words === '' ? {} : { description: words }),
    ...(type === 'break' ? { entryType: type } : {}),
    ...(billable === undefined ? {} : { billable }),
    ...(tagIds === undefined ? {} : { tagIds }),
  };
}
