import type {
  DayTotal,
  Instant,
  RangeView,
  Seconds,
  ShownView,
  TaskEntriesView,
  WeekView,
} from '#contract';
import { msWithin } from '../domain/day/clip.ts';
import { breakSeconds, projectTotals } from '../domain/day/totals.ts';
import { trackedSeconds } from '../domain/day-total.ts';
import type { Entry, Session } from '../domain/entry.ts';
import { isShown } from '../domain/piece.ts';
import type { Plan } from '../domain/plan.ts';
import { endOf } from '../domain/session.ts';
import type { AccountId, Day, Store } from './ports.ts';
import { dayView } from './present-day.ts';
import type { Shown, View } from './view-state.ts';
import { taskById } from './work.ts';

/** What the popup looks at beside today; nothing is read from disk for what it does not. */
export function shownView(
  store: Store,
  account: AccountId,
  view: View,
  now: { readonly at: Instant; readonly session: Session | undefined },
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
      return { kind: 'range', range: rangeView(store, account, shown.range, view) };
    case 'task':
      return { kind: 'task', entries: taskView(store, account, shown.taskId, view) };
  }
}

function weekView(
  store: Store,
  account: AccountId,
  { range, days }: Extract<Shown, { readonly kind: 'week' }>,
): WeekView {
  const entries = store.entriesBetween(account, range.startAt, range.endAt).filter(isShown);
  const plans = store.plansBetween(account, range.startAt, range.endAt);
  return {
    ...range,
    days: days.map((day) => dayTotal(day, entries, plans)),
    trackedSeconds: trackedSeconds(entries, range),
    projects: projectTotals(entries, range),
    readAt: store.readAt(account, range),
  };
}

function dayTotal(day: Day, entries: readonly Entry[], plans: readonly Plan[]): DayTotal {
  return {
    ...day,
    trackedSeconds: trackedSeconds(entries, day),
    breakSeconds: breakSeconds(entries, day),
    plannedSeconds: plannedSeconds(plans, day),
  };
}

function plannedSeconds(plans: readonly Plan[], day: Day): Seconds {
  const parts = plans.map((plan) => msWithin({ startAt: plan.startAt, endAt: endOf(plan) }, day));
  return Math.round(parts.reduce((sum, part) => sum + part, 0) / 1000) as Seconds;
}

function rangeView(store: Store, account: AccountId, range: Day, { cursor }: View): RangeView {
  return {
    ...range,
    ...store.entriesFacts(account, { of: 'range', range, text: '' }),
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
