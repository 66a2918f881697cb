import type { DoneBefore, OfferedTask } from '#contract';
import { eachOnce } from '../../domain/search/rank-work.ts';
import type { AccountId, Store } from '../ports/ports.ts';
import { standing } from './recent-and-startable-tasks.ts';

/** Of how many of the latest entries, and how much of that at most. */
type Limits = { readonly entries: number; readonly most?: number };

/** What was tracked lately and can be started again, each pair of task and description once and the latest first. */
export function workDoneBefore(
  store: Store,
  account: AccountId,
  { entries, most = entries }: Limits,
): readonly DoneBefore[] {
  const tasks = new Map<number, OfferedTask | undefined>();
  const done: DoneBefore[] = [];
  for (const { task, description, startAt } of eachOnce(store.workOfLatest(account, entries))) {
    if (done.length === most) break;
    // The latest use comes first, and decides.
    if (task !== undefined && !tasks.has(task.id)) {
      tasks.set(task.id, standing(store, account, { task, usedAt: startAt }));
    }
    const offered = task && tasks.get(task.id);
    if (task === undefined || offered !== undefined) done.push({ task: offered, description });
  }
  return done;
}
