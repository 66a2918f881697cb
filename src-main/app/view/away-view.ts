import type { AwayView, Instant } from '#contract';
import { concerns, isSetBack } from '../../domain/away/question.ts';
import { occupiedSpanById } from '../edit/surroundings.ts';
import type { AccountId, Store } from '../ports/ports.ts';

/** What has to be decided of time away, as far as its work is still there. */
export function awayViews(store: Store, account: AccountId, now: Instant): readonly AwayView[] {
  return store.awayQuestions(account).flatMap((question) => {
    const work = occupiedSpanById({ store, account, now }, question.workId);
    if (work === undefined || !concerns(question, work)) return [];
    const { id, why, fromAt, toAt } = question;
    const { task, description, isRunning, startAt } = work;
    const from = isSetBack(question) ? fromAt : (Math.max(fromAt, startAt) as Instant);
    return { id, why, fromAt: from, toAt, task, description, running: isRunning };
  });
}
