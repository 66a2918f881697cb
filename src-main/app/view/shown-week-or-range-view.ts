import type { DayTotal, RangeView, Seconds, ShownView, TaskEntriesView, WeekView } from '#contract';
import { shownWithin } from '../../domain/day/clip-to-day.ts';
import { byProject } from '../../domain/day/break-and-project-totals.ts';
import type { Plan } from '../../domain/day/planned-time.ts';
import type { AccountId, Day, Store } from '../ports/ports.ts';
import { type DayScene, dayView, sumOf } from './day-view.ts';
import type { SpanTotals } from '../ports/period-store.ts';
import type { Shown, View } from '../state/view-state.ts';
import { taskById } from '../tasks/find-task.ts';

/** What the popup looks at beside today; nothing is read from disk for what it does not. */
export function shownView(
  store: Store,
  account: AccountId,
  view: View,
  now: Omit<DayScene, 'day'>,
): ShownView {
  const { shown } = view;
  switch (shown.kind) {
    case 'today':
      return { kind: 'today' };
    case 'day':
      return { kind: 'day', day: dayView(store, account, { day: shown.range, ...now }) };
    case 'week':
      return { kind: 'week', week: weekView(store, account, shown) };
    case 'range':
      return { kind: 'range', range: rangeView(store, account, shown, view) };
    case 'task':
      return { kind: 'task', entries: taskView(store, account, shown.taskId, view) };
  }
}

function weekView(
  store: Store,
  account: AccountId,
  { range, days }: Extract<Shown, { readonly kind: 'week' }>,
): WeekView {
  const plans = store.plansBetween(account, range.startAt, range.endAt);
  const totals = store.totalsWithin(account, range, days);
  return {
    ...range,
    days: totals.map((total) => ({
      ...dayTotal(total, plans),
      projects: byProject(store.activityByTask(account, total)),
    })),
    trackedSeconds: sumOf(totals.map(({ activitySeconds }) => activitySeconds)),
    projects: byProject(store.activityByTask(account, range)),
    readAt: store.readAt(account, range),
  };
}

function dayTotal(
  { activitySeconds, ...day }: SpanTotals,
  plans: readonly Plan[],
): Omit<DayTotal, 'projects'> {
  return {
    ...day,
    trackedSeconds: activitySeconds,
    plannedSeconds: plannedSeconds(plans, day),
  };
}

function plannedSeconds(plans: readonly Plan[], day: Day): Seconds {
  return plans.reduce((sum, plan) => sum + shownWithin(plan, day), 0) as Seconds;
}

function rangeView(
  store: Store,
  account: AccountId,
  { range, filter }: Extract<Shown, { readonly kind: 'range' }>,
  { cursor }: View,
): RangeView {
  return {
    ...range,
    filter,
    task: filter.taskId === undefined ? undefined : taskById(store, account, filter.taskId),
    statuses: store.taskStatuses(account),
    ...store.entriesFacts(account, { of: 'range', range, filter, text: '' }),
    readAt: store.readAt(account, range),
    nextPage: cursor.nextPage,
  };
}

function taskView(
  store: Store,
  account: AccountId,
  taskId: number,
  { cursor }: View,
): TaskEntriesView {
  return {
    task: taskById(store, account, taskId),
    ...store.entriesFacts(account, { of: 'task', taskId, text: '' }),
    nextPage: cursor.nextPage,
  };
}
