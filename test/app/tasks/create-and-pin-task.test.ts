import { expect, it } from 'vitest';
import type { FoundTask } from '#contract';
import { accountId } from '../../../src-main/app/state/connection-and-live-state.ts';
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

/** Without the moment in which it is held. */
async function created(core: Core): Promise<unknown> {
  const result = core.command(CREATE);
  await core.command({ type: 'task/send-held' });
  return result;
}

it('creates a task, which from then on is found first', async () => {
  const core = await connected();
  const result = await created(core);
  expect(result).toMatchObject({ ok: true, value: { task: { name: 'Write the report' } } });
  expect(core.focus.requests).toEqual(['new task']);
  expect(find(core, '')[0]).toMatchObject({ name: 'Write the report', mark: 'recent' });
  expect(core.snapshot().tasks.count).toBe(3);
  expect(core.snapshot().recentTasks[0]).toMatchObject({ name: 'Write the report' });
});

const FOR_TIMER = { ...CREATE, forTimer: true } as const;

it('holds a task for the timer a moment, and gives it to what runs then', async () => {
  const core = await connected();
  await core.command({ type: 'timer/start', description: 'Write the report' });
  const created = core.command(FOR_TIMER);
  await core.time.pass(4_900);
  expect(core.focus.requests).toEqual([]);
  await core.time.pass(200);
  expect(await created).toMatchObject({ ok: true });
  expect(core.snapshot().timer).toMatchObject({
    task: { name: 'Write the report' },
    description: undefined,
  });
});

it('gives it to the entry that the timer has become, and leaves its other words', async () => {
  const core = await connected();
  await core.command({ type: 'timer/start', description: 'for Ada' });
  const created = core.command(FOR_TIMER);
  await core.time.pass(2_000);
  await core.command({ type: 'timer/stop' });
  await core.time.pass(60_000);
  expect(await created).toMatchObject({ ok: true });
  const [entry] = core.snapshot().today.entries;
  expect(entry).toMatchObject({ task: { name: 'Write the report' }, description: 'for Ada' });
});

it('holds one that nothing runs for as well, until somebody wants it sent', async () => {
  const core = await connected();
  const waiting = core.command(CREATE);
  await core.time.pass(4_900);
  expect(core.focus.requests).toEqual([]);
  await core.command({ type: 'task/send-held' });
  expect(await waiting).toMatchObject({ ok: true });
  expect(core.focus.requests).toEqual(['new task']);
  expect(await core.command({ type: 'task/send-held' })).toMatchObject({ ok: true });
});

it('sends nothing of one that is called off, and has nothing to call off then', async () => {
  const core = await connected();
  await core.command({ type: 'timer/start', description: 'Write the report' });
  const created = core.command(FOR_TIMER);
  await core.time.pass(1_000);
  expect(await core.command({ type: 'task/call-off' })).toMatchObject({ ok: true });
  expect(await created).toEqual({ ok: false, error: { kind: 'cancelled' } });
  await core.time.pass(60_000);
  expect(core.focus.tasks).toHaveLength(2);
  expect(core.snapshot().timer).toMatchObject({ description: 'Write the report' });
  expect(await core.command({ type: 'task/call-off' })).toMatchObject({
    error: { kind: 'nothing-to-undo' },
  });
});

it('leaves a task alone that the timer got meanwhile', async () => {
  const core = await connected();
  await core.command({ type: 'timer/start', description: 'Write the report' });
  const created = core.command(FOR_TIMER);
  await core.command({ type: 'timer/edit', taskId: 1 });
  await core.time.pass(6_000);
  expect(await created).toMatchObject({ ok: true });
  expect(core.snapshot().timer).toMatchObject({ task: { id: 1 } });
});

it('names the projects of the tasks, each once', async () => {
  const core = await connected();
  const orion = { projectId: 8, projectName: 'Orion' };
  core.store.putTasks(accountId({ kind: 'focus', organizationId: 1, workspaceId: 2 }), [
    { ...focusTask(7), ...orion },
    { ...focusTask(8), ...orion },
    { ...focusTask(9), projectId: 9, projectName: 'Atlas' },
  ]);
  const found = core.stint.search({ kind: 'projects' });
  expect(found).toMatchObject({
    value: [
      { id: 9, name: 'Atlas' },
      { id: 8, name: 'Orion' },
    ],
  });
});

it('finds an archived task last, and starts it where a person takes it all the same', async () => {
  const core = await connected();
  core.store.putTasks(accountId({ kind: 'focus', organizationId: 1, workspaceId: 2 }), [
    { ...focusTask(7, 'Task'), archived: true },
    { ...focusTask(8, 'Task of old'), done: true },
  ]);
  expect(find(core, 'task').slice(-2)).toMatchObject([
    { id: 8, done: true },
    { id: 7, archived: true },
  ]);
  expect(await core.command({ type: 'timer/start', taskId: 7 })).toMatchObject({ ok: true });
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
  expect(await created(core)).toEqual({
    ok: false,
    error: { kind: 'offline', cause: 'network' },
  });
  expect(await created(core)).toMatchObject({
    error: { kind: 'refused', reason: 'project is required' },
  });
  expect(core.focus.tasks).toHaveLength(2);
  expect(core.focus.requests).toEqual(['new task', 'new task']);
});

it('looks for a task whose creation was not answered before it says anything', async () => {
  const core = await connected();
  core.focus.faults.push('lost');
  expect(await created(core)).toMatchObject({ ok: true, value: { task: { id: 502 } } });
  expect(core.focus.requests).toEqual(['new task', 'tasks']);
  expect(core.focus.tasks).toHaveLength(3);
});

it('says that there was no answer where the task is not there', async () => {
  const core = await connected();
  core.focus.faults.push('dropped');
  expect(await created(core)).toEqual({ ok: false, error: { kind: 'no-answer' } });
  expect(core.focus.requests).toEqual(['new task', 'tasks']);
});

it('does not take an older task of the same name for the new one', async () => {
  const core = createCore();
  core.focus.tasks.push(focusTask(9, 'Write the report'));
  await core.connect();
  core.focus.faults.push('dropped');
  expect(await created(core)).toMatchObject({ ok: false });
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
