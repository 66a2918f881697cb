import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { accountId } from '../../../src-main/app/state/connection-and-live-state.ts';
import { createCore, type Core } from '../../support/core/core.ts';
import { at, delivered, entry, focusTask, task } from '../../support/values.ts';

const MINE = accountId({ kind: 'focus', organizationId: 1, workspaceId: 2 });

type Work = readonly [taskId: number | undefined, description?: string];

/** Entries of these, the first the latest, a minute apart. */
async function tracked(...work: readonly Work[]): Promise<Core> {
  const core = createCore();
  await core.connect();
  const { store } = core;
  store.putTasks(MINE, [focusTask(1), focusTask(2), focusTask(3)]);
  for (const [index, [id, description]] of work.entries()) {
    const startAt = (at('07:00') - index * 60_000) as Instant;
    const of = { task: id === undefined ? undefined : task(id), description, startAt };
    store.putEntry(MINE, entry(`e${index}`, delivered(100 + index), of));
  }
  return core;
}

const pairs = (core: Core) =>
  core.snapshot().doneBefore.map(({ task: of, description }) => [of?.id, description]);

function found(core: Core, text: string) {
  const result = core.stint.search({ kind: 'work', text });
  if (!result.ok) throw new Error('nothing is found');
  return result.value;
}

it('tells the last pairs of task and description, each once, and nothing of what has neither', async () => {
  const core = await tracked(
    [1, 'a'],
    [1, 'b'],
    [1, 'a'],
    [undefined],
    [2],
    [undefined, 'Phone'],
    [3],
  );
  expect(pairs(core)).toEqual([
    [1, 'a'],
    [1, 'b'],
    [2, undefined],
    [undefined, 'Phone'],
  ]);
});

it('leaves out what would end in a refused entry, and breaks', async () => {
  const core = await tracked([1, 'a'], [2, 'b'], [3, 'c']);
  core.store.putTasks(MINE, [{ ...focusTask(2), archived: true }]);
  const lunch = { task: undefined, description: 'Lunch', startAt: at('07:30') };
  core.store.putEntry(MINE, entry('f', delivered(10), { ...lunch, type: 'break' }));
  expect(pairs(core)).toEqual([
    [1, 'a'],
    [3, 'c'],
  ]);
});

it('finds what was done before by its words, and the tasks beside it', async () => {
  const core = await tracked([1, 'login page'], [2, 'slow login'], [3, 'else']);
  core.store.putTasks(MINE, [focusTask(4, 'Single login')]);
  const { done, tasks } = found(core, 'login');
  expect(done.map(({ description }) => description)).toEqual(['login page', 'slow login']);
  expect(tasks.map(({ name }) => name)).toEqual(['Single login']);
});

it('lists the latest of it for no text at all', async () => {
  const core = await tracked([1, 'login page'], [3]);
  expect(found(core, '').done.map(({ task: of }) => of?.id)).toEqual([1, 3]);
});
