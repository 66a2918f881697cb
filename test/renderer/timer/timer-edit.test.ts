import type { Instant } from '#contract';
import { screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FakeMain, openPopup, type OpenPopup } from '../support/open-popup.ts';
import { at, running, snapshot } from '../support/snapshots.ts';
import { workField } from '../support/work-and-task-fields.ts';

const lastCommand = (main: FakeMain) => main.commands.at(-1);
const start = () => screen.getByRole('textbox', { name: 'Started at' });
const editButton = () => screen.getByRole('button', { name: /, edit the task$/ });
const edits = (main: FakeMain) => main.commands.filter(({ type }) => type === 'timer/edit');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: at('14:55:00') });
});

afterEach(() => {
  vi.useRealTimers();
});

async function openEdit(): Promise<OpenPopup> {
  const opened = await openPopup(snapshot({ timer: running }));
  await opened.user.click(editButton());
  return opened;
}

async function typeStart({ user }: OpenPopup, text: string): Promise<void> {
  await user.clear(start());
  await user.type(start(), text);
}

test('The running timer is edited where it stands, beginning with its task', async () => {
  await openEdit();
  const task = screen.getByRole('combobox', { name: 'Task of the timer' });
  await waitFor(() => expect(document.activeElement).toBe(task));
  expect(task).toHaveProperty('value', 'Migration dry run');
  expect(screen.getByRole('textbox', { name: 'Description of the timer' })).toHaveProperty(
    'value',
    'second rehearsal',
  );
  expect(start()).toHaveProperty('value', '13:31');
  screen.getByRole('button', { name: 'Stop timer' });
});

test.for([
  [/second rehearsal, edit the description$/, 'Description of the timer'],
  [/^since 13:31, edit the start$/, 'Started at'],
] as const)('A press on %s leads to its field, and back', async ([word, field]) => {
  const { user } = await openPopup(snapshot({ timer: running }));
  await user.click(screen.getByRole('button', { name: word }));
  const input = screen.getByRole('textbox', { name: field });
  await waitFor(() => expect(document.activeElement).toBe(input));
  await user.keyboard('{Escape}');
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: word })),
  );
});

test('A timer without a description offers to add one', async () => {
  const { user } = await openPopup(
    snapshot({ timer: { ...running, description: undefined } as typeof running }),
  );
  await user.click(screen.getByRole('button', { name: 'Add a description' }));
  const field = screen.getByRole('textbox', { name: 'Description of the timer' });
  await waitFor(() => expect(document.activeElement).toBe(field));
});

test('Only what is different is sent, and the focus goes back to where the edit began', async () => {
  const opened = await openEdit();
  await typeStart(opened, '1310');
  screen.getByText('since 13:10');
  await opened.user.keyboard('{Enter}');
  expect(lastCommand(opened.main)).toEqual({ type: 'timer/edit', startAt: at('13:10:00') });
  await waitFor(() => expect(document.activeElement).toBe(editButton()));
});

test('Task and description are changed together', async () => {
  const { main, user } = await openEdit();
  const task = screen.getByRole('combobox', { name: 'Task of the timer' });
  await user.clear(task);
  await user.type(task, 'rev');
  await screen.findByRole('option', { name: /Review/ });
  await user.keyboard('{Enter}');
  const description = screen.getByRole('textbox', { name: 'Description of the timer' });
  await user.clear(description);
  await user.type(description, ' of Ada ');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(lastCommand(main)).toEqual({ type: 'timer/edit', taskId: 2, description: 'of Ada' });
});

test('"No task" takes the task away', async () => {
  const { main, user } = await openEdit();
  await user.click(screen.getByRole('combobox', { name: 'Task of the timer' }));
  await user.click(await screen.findByRole('option', { name: 'No task' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(lastCommand(main)).toEqual({ type: 'timer/edit', taskId: null });
});

test('A start of yesterday is named by its day', async () => {
  const opened = await openEdit();
  await typeStart(opened, '23:40 -1');
  await opened.user.click(screen.getByRole('button', { name: 'Save' }));
  expect(lastCommand(opened.main)).toEqual({
    type: 'timer/edit',
    startAt: (at('23:40:00') - 86_400_000) as Instant,
  });
});

test.for([
  ['15:30', 'In the future. For yesterday, write -1 behind it.'],
  ['half past', 'Write a time such as 9:15.'],
  ['9:00 -40', 'That is longer than 31 days ago.'],
] as const)(
  'A start such as "%s" is refused at once, in words, and not sent',
  async ([text, words]) => {
    const opened = await openEdit();
    await typeStart(opened, text);
    expect(screen.getByRole('alert').textContent).toBe(words);
    expect(start().getAttribute('aria-invalid')).toBe('true');
    await opened.user.keyboard('{Enter}');
    expect(edits(opened.main)).toEqual([]);
    expect(start()).toBeDefined();
  },
);

test('Saving what was not changed sends nothing', async () => {
  const { main, user } = await openEdit();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(edits(main)).toEqual([]);
  expect(screen.queryByRole('textbox', { name: 'Started at' })).toBeNull();
});

test('Escape leaves the timer as it was, and the popup open', async () => {
  const { main, user } = await openEdit();
  await user.type(screen.getByRole('textbox', { name: 'Description of the timer' }), ' of all');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('textbox', { name: 'Started at' })).toBeNull();
  screen.getByText('second rehearsal');
  expect(main.commands.map(({ type }) => type)).not.toContain('popup/close');
  await waitFor(() => expect(document.activeElement).toBe(editButton()));
});

test('A change that fails says why and keeps what was typed', async () => {
  const opened = await openEdit();
  opened.main.answer('timer/edit', { kind: 'storage-failed', detail: 'disk full' });
  await typeStart(opened, '13:00');
  await opened.user.keyboard('{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('disk full');
  expect(start()).toHaveProperty('value', '13:00');
});

test('A timer that was stopped meanwhile is no longer edited', async () => {
  const { main } = await openEdit();
  await main.push(snapshot());
  workField();
  await main.push(snapshot({ timer: { ...running, id: 'session-2' } as typeof running }));
  expect(screen.queryByRole('textbox', { name: 'Started at' })).toBeNull();
});

test('Ctrl+K while it is edited opens the tasks to choose from', async () => {
  const { user } = await openEdit();
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('listbox', { name: 'Task of the timer' });
});
