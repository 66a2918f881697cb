import type { TaskView } from '#contract';
import { screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { slowMain } from './entries-in-range.ts';
import { type FakeMain, openPopup } from './open-popup.ts';
import { review, snapshot } from './snapshots.ts';

const task = () => screen.getByRole('combobox', { name: 'Task' });
const lastCommand = (main: FakeMain) => main.commands.at(-1);
const triage: TaskView = { ...review, id: 3, name: 'Triage' };

test('A text that no task is called by offers to create one, and the new task is chosen', async () => {
  const { main, user } = await openPopup(snapshot());
  main.tell('task/create', { task: triage });
  await user.type(task(), 'Triage');
  const create = await screen.findByRole('option', { name: 'Create task “Triage”' });
  expect(screen.getAllByRole('option').at(-1)).toBe(create);
  await user.keyboard('{Enter}');
  expect(lastCommand(main)).toEqual({ type: 'task/create', name: 'Triage' });
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
  expect(task()).toHaveProperty('value', 'Triage');
  await user.click(screen.getByRole('button', { name: 'Start timer' }));
  expect(lastCommand(main)).toEqual({ type: 'timer/start', taskId: 3 });
});

test('What a task is called already is not created again', async () => {
  const { user } = await openPopup(snapshot());
  await user.type(task(), 'review PULL requests');
  await screen.findByRole('option', { name: /Review/ });
  expect(screen.queryByRole('option', { name: /Create/ })).toBeNull();
});

test('A task that could not be created says why and keeps its name in the field', async () => {
  const { main, user } = await openPopup(snapshot());
  main.answer('task/create', { kind: 'offline' });
  await user.type(task(), 'Triage');
  await screen.findByRole('option', { name: /Create/ });
  await user.keyboard('{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('offline');
  expect(task()).toHaveProperty('value', 'Triage');
  await user.tab();
  expect(task()).toHaveProperty('value', 'Triage');
  await user.type(task(), 's');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('Nothing is offered or taken before the list answers what was typed last', async () => {
  const { main, hold, answer } = slowMain([]);
  const { user } = await openPopup(snapshot(), main);
  await user.type(task(), 'rev');
  await screen.findByRole('option', { name: /Review/ });
  hold();
  await user.type(task(), 'x');
  expect(screen.queryByRole('option', { name: /Create/ })).toBeNull();
  answer();
  await screen.findByRole('option', { name: 'Create task “revx”' });
});

test('Escape gives up a name that could not be created, and leaves the popup open', async () => {
  const { main, user } = await openPopup(snapshot());
  main.answer('task/create', { kind: 'offline' });
  await user.type(task(), 'Triage');
  await screen.findByRole('option', { name: /Create/ });
  await user.keyboard('{Enter}');
  await screen.findByRole('alert');
  await user.keyboard('{Escape}');
  expect(task()).toHaveProperty('value', '');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(main.commands.map(({ type }) => type)).not.toContain('popup/close');
});

test('A task that is created too late does not take the place of what is typed by then', async () => {
  const { main, user } = await openPopup(snapshot());
  main.tell('task/create', { task: triage });
  const answer = main.holdBack('task/create');
  await user.type(task(), 'Triage');
  await screen.findByRole('option', { name: /Create/ });
  await user.keyboard('{Enter}');
  await user.type(task(), ' later');
  answer();
  await screen.findByRole('option', { name: 'Create task “Triage later”' });
  expect(task()).toHaveProperty('value', 'Triage later');
});
