import { expect, it } from 'vitest';
import type { Snapshot } from '#contract';
import { createPushing } from '../../../src-main/app/view/push-snapshots.ts';
import { settle } from '../../support/core/fake-time.ts';
import { snapshot } from '../../support/core/snapshots.ts';

it('outlives a snapshot that cannot be taken and a listener that fails, and says so', async () => {
  const next = snapshot();
  let fails = true;
  const logged: string[] = [];
  const pushes: Snapshot[] = [];
  const take = () => {
    if (fails) throw new TypeError('statement has been finalized');
    return next;
  };
  const pushing = createPushing(take, (_level, what) => logged.push(what));
  pushing.onSnapshot(() => {
    throw new Error('no window');
  });
  pushing.onSnapshot((pushed) => pushes.push(pushed));

  pushing.changed();
  await settle();
  expect([pushes, logged]).toEqual([[], ['snapshot not pushed']]);

  fails = false;
  pushing.changed();
  await settle();
  expect([pushes, logged.length]).toEqual([[next], 2]);
});

it('takes no snapshot while nobody listens, and counts on', async () => {
  let taken = 0;
  const take = () => {
    taken += 1;
    return snapshot();
  };
  const pushing = createPushing(take, () => undefined);
  pushing.changed();
  await settle();
  expect([taken, pushing.revision()]).toEqual([0, 1]);
  pushing.onSnapshot(() => undefined);
  pushing.changed();
  await settle();
  expect([taken, pushing.revision()]).toEqual([1, 2]);
});
