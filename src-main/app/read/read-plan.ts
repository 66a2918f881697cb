import type { AppError } from '#contract';
import type { FocusTimeBlock, Listing } from '../../domain/focus-types.ts';
import { planOfBlock } from '../../domain/day/planned-time.ts';
import { withKnown } from './store-planned-and-running.ts';
import { storePlans } from './store-plans.ts';
import type { AccountId, Day, Store, Timers } from '../ports/ports.ts';
import type { Asking, ReadGuard } from '../requests/may-read.ts';
import type { Tracker } from '../entries/tracker.ts';
import type { ViewState } from '../state/view-state.ts';
import { taskOfFound } from '../tasks/find-task.ts';
import { MOST_BLOCKS } from './page-and-batch-sizes.ts';

export type PlanReader = {
  /** Time blocks of the range, one request. */
  readPlan(connection: Asking, range: Day): Promise<AppError | undefined>;
  /** What was tracked on the known time blocks of the range: one request, none where nothing is planned. */
  readTrackedOnPlan(connection: Asking, range: Day): Promise<AppError | undefined>;
};

type Ports = {
  readonly store: Store;
  readonly timers: Timers;
  readonly guard: ReadGuard;
  readonly tracker: Tracker;
  readonly view: ViewState;
};

export function createPlanReader({ store, timers, guard, tracker, view }: Ports): PlanReader {
  return {
    async readPlan({ id, api }, range) {
      const held = guard.readPaused(id);
      if (held !== undefined) return held;
      const answer = await api.streamTimeBlocks({ fromAt: range.startAt, toAt: range.endAt });
      if (answer.ok) {
        await keepBlocks({ store, timers }, id, range, answer.value);
        view.noteLeftOut(id, 'plans', answer.value.leftOut.length);
      }
      return guard.note(id, answer);
    },
    async readTrackedOnPlan({ id, api }, range) {
      const blockIds = store
        .plansBetween(id, range.startAt, range.endAt)
        .flatMap((plan) => (plan.kind === 'block' ? plan.id : []));
      if (blockIds.length === 0) return undefined;
      const held = guard.readPaused(id);
      if (held !== undefined) return held;
      const answer = await api.streamEntriesOfTimeBlocks(blockIds.slice(0, MOST_BLOCKS));
      return store.transaction(() => {
        if (answer.ok) tracker.merge(id, answer.value.items);
        return guard.note(id, answer);
      });
    },
  };
}

/** Where the list is not whole, what is known here and is not in it stays. */
async function keepBlocks(
  { store, timers }: Pick<Ports, 'store' | 'timers'>,
  account: AccountId,
  range: Day,
  { items, leftOut, isList }: Listing<FocusTimeBlock>,
): Promise<void> {
  const read = items.flatMap(
    (block) => planOfBlock(block, taskOfFound(store, account, block)) ?? [],
  );
  const isComplete = isList && leftOut.length === 0;
  const plans = isComplete
    ? read
    : withKnown(store, account, range, { kind: 'block', plans: read });
  await storePlans({ store, timers }, account, { kind: 'block', range, plans });
}
