import type { DayView, Instant, PlannedView, Seconds } from '#contract';
import { trackedSeconds } from '../../domain/day/tracked-total.ts';
import { gapsOf } from '../../domain/day/gaps.ts';
import { gapsInWorkingHours } from '../../domain/day/gaps-in-working-hours.ts';
import { overlapsOf } from '../../domain/day/overlaps.ts';
import {
  breakSeconds,
  byProject,
  projectTotals,
} from '../../domain/day/break-and-project-totals.ts';
import type { Entry, Session } from '../../domain/entry.ts';
import { occupiedSpanOf, runningSpan } from '../../domain/day/occupied-span.ts';
import type { AccountId, Clock, Day, Settings, Store } from '../ports/ports.ts';
import { entryView } from './entry-view.ts';
import { MOST_IN_NEED, MOST_LISTED } from './list-limits.ts';

export type DayScene = {
  readonly day: Day;
  /** This moment. */
  readonly at: Instant;
  readonly session: Session | undefined;
  readonly workingHours: Settings['workingHours'];
  readonly timeOfDay: Clock['timeOfDay'];
};

/** One local day as the popup draws it, read afresh from the store. */
export function dayView(store: Store, account: AccountId, scene: DayScene): DayView {
  const { day, at, session } = scene;
  const found = store.newestBetween(account, day, MOST_LISTED + 1);
  const newest = found.slice(0, MOST_LISTED);
  const rest = restOf(store, account, day, found);
  const inNeed = rest === undefined ? [] : inNeedBehind(store, account, day, newest);
  const entries = [...newest, ...inNeed];
  const asked = new Set(store.awayQuestions(account).map(({ workId }) => workId));
  const allOccupied = entries.map(occupiedSpanOf);
  if (session !== undefined) allOccupied.push(runningSpan(session, at));
  const isToday = at >= day.startAt && at < day.endAt;
  // What is not listed covers some time, too: nobody is told of a gap in it.
  const taken = rest === undefined ? allOccupied : [...allOccupied, { ...day, endAt: rest.endAt }];
  return {
    ...day,
    entries: entries.map((entry) => entryView(entry, asked)),
    notListed: (rest?.count ?? 0) - inNeed.length,
    ...(rest === undefined ? sumsOf(entries, day) : sumsOfMany(store, account, day)),
    gaps: gapsInWorkingHours(
      gapsOf(taken, day, isToday && session === undefined ? at : undefined),
      scene.workingHours,
      (minutes) => scene.timeOfDay(day.startAt, minutes),
    ),
    overlaps: overlapsOf(allOccupied, day),
    planned: plannedViews(store, account, day),
    removed: store.removedBetween(account, day.startAt, day.endAt).map((entry) => entryView(entry)),
    readAt: store.readAt(account, day),
  };
}

/** What is not listed of those that were found and of those behind them. */
function restOf(store: Store, account: AccountId, day: Day, found: readonly Entry[]) {
  const next = found[MOST_LISTED];
  if (next === undefined) return undefined;
  const { count, endAt } = store.begunUntil(account, day, next.startAt);
  const listed = found.slice(0, MOST_LISTED).filter(({ startAt }) => startAt === next.startAt);
  return { count: count - listed.length, endAt };
}

/** Whatever else is not listed: what waits for the person is, a few of them at least. Newest first. */
function inNeedBehind(
  store: Store,
  account: AccountId,
  day: Day,
  listed: readonly Entry[],
): readonly Entry[] {
  const before = { startAt: (day.startAt - 1) as Instant, id: '' };
  const oldest = store.entriesInNeed(account, before, MOST_IN_NEED);
  const known = new Set(listed.map(({ id }) => id));
  return oldest.filter(({ id, startAt }) => startAt < day.endAt && !known.has(id)).toReversed();
}

type Sums = Pick<DayView, 'trackedSeconds' | 'breakSeconds' | 'projects'>;

function sumsOf(entries: readonly Entry[], day: Day): Sums {
  return {
    trackedSeconds: trackedSeconds(entries, day),
    breakSeconds: breakSeconds(entries, day),
    projects: projectTotals(entries, day),
  };
}

/** The same without reading the entries one by one. */
function sumsOfMany(store: Store, account: AccountId, day: Day): Sums {
  const totals = store.totalsWithin(account, day, [day]);
  return {
    trackedSeconds: sumOf(totals.map(({ activitySeconds }) => activitySeconds)),
    breakSeconds: sumOf(totals.map(({ breakSeconds: seconds }) => seconds)),
    projects: byProject(store.activityByTask(account, day)),
  };
}

export function sumOf(parts: readonly Seconds[]): Seconds {
  return parts.reduce<number>((sum, part) => sum + part, 0) as Seconds;
}

/** What is planned within the range, with how much of it has been done. */
export function plannedViews(
  store: Store,
  account: AccountId,
  { startAt, endAt }: Day,
): readonly PlannedView[] {
  const plans = store.plansBetween(account, startAt, endAt);
  const blocks = plans.filter(({ kind }) => kind === 'block').map(({ id }) => id);
  const done = store.secondsOfTimeBlocks(account, blocks);
  return plans.map((plan) => {
    const doneSeconds = plan.kind === 'block' ? done.get(plan.id) : undefined;
    return { ...plan, doneSeconds: doneSeconds ?? (0 as Seconds) };
  });
}
