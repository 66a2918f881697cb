import type { TaskView } from '#contract';
import { screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { type FakeMain, openPopup } from '../support/open-popup.ts';
import { review, snapshot } from '../support/snapshots.ts';
import { workField } from '../support/work-and-task-fields.ts';

const CREATE = '{Control>}{Enter}{/Control}';
const triage: TaskView = { ...review, id: 3, name: 'Triage' };

const asked = (main: FakeMain) => main.commands.filter(({ type }) => /^(timer|task)\//.test(type));

test('Ctrl+Enter asks for the project of the new task; Enter starts at once, under its name until it is there', async () => {
  const { main, user } = await openPopup(snapshot());
  main.tell('task/create', { task: triage });
  await user.type(workField(), 'Triage');
  await screen.findByRole('option', { name: /Create task “Triage”/ });
  await user.keyboard(CREATE);
  const projects = await screen.findByRole('group', { name: 'Project of the new task “Triage”' });
  await screen.findByRole('option', { name: /Platform/ });
  expect(projects.querySelector('[aria-selected=true]')?.textContent).toContain('No project');
  expect(asked(main)).toEqual([]);
  await user.keyboard('{ArrowDown}{Enter}');
  expect(asked(main)).toEqual([
    { type: 'timer/start', description: 'Triage' },
    { type: 'task/create', name: 'Triage', projectId: 8, forTimer: true },
  ]);
  expect(workField().value).toBe('');
});

test('A click does too, with the words before an @ as the description, and in no project', async () => {
  const { main, user } = await openPopup(snapshot());
  main.tell('task/create', { task: triage });
  await user.type(workField(), 'of mails @Triage');
  await user.click(await screen.findByRole('option', { name: /Create task “Triage”/ }));
  await user.click(await screen.findByRole('option', { name: /No project/ }));
  expect(asked(main)).toEqual([
    { type: 'timer/start', description: 'of mails' },
    { type: 'task/create', name: 'Triage', forTimer: true },
  ]);
});

test('Escape leads from the projects back to what was found, and typing too', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.type(workField(), 'Triage');
  await screen.findByRole('option', { name: /Create/ });
  for (const back of ['{Escape}', 's']) {
    await user.keyboard(CREATE);
    await screen.findByRole('option', { name: /No project/ });
    await user.keyboard(back);
    await screen.findByRole('option', { name: /Create/ });
    expect(screen.queryByRole('option', { name: /No project/ })).toBeNull();
  }
  expect(asked(main)).toEqual([]);
});

test('A new task can be called off while it is held, which is no failure', async () => {
  const { main, user } = await openPopup(snapshot());
  const answer = main.whyPaused('task/create');
  main.answer('task/create', { kind: 'cancelled' });
  await user.type(workField(), 'Triage');
  await screen.findByRole('option', { name: /Create/ });
  await user.keyboard(CREATE);
  await screen.findByRole('option', { name: /Platform/ });
  await user.keyboard('{Enter}');
  await screen.findByText('Creating task “Triage”.');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(asked(main).at(-1)).toEqual({ type: 'task/call-off' });
  answer();
  await waitFor(() => expect(screen.queryByText('Creating task “Triage”.')).toBeNull());
  expect(screen.queryByRole('alert')).toBeNull();
});

test('What a task is called already is not created again', async () => {
  const { user } = await openPopup(snapshot());
  await user.type(workField(), 'review PULL requests');
  await screen.findByRole('option', { name: /^Review/ });
  expect(screen.queryByRole('option', { name: /Create/ })).toBeNull();
});

test('A task that could not be created says why, and the timer runs on under its name', async () => {
  const { main, user } = await openPopup(snapshot());
  main.answer('task/create', { kind: 'offline', cause: 'network' });
  await user.type(workField(), 'Triage');
  await screen.findByRole('option', { name: /Create/ });
  await user.keyboard(CREATE);
  await screen.findByRole('option', { name: /Platform/ });
  await user.keyboard('{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('offline');
  expect(asked(main)[0]).toEqual({ type: 'timer/start', description: 'Triage' });
  await user.type(workField(), 's');
  expect(screen.queryByRole('alert')).toBeNull();
});

test.for(['{Enter}', '{ArrowUp}{Enter}', '{PageDown}{Enter}', '{Tab}{Enter}'])(
  'No way of %s creates a task',
  async (keys) => {
    const { main, user } = await openPopup(snapshot());
    await user.type(workField(), 'Triage');
    await user.hover(await screen.findByRole('option', { name: /Create/ }));
    await user.keyboard(keys);
    expect(asked(main)).toEqual([{ type: 'timer/start', description: 'Triage' }]);
  },
);
