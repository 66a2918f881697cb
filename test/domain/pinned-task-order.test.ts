import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { pinnedInOrder } from '../../src-main/domain/pinned-task-order.ts';
import { focusTask, task } from '../support/values.ts';

const pin = (id: number, pinnedAt: number) => ({
  task: task(id),
  pinnedAt: pinnedAt as Instant,
});

it('puts own pins first, in the order in which they were pinned, then those of Toggl Focus', () => {
  const order = pinnedInOrder([pin(5, 30), pin(2, 20), pin(1, 20)], [focusTask(3), focusTask(4)]);
  expect(order).toEqual([task(1), task(2), task(5), task(3), task(4)]);
});

it('leaves out what is archived in Toggl Focus, and names no task twice', () => {
  const order = pinnedInOrder([pin(2, 20)], [focusTask(2), { ...focusTask(3), archived: true }]);
  expect(order).toEqual([task(2)]);
});
