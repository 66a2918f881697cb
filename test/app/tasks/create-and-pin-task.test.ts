import { expect, it } from 'vitest';
import type { FoundTask } from '#contract';
import { createCore, type Core } from '../../support/core/core.ts';
import { at, focusTask, seconds } from '../../support/values.ts';

async function connected(): Promise<Core> {
  const core = createCore();
  await core.connect();
  return core;
}

function find(core: Core, text: string): readonly FoundTask[] {
  const found = core.stint.search({ kind: 'tasks', text });
  return found.ok ? found.value : [];
}

const CREATE = { type: 'task/create', name: ' Write the report ' } as const;

it('creates a task, which from then on is found first', async () => {
  const core = await connected();
  const result = await core.command(CREATE);
  expect(result).toMatchObject({ ok: true, value: { task: { name: 'Write the report' } } });
  expect(core.focus.requests).toEqual(['new task']);
  expect(find(core, '')[0]).toMatchObject({ name: 'Write the report', mark: 'recent' });
  expect(core.snapshot().tasks.count).toBe(3);
  expect(core.snapshot().recentTasks[0]).toMatchObject({ name: 'Write the report' });
});

it('needs a name', async () => {
  const core = await connected();
  expect(await core.command({ type: 'task/create', name: '  ' })).toEqual({
    ok: false,
    error: { kind: 'name-needed' },
  });
});

it('says why a task was not created, and does not try again by itself', async () => {
  const core = await connected();
  core.focus.faults.push('offline', { status: 422, reason: 'project is required' });
  expect(await core.command(CREATE)).toEqual({
    ok: false,
    error: { kind: 'offline', cause: 'network' },
  });
  expect(await core.command(CREATE)).toMatchObject({
    error: { kind: 'refused', reason: 'project is required' },
  });
  expect(core.focus.tasks).toHaveLength(2);
  expect(core.focus.requests).toEqual(['new task', 'new task']);
});

it('looks for a task whose creation was not answered before it says anything', async () => {
  const core = await connected();
  core.focus.faults.push('lost');
  expect(await core.command(CREATE)).toMatchObject({ ok: true, value: { task: { id: 502 } } });
  expect(core.focus.requests).toEqual(['new task', 'tasks']);
  expect(core.focus.tasks).toHaveLength(3);
});

it('says that there was no answer where the task is not there', async () => {
  const core = await connected();
  core.focus.faults.push('dropped');
  expect(await core.command(CREATE)).toEqual({ ok: false, error: { kind: 'no-answer' } });
  expect(core.focus.requests).toEqual(['new task', 'tasks']);
});

it('does not take an older task of the same name for the new one', async () => {
  const core = createCore();
  core.focus.tasks.push(focusTask(9, 'Write the report'));
  await core.connect();
  core.focus.faults.push('dropped');
  expect(await core.command(CREATE)).toMatchObject({ ok: false });
});

it('keeps favourites in the order they were pinned, those of Toggl Focus behind them', async () => {
  const core = createCore();
  core.focus.tasks.push({ ...focusTask(3, 'For everybody'), pinned: true }, focusTask(4, 'Mine'));
  await core.connect();
  await core.command({ type: 'task/pin', taskId: 4, pinned: true });
  await core.time.pass(1000);
  await core.command({ type: 'task/pin', taskId: 2, pinned: true });
  const names = (): string[] => core.snapshot().tasks.pinned.map(({ name }) => name);
  expect(names()).toEqual(['Mine', 'Review', 'For everybody']);
  await core.restart();
  expect(names()).toEqual(['Mine', 'Review', 'For everybody']);
  await core.command({ type: 'task/pin', taskId: 4, pinned: false });
  expect(names()).toEqual(['Review', 'For everybody']);
  expect(await core.command({ type: 'task/pin', taskId: 77, pinned: true })).toEqual({
    ok: false,
    error: { kind: 'unknown-task' },
  });
  expect(core.focus.requests).toEqual([]);
});

it('lists what is planned now first, then favourites, recents and the rest', async () => {
  const core = createCore();
  core.focus.tasks.push(focusTask(3, 'A rest'), focusTask(4, 'Planned'), focusTask(5, 'Pinned'));
  core.focus.timeBlocks = [
    {
      id: 9,
      startAt: at('07:30'),
      seconds: seconds(3600),
      taskId: 4,
      task: undefined,
      description: undefined,
      completedAt: undefined,
    },
  ];
  await core.connect();
  await core.command({ type: 'task/pin', taskId: 5, pinned: true });
  await core.command({ type: 'timer/start', taskId: 2 });
  const found = find(core, '').map(({ name, mark }) => [name, mark]);
  expect(found).toEqual([
    ['Planned', 'planned-now'],
    ['Pinned', 'pinned'],
    ['Review', 'recent'],
    ['A rest', undefined],
    ['Schema work', undefined],
  ]);
  const blocks = find(core, '').flatMap(({ timeBlockId }) => timeBlockId ?? []);
  expect(blocks).toEqual([9]);
  expect(find(core, 'schema')).toMatchObject([{ name: 'Schema work', mark: undefined }]);
});
