import type { AppError } from '#contract';
import type { FocusTimeBlock } from '../domain/focus.ts';
import { planOfBlock } from '../domain/plan.ts';
import type { Day, Store } from './ports.ts';
import type { Asking, ReadGuard } from './read-guard.ts';
import type { Tracker } from './tracker.ts';
import { taskOfFound } from './work.ts';

export type PlanReader = {
  /** Time blocks of the range, one request. */
  readPlan(connection: Asking, range: Day): Promise<AppError | undefined>;
  /** What was tracked on the known time blocks of the range: one request, none where nothing is planned. */
  readTrackedOnPlan(connection: Asking, range: Day): Promise<AppError | undefined>;
};

type Ports = { readonly store: Store; readonly guard: ReadGuard; readonly tracker: Tracker };

/** Their ids travel in the address, and an address has its limits. */
const MOST_BLOCKS = 200;

export function createPlanReader({ store, guard, tracker }: Ports): PlanReader {
  return {
    async readPlan({ id, api }, range) {
      const held = guard.readHeld(id);
      if (held !== undefined) return held;
      const answer = await api.streamTimeBlocks({ fromAt: range.startAt, toAt: range.endAt });
      return store.transaction(() => {
        const planOf = (block: FocusTimeBlock) =>
          planOfBlock(block, taskOfFound(store, id, block)) ?? [];
        if (answer.ok) store.setPlans(id, 'block', range, answer.value.flatMap(planOf));
        return guard.note(id, answer);
      });
    },
    async readTrackedOnPlan({ id, api }, range) {
      const blockIds = store
        .plansBetween(id, range.startAt, range.endAt)
        .flatMap((plan) => (plan.kind === 'block' ? plan.id : []));
      if (blockIds.length === 0) return undefined;
      const held = guard.readHeld(id);
      if (held !== undefined) return held;
      const answer = await api.streamEntriesOfTimeBlocks(blockIds.slice(0, MOST_BLOCKS));
      return store.transaction(() => {
        if (answer.ok) tracker.merge(id, answer.value);
        return guard.note(id, answer);
      });
    },
  };
}
