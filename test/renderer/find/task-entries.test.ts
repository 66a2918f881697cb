import type { Seconds, Snapshot, TaskEntriesView } from '#contract';
import { screen } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { yearOf } from '../support/entries-in-range.ts';
import { fakeMain, type FakeMain, openPopup } from '../support/open-popup.ts';
import { at, migration, snapshot } from '../support/snapshots.ts';

const lastCommand = (main: FakeMain) => main.commands.at(-1);

const dryRun: TaskEntriesView = {
  task: migration,
  count: 300,
  trackedSeconds: 540_000 as Seconds,
  nextPage: 2,
};

function ofTask(entries: Partial<TaskEntriesView> = {}, changes: Partial<Snapshot> = {}): Snapshot {
  return snapshot({ shown: { kind: 'task', entries: { ...dryRun, ...entries } }, ...changes });
}

// Nothing has a size without a layout.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(480);
});

test('A task is shown with its project, its sum and its entries', async () => {
  const { main, user } = await openPopup(ofTask(), fakeMain(undefined, yearOf(300)));
  screen.getByRole('heading', { name: 'Migration dry run' });
  screen.getByText('Orion, Acme');
  await screen.findByText('300 entries, 150 h 0 min');
  await user.click(await screen.findByText('Work 2'));
  expect(lastCommand(main)).toEqual({ type: 'show/day', at: at('10:00:00') });
  expect(main.searches).toEqual([{ kind: 'entries', text: '', offset: 0, count: 100 }]);
});

test('Its next page is read when asked for, and no button is there after the last one', async () => {
  const { main, user } = await openPopup(ofTask(), fakeMain(undefined, yearOf(300)));
  await user.click(screen.getByRole('button', { name: 'Next 100 (page 2)' }));
  expect(lastCommand(main)).toEqual({ type: 'read/page' });
  await main.push(ofTask({ nextPage: undefined }));
  expect(screen.queryByRole('button', { name: /100/ })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Read all' })).toBeNull();
});

test('A timer is started with it, and shown', async () => {
  const { main, user } = await openPopup(ofTask());
  await user.click(screen.getByRole('button', { name: 'Start timer' }));
  expect(main.commands.slice(-2)).toEqual([
    { type: 'timer/start', taskId: 1 },
    { type: 'show/today' },
  ]);
});

test('A start that fails says why and stays where it is', async () => {
  const { main, user } = await openPopup(ofTask());
  main.answer('timer/start', { kind: 'storage-failed', detail: 'disk full' });
  await user.click(screen.getByRole('button', { name: 'Start timer' }));
  expect((await screen.findByRole('alert')).textContent).toContain('disk full');
  expect(lastCommand(main)).toEqual({ type: 'timer/start', taskId: 1 });
});

test('It is pinned, and unpinned once it is a favourite', async () => {
  const { main, user } = await openPopup(ofTask());
  await user.click(screen.getByRole('button', { name: 'Pin' }));
  expect(lastCommand(main)).toEqual({ type: 'task/pin', taskId: 1, pinned: true });
  const tasks = { ...snapshot().tasks, pinned: [migration] };
  await main.push(ofTask({}, { tasks }));
  await user.click(screen.getByRole('button', { name: 'Unpin' }));
  expect(lastCommand(main)).toEqual({ type: 'task/pin', taskId: 1, pinned: false });
});

test('A task without known entries offers to read them', async () => {
  await openPopup(ofTask({ count: 0, trackedSeconds: 0 as Seconds, nextPage: 1 }));
  screen.getByText('No entries of this task are known here.');
  screen.getByRole('button', { name: 'Read 100 from Toggl' });
});

test('Back leads to today', async () => {
  const { main, user } = await openPopup(ofTask());
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(lastCommand(main)).toEqual({ type: 'show/today' });
});
