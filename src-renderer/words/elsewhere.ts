import type { ElsewhereView, Span } from '#contract';
import { timeOf } from './days.ts';
import { noTask } from './entries.ts';
import type { Hours } from './time.ts';

export const elsewhereLabels = {
  title: 'Timer elsewhere',
  takeOver: 'Take over',
  leave: 'Leave it',
};

/** `A timer runs in Toggl Focus: Review pull requests, since 09:12.` */
export function runsElsewhere(elsewhere: ElsewhereView, today: Span, hours: Hours): string {
  const { task, description, startAt } = elsewhere;
  const words = description === undefined || description === '' ? noTask : description;
  return `A timer runs in Toggl Focus: ${task?.name ?? words}, since ${timeOf(startAt, today, hours)}.`;
}
