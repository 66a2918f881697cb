import type { RemoteTimerView, Span } from '#contract';
import { timeOf } from '../time/time-with-date-unless-today.ts';
import { noTask } from '../entry/entry-names.ts';
import type { Hours } from '../../time/hour-format.ts';

export const remoteTimerLabels = {
  title: 'Timer elsewhere',
  takeOver: 'Take over',
  leave: 'Leave it',
};

/** `A timer runs in Toggl Focus: Review pull requests, since 09:12.` */
export function runsElsewhere(elsewhere: RemoteTimerView, today: Span, hours: Hours): string {
  const { task, description, startAt } = elsewhere;
  const words = description === undefined || description === '' ? noTask : description;
  return `A timer runs in Toggl Focus: ${task?.name ?? words}, since ${timeOf(startAt, today, hours)}.`;
}
