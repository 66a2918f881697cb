import type { DoneBefore, Instant, PlannedView, Span } from '#contract';
import type { Hours } from '../../time/hour-format.ts';
import { timeOf } from '../time/time-with-date-unless-today.ts';
import { clockTime } from '../time/times-and-lengths.ts';
import { noTask } from '../entry/entry-names.ts';

/** Of the field in which a timer begins, and of its list. */
export const workLabels = {
  field: 'What are you working on?',
  chips: 'Start again',
  hint: 'Press ↓ for what you did, @ for tasks',
  doneBefore: 'Done before',
  tasks: 'Tasks, also by @',
  noTaskYet: 'no task yet',
  switchTo: 'Switch…',
};

export const switchKey = 'Ctrl+K';

/** What Enter does with what is typed. */
export function startTyped(text: string): string {
  return `Start “${text}”`;
}

/** What it is called: its task, else what was written. */
export function workName({ task, description }: DoneBefore): string {
  return task?.name ?? description ?? noTask;
}

/** What was written beside the name of its task; empty where that is its name. */
export function workRemark({ task, description }: DoneBefore): string {
  return task === undefined ? '' : (description ?? '');
}

/** Around what is in sight: `Start Migration dry run`, `Start Schema work planned now to 15:30`. */
export const chipWords = { start: 'Start ', plannedNow: ' planned now ' };

/** `to 15:30`; empty where the plan has no end. */
export function until(plan: PlannedView, today: Span | undefined, hours: Hours): string {
  if (plan.startAt === undefined || plan.seconds === undefined) return '';
  const endAt = (plan.startAt + plan.seconds * 1000) as Instant;
  return `to ${today === undefined ? clockTime(endAt, hours) : timeOf(endAt, today, hours)}`;
}
