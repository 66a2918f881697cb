import type { FoundTask, Instant, PlannedView, Span } from '#contract';
import { timeOf } from '../time/time-with-date-unless-today.ts';
import { ago } from './find-and-export-words.ts';
import { clockTime } from '../time/times-and-lengths.ts';
import type { Hours } from '../../time/hour-format.ts';

export const taskLabels = {
  entries: 'Entries of the task',
  empty: 'No entries of this task are known here.',
  emptyHint: 'Read them from Toggl Focus.',
  start: 'Start timer',
  pin: 'Pin',
  unpin: 'Unpin',
  pinKey: 'Alt+P pins',
  refresh: 'Refresh',
  neverRead: 'Tasks not read yet',
  done: 'done',
  archived: 'archived',
  noProject: 'No project',
  callOff: 'Undo',
};

/** Over the tasks of one mark; `plan` is what is planned now. */
export function markHeading(
  mark: FoundTask['mark'],
  plan: PlannedView | undefined,
  today: Span | undefined,
  hours: Hours,
): string {
  switch (mark) {
    case 'planned-now':
      return plannedUntil(plan, today, hours);
    case 'pinned':
      return 'Favourites';
    case 'recent':
      return 'Recent';
    case undefined:
      return 'Others';
  }
}

/** `Planned now, until 15:30`. */
function plannedUntil(
  plan: PlannedView | undefined,
  today: Span | undefined,
  hours: Hours,
): string {
  if (plan?.startAt === undefined || plan.seconds === undefined) return 'Planned now';
  const endAt = (plan.startAt + plan.seconds * 1000) as Instant;
  return `Planned now, until ${today === undefined ? clockTime(endAt, hours) : timeOf(endAt, today, hours)}`;
}

export function createTask(name: string): string {
  return `Create task “${name}” in …`;
}

/** Over the projects to choose from. */
export function projectOfNewTask(name: string): string {
  return `Project of the new task “${name}”`;
}

/** While it can be called off. */
export function creatingTask(name: string): string {
  return `Creating task “${name}”.`;
}

/** `No matches`, `1 match`, `12 matches`: spoken. */
export function matches(count: number): string {
  if (count === 0) return 'No matches';
  return count === 1 ? '1 match' : `${count} matches`;
}

/** `Ctrl` stands for the command key on a Mac. */
export const createTaskKey = 'Ctrl+Enter';

/** `Tasks read 2 h ago`; `now` no earlier than what was read. */
export function tasksRead(readAt: Instant | undefined, now: number): string {
  return readAt === undefined ? taskLabels.neverRead : `Tasks read ${ago(now - readAt)}`;
}
