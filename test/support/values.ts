import type { Instant, Seconds, TaskView } from '#contract';
import type { Delivery, Entry, Session } from '../../src-main/domain/entry.ts';
import type { FocusEntry, FocusTask, Listing } from '../../src-main/domain/focus-types.ts';

/** Short ways to the values that tests are about; only what a test names differs from the plain case. */

export const MORNING = Date.parse('2026-11-24T08:00:00Z');

export function at(clock: string): Instant {
  return Date.parse(`2026-11-24T${clock.length === 5 ? `${clock}:00` : clock}Z`) as Instant;
}

export function seconds(value: number): Seconds {
  return value as Seconds;
}

export function task(id: number, name = `Task ${id}`, projectName?: string): TaskView {
  return { id, name, projectName, projectColor: undefined, clientName: undefined };
}

export function focusTask(id: number, name = `Task ${id}`): FocusTask {
  return {
    id,
    name,
    projectId: undefined,
    projectName: undefined,
    projectColor: undefined,
    clientName: undefined,
    archived: false,
    pinned: false,
    statusName: undefined,
    tagNames: [],
  };
}

export function session(change: Partial<Session> = {}): Session {
  return {
    id: 's1',
    startAt: at('09:00'),
    task: task(1),
    description: undefined,
    timeBlockId: undefined,
    ...change,
  };
}

export function entry(id: string, delivery: Delivery, change: Partial<Entry> = {}): Entry {
  return {
    id,
    origin: 'stint',
    startAt: at('09:00'),
    seconds: seconds(600),
    type: 'activity',
    task: task(1),
    description: undefined,
    delivery,
    presence: 'kept',
    archiveState: 'none',
    timeBlockId: undefined,
    sent: undefined,
    ...change,
  };
}

export function delivered(serverId?: number): Delivery {
  return { state: 'delivered', serverId, refused: undefined };
}

export function focusEntry(id: number, change: Partial<FocusEntry> = {}): FocusEntry {
  return {
    id,
    startAt: at('09:00'),
    seconds: seconds(600),
    type: 'activity',
    taskId: 1,
    projectId: undefined,
    description: undefined,
    timeBlockId: undefined,
    plannedStartAt: undefined,
    plannedSeconds: undefined,
    createdAt: undefined,
    updatedAt: undefined,
    archivedAt: undefined,
    deletedAt: undefined,
    task: focusTask(1),
    ...change,
  };
}

/** A list as the server gives it, whole. */
export function listing<T>(items: readonly T[]): Listing<T> {
  return { items, leftOut: [], isList: true };
}
