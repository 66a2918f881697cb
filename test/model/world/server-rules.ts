import type { Instant } from '#contract';
import type { EntryChange, FocusEntry } from '../../../src-main/domain/focus-types.ts';
import { focusTask } from '../../support/values.ts';
import type { Refusal } from './faulty-network.ts';
import { GONE_TASK, POISON } from '../history.ts';

/** What the server itself makes of what an entry is to be. */
export function refusalOf(item: EntryChange): Refusal {
  if (item.description === POISON) return { status: 422, reason: 'poison' };
  if (item.taskId === GONE_TASK) return { status: 404, reason: 'task not found' };
  return undefined;
}

/** A bulk is refused as a whole. */
export function refusalOfAll(items: readonly EntryChange[], names: boolean): Refusal {
  const refusals = items.map(refusalOf);
  const first = refusals.find((refusal) => refusal !== undefined);
  if (first === undefined || !names) return first;
  const culprits = refusals.flatMap((refusal, place) => (refusal === undefined ? [] : [place]));
  return { ...first, culprits };
}

/** A range of Toggl's: by overlap, its end included. */
export function within(
  entries: ReadonlyMap<number, FocusEntry>,
  fromAt: Instant,
  toAt: Instant,
): readonly FocusEntry[] {
  return [...entries.values()].filter(
    ({ startAt = 0, seconds = 0, deletedAt }) =>
      deletedAt === undefined &&
      startAt <= toAt &&
      (startAt >= fromAt || startAt + seconds * 1000 > fromAt),
  );
}

export function taskOf(taskId: number | undefined): FocusEntry['task'] {
  return taskId === undefined ? undefined : focusTask(taskId);
}

export function changed(
  entry: FocusEntry,
  { startAt, seconds, taskId, description }: EntryChange,
): FocusEntry {
  const task = taskId === undefined ? entry.taskId : (taskId ?? undefined);
  return {
    ...entry,
    startAt: startAt ?? entry.startAt,
    seconds: seconds ?? entry.seconds,
    taskId: task,
    task: taskOf(task),
    description: description === undefined ? entry.description : (description ?? undefined),
  };
}
