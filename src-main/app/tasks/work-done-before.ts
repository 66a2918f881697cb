import type { DoneBefore, OfferedTask } from '#contract';
import { eachOnce } from '../../domain/search/rank-work.ts';
import type { AccountId, Store } from '../ports/ports.ts';
import { standing } from './recent-and-startable-tasks.ts';

/**
 * What was tracked lately and can be started again, each pair of task and description once and the latest first;
 * of so many of the latest entries.
 */
export function workDoneBefore(
  store: Store,
  account: AccountId,
  latestEntries: number,
): readonly DoneBefore[] {
  const tasks = new Map<number, OfferedTask | undefined>();
  const done = store.workOfLatest(account, latestEntries).flatMap((work): DoneBefore[] => {
    const { task, description, startAt } = work;
    if (task === undefined) return [{ task, description }];
    // The latest use comes first, and decides.
    if (!tasks.has(task.id))
      tasks.set(task.id, standing(store, account, { task, usedAt: startAt }));
    const offered = tasks.get(task.id);
    return offered === undefined ? [] : [{ task: offered, description }];
  });
  return eachOnce(done);
}
