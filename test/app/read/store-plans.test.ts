import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { storePlans } from '../../../src-main/app/read/store-plans.ts';
import type { Plan } from '../../../src-main/domain/day/planned-time.ts';
import { createCore } from '../../support/core/core.ts';
import { ACCOUNT as MINE } from '../../support/core/edit-rig.ts';
import { at, seconds, task } from '../../support/values.ts';

const RANGE = { startAt: at('00:00'), endAt: (at('00:00') + 86_400_000) as Instant };

function block(id: number): Plan {
  const startAt = (at('00:00') + id * 1000) as Instant;
  return {
    kind: 'block',
    id,
    startAt,
    seconds: seconds(60),
    task: task(1),
    description: undefined,
  };
}

it('writes thousands a part at a time, with a turn for everything else in between', async () => {
  const { store } = createCore();
  store.putPlans(MINE, [block(1), block(70_000), { ...block(70_001), kind: 'entry' }]);
  const steps: string[] = [];
  const plans = Array.from({ length: 1_200 }, (_, index) => block(1 + index));
  await storePlans(
    {
      store: {
        ...store,
        putPlans(account, part) {
          steps.push(`${part.length}`);
          store.putPlans(account, part);
        },
      },
      timers: {
        nextTurn() {
          // What was known is there all the while.
          const known = store.plansBetween(MINE, RANGE.startAt, RANGE.endAt);
          steps.push(known.some(({ id }) => id === 70_000) ? 'turn' : 'gone');
          return Promise.resolve();
        },
      },
    },
    MINE,
    { kind: 'block', range: RANGE, plans },
  );
  expect(steps).toEqual(['500', 'turn', '500', 'turn', '200']);
  const known = store.plansBetween(MINE, RANGE.startAt, RANGE.endAt);
  expect(known.map(({ id }) => id)).toEqual([...plans.map(({ id }) => id), 70_001]);
});
