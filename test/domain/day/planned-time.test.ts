import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { MAX_INSTANT_MS } from '../../../src-main/domain/limits.ts';
import { planOfBlock, planOfEntry } from '../../../src-main/domain/day/planned-time.ts';
import { isRunning } from '../../../src-main/domain/timer/running-remotely.ts';
import { at, focusEntry, seconds, task } from '../../support/values.ts';

const BLOCK = {
  id: 5,
  startAt: at('09:00'),
  seconds: seconds(3600),
  taskId: 1,
  task: undefined,
  description: 'focus time',
  completedAt: undefined,
};
const PLANNED = focusEntry(7, {
  startAt: undefined,
  seconds: undefined,
  plannedStartAt: at('13:00'),
  plannedSeconds: seconds(1800),
});

it('takes a time block for a plan where it has a place in time', () => {
  expect(planOfBlock(BLOCK, task(1))).toEqual({
    kind: 'block',
    id: 5,
    startAt: at('09:00'),
    seconds: 3600,
    task: task(1),
    description: 'focus time',
  });
  expect(planOfBlock({ ...BLOCK, seconds: undefined }, undefined)?.seconds).toBe(0);
  expect(planOfBlock({ ...BLOCK, startAt: undefined }, undefined)).toBeUndefined();
});

it('takes an entry for a plan where it was never started', () => {
  expect(planOfEntry(PLANNED, undefined)).toMatchObject({ kind: 'entry', id: 7, seconds: 1800 });
  expect(planOfEntry({ ...PLANNED, plannedSeconds: undefined }, undefined)?.seconds).toBe(0);
  expect(planOfEntry({ ...PLANNED, plannedStartAt: undefined }, undefined)).toBeUndefined();
  expect(planOfEntry({ ...PLANNED, deletedAt: at('10:00') }, undefined)).toBeUndefined();
  expect(planOfEntry({ ...PLANNED, startAt: at('13:01') }, undefined)).toBeUndefined();
});

it('takes nothing for a plan that ends behind all time', () => {
  const last = { startAt: MAX_INSTANT_MS as Instant, seconds: seconds(1) };
  expect(planOfBlock({ ...BLOCK, ...last }, undefined)).toBeUndefined();
  const planned = { plannedStartAt: last.startAt, plannedSeconds: last.seconds };
  expect(planOfEntry({ ...PLANNED, ...planned }, undefined)).toBeUndefined();
});

it('takes for running what was started and has no length', () => {
  expect(isRunning(focusEntry(7, { seconds: undefined }))).toBe(true);
  expect(isRunning(focusEntry(7))).toBe(false);
  expect(isRunning(PLANNED)).toBe(false);
  expect(isRunning(focusEntry(7, { seconds: undefined, deletedAt: at('10:00') }))).toBe(false);
});
