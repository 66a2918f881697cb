import type { Instant, Seconds, TaskView } from '#contract';
import type { FocusEntry, FocusTimeBlock } from '../focus-types.ts';
import { isKeepable } from '../storable-span.ts';

/** What is planned and was not tracked by that: a time block, or an entry of Toggl Focus without a start. */
export type Plan = {
  readonly kind: 'block' | 'entry';
  /** Of Toggl Focus. */
  readonly id: number;
  readonly startAt: Instant;
  readonly seconds: Seconds;
  readonly task: TaskView | undefined;
  readonly description: string | undefined;
};

/** Undefined for a block without a place in time, or with one that reaches behind all of it. */
export function planOfBlock(block: FocusTimeBlock, task: TaskView | undefined): Plan | undefined {
  const { id, startAt, seconds = 0 as Seconds, description } = block;
  if (startAt === undefined || !isKeepable({ startAt, seconds })) return undefined;
  return { kind: 'block', id, startAt, seconds, task, description };
}

/** Undefined for an entry that was started, was deleted, or has no place in time as a block has one. */
export function planOfEntry(entry: FocusEntry, task: TaskView | undefined): Plan | undefined {
  const { id, plannedStartAt, plannedSeconds = 0 as Seconds, description } = entry;
  const isPlanned = entry.startAt === undefined && entry.deletedAt === undefined;
  if (!isPlanned || plannedStartAt === undefined) return undefined;
  const when = { startAt: plannedStartAt, seconds: plannedSeconds };
  if (!isKeepable(when)) return undefined;
  return { kind: 'entry', id, ...when, task, description };
}
