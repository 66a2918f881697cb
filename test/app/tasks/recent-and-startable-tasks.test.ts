import { expect, it } from 'vitest';
import type { Instant, Seconds } from '#contract';
import { accountId } from '../../../src-main/app/state/connection-and-live-state.ts';
import { createCore, type Core } from '../../support/core/core.ts';
import { at, delivered, entry, focusTask, task } from '../../support/values.ts';

const MINE = accountId({ kind: 'focus', organizationId: 1, workspaceId: 2 });

const DAY = 86_400_000;
const days = (later: number, time: string) => (at(time) + later * DAY) as Instant;

/** Tasks 1, 2 and 3 were tracked on, 3 last of all; what the list has of them was read before or since. */
async function tracked(): Promise<Core> {
  const core = createCore();
  await core.connect();
  const { store } = core;
  store.putTasks(MINE, [focusTask(1), focusTask(2), focusTask(3)]);
  for (const [index, id] of [1, 2, 3].entries()) {
    store.touchTask(MINE, task(id), days(-1, `0${index + 6}:00`));
  }
  store.putEntry(MINE, entry('e', delivered(9), { startAt: days(-1, '08:00'), task: task(3) }));
  return core;
}

const recents = (core: Core) => core.snapshot().recentTasks.map(({ name }) => name);

it('offers no task that was deleted or archived since, neither among the recent ones nor as the last', async () => {
  const core = await tracked();
  expect(recents(core)).toEqual(['Task 3', 'Task 2', 'Task 1']);
  core.store.putTasks(MINE, [{ ...focusTask(2), archived: true }]);
  core.store.setTasksRead(MINE, at('08:00'), [1, 2]);
  expect(recents(core)).toEqual(['Task 1']);
  expect(core.snapshot().last).toBeUndefined();
  const found = core.stint.search({ kind: 'tasks', text: '' });
  expect(found.ok && found.value.map(({ id, mark }) => [id, mark])).toEqual([
    [1, 'recent'],
    [2, undefined],
  ]);
});

it('refuses to start one that has left the list, before anything is recorded on it', async () => {
  const core = await tracked();
  core.store.setTasksRead(MINE, at('08:00'), [1, 2]);
  expect(await core.command({ type: 'timer/start', taskId: 3 })).toEqual({
    ok: false,
    error: { kind: 'unknown-task' },
  });
  expect(core.snapshot().timer.state).toBe('idle');
});

it('goes on to offer a task that is newer than the list', async () => {
  const core = await tracked();
  core.store.setTasksRead(MINE, days(-2, '08:00'), [1, 2]);
  expect(recents(core)).toEqual(['Task 3', 'Task 2', 'Task 1']);
  expect(core.snapshot().last?.task?.id).toBe(3);
  expect(await core.command({ type: 'timer/start', taskId: 3 })).toMatchObject({ ok: true });
});

it('offers them by the name that they have now, and tells which are done', async () => {
  const core = await tracked();
  core.store.putTasks(MINE, [
    { ...focusTask(3, 'Renamed'), done: true },
    { ...focusTask(2), done: false },
  ]);
  expect(core.snapshot().recentTasks.map(({ name, done }) => [name, done])).toEqual([
    ['Renamed', true],
    ['Task 2', false],
    ['Task 1', undefined],
  ]);
  expect(core.snapshot().last?.task).toMatchObject({ name: 'Renamed', done: true });
  const found = core.stint.search({ kind: 'tasks', text: 'renamed' });
  expect(found.ok && found.value[0]).toMatchObject({ id: 3, done: true });
});

it('keeps what was described without a task as the last work', async () => {
  const core = await tracked();
  const described = { task: undefined, description: 'Phone', startAt: at('07:00') };
  core.store.putEntry(MINE, entry('f', delivered(10), described));
  expect(core.snapshot().last).toEqual({ task: undefined, description: 'Phone' });
});

it('offers no plan of an archived task', async () => {
  const core = await tracked();
  const now = core.snapshot().at;
  const block = { kind: 'block', id: 1, task: task(2), description: undefined } as const;
  core.store.putPlans(MINE, [{ ...block, startAt: now, seconds: 60 as Seconds }]);
  expect(core.snapshot().plannedNow?.task?.id).toBe(2);
  core.store.putTasks(MINE, [{ ...focusTask(2), archived: true }]);
  expect(core.snapshot().plannedNow).toBeUndefined();
});

it('goes on with the work before a break', async () => {
  const core = await tracked();
  const lunch = { task: undefined, description: 'Lunch', startAt: at('07:00') };
  core.store.putEntry(MINE, entry('f', delivered(10), { ...lunch, type: 'break' }));
  expect(core.snapshot().last?.task?.id).toBe(3);
});
