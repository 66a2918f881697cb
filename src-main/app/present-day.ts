import type { DayView, Instant, PlannedView, Seconds } from '#contract';
import { trackedSeconds } from '../domain/day-total.ts';
import { gapsOf } from '../domain/day/gaps.ts';
import { overlapsOf } from '../domain/day/overlaps.ts';
import { breakSeconds, projectTotals } from '../domain/day/totals.ts';
import type { Session } from '../domain/entry.ts';
import { isShown, pieceOf, runningPiece } from '../domain/piece.ts';
import type { AccountId, Day, Store } from './ports.ts';
import { entryView } from './present-entry.ts';

export type DayScene = {
  readonly day: Day;
  /** This moment. */
  readonly at: Instant;
  readonly session: Session | undefined;
};

/** One local day as the popup draws it, read afresh from the store. */
export function dayView(store: Store, account: AccountId, { day, at, session }: DayScene): DayView {
  const entries = store.entriesBetween(account, day.startAt, day.endAt).filter(isShown);
  const pieces = entries.map(pieceOf);
  if (session !== undefined) pieces.push(runningPiece(session, at));
  const isToday = at >= day.startAt && at < day.endAt;
  return {
    ...day,
    entries: entries.map(entryView),
    trackedSeconds: trackedSeconds(entries, day),
    breakSeconds: breakSeconds(entries, day),
    projects: projectTotals(entries, day),
    gaps: gapsOf(pieces, day, isToday && session === undefined ? at : undefined),
    overlaps: overlapsOf(pieces, day),
    planned: plannedViews(store, account, day),
    removed: store.removedBetween(account, day.startAt, day.endAt).map(entryView),
    readAt: store.readAt(account, day),
  };
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
