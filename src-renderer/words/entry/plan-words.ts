import { type PlannedView, type Seconds, shownSeconds } from '#contract';
import { endOf } from '../../time/start-plus-length.ts';
import { length } from '../time/tracked-in-a-day-words.ts';
import { noTask, projectAndClient } from './entry-names.ts';
import { span } from '../time/times-and-lengths.ts';
import type { Hours } from '../../time/hour-format.ts';

export const planLabels = {
  list: 'Planned',
  read: 'Read the plan',
  readAgain: 'Read the plan again',
  nothing: 'Nothing planned is known.',
  start: 'Start',
};

/** `Planned 2 h 0 min, done 45 min`; what has no length counts nothing. */
export function planSum(plan: readonly PlannedView[]): string {
  const sum = plan.reduce((all, each) => all + lengthOf(each), 0);
  const done = plan.reduce((all, { doneSeconds }) => all + doneSeconds, 0);
  const words = sum === 0 ? `${plan.length} planned` : `Planned ${length(sum)}`;
  return done === 0 ? words : `${words}, done ${length(done)}`;
}

/** Whole minutes, as between its two shown times, so that the sum is that of the rows; without a start, its length as it is. */
function lengthOf({ startAt, seconds = 0 as Seconds }: PlannedView): number {
  if (startAt === undefined) return seconds;
  return shownSeconds({ startAt, endAt: endOf({ startAt, seconds }) });
}

export function plannedName({ task, description }: PlannedView): string {
  return task?.name ?? (description === undefined || description === '' ? noTask : description);
}

export function plannedPlace({ task }: PlannedView): string | undefined {
  return task === undefined ? undefined : projectAndClient(task);
}

/** `9:00 – 11:00`, or the length where it has no start. */
export function plannedWhen({ startAt, seconds }: PlannedView, hours: Hours): string | undefined {
  if (seconds === undefined) return undefined;
  return startAt === undefined ? length(seconds) : span(startAt, seconds, hours);
}

/** `done 45 min`, once something is. */
export function plannedDone({ doneSeconds }: PlannedView): string | undefined {
  return doneSeconds === 0 ? undefined : `done ${length(doneSeconds)}`;
}
