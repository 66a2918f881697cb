import type { FoundTask, Instant, PlannedView } from '#contract';
import { ago } from './find.ts';
import { clockTime, type Hours } from './time.ts';

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
};

/** Over the tasks of one mark; `plan` is what is planned now. */
export function markHeading(
  mark: FoundTask['mark'],
  plan: PlannedView | undefined,
  hours: Hours,
): string {
  switch (mark) {
    case 'planned-now':
      return plannedUntil(plan, hours);
    case 'pinned':
      return 'Favourites';
    case 'recent':
      return 'Recent';
    case undefined:
      return 'Others';
  }
}

/** `Planned now, until 15:30`. */
export function plannedUntil(plan: PlannedView | undefined, hours: Hours): string {
  if (plan?.startAt === undefined || plan.seconds === undefined) return 'Planned now';
  const endAt = (plan.startAt + plan.seconds * 1000) as Instant;
  return `Planned now, until ${clockTime(endAt, hours)}`;
}

export function createTask(name: string): string {
  return `Create task “${name}”`;
}

/** `Tasks read 2 h ago`; `now` no earlier than what was read. */
export function tasksRead(readAt: Instant | undefined, now: number): string {
  return readAt === undefined ? taskLabels.neverRead : `Tasks read ${ago(now - readAt)}`;
}

/** The accessible name of the button that starts what is planned. */
export function startPlanned(name: string, until: string): string {
  return `Start ${name}, ${until.charAt(0).toLowerCase()}${until.slice(1)}`;
}
