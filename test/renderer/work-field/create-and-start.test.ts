import type { TaskView } from '#contract';
import { screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { type FakeMain, openPopup } from '../support/open-popup.ts';
import { review, snapshot } from '../support/snapshots.ts';
import { workField } from '../support/work-and-task-fields.ts';

const CREATE = '{Control>}{Enter}{/Control}';
const triage: TaskView = { ...review, id: 3, name: 'Triage' };

const asked = (main: FakeMain) => main.commands.filter(({ type }) => /^(timer|task)\//.test(type));

test('Ctrl+Enter creates the task that is typed, and starts on it', async () => {
  const { main, user } = await openPopup(snapshot());
  main.tell('task/create', { task: triage });
  await user.type(workField(), 'Triage');
  await screen.findByRole('option', { name: /Create task “Triage”/ });
  await user.keyboard(CREATE);
  await waitFor(() =>
    expect(asked(main)).toEqual([
      { type: 'task/create', name: 'Triage' },
      { type: 'timer/start', taskId: 3 },
    ]),
  );
  await waitFor(() => expect(workField().value).toBe(''));
});

test('A click does too, with the words before an @ as the description', async () => {
  const { main, user } = await openPopup(snapshot());
  main.tell('task/create', { task: triage });
  await user.type(workField(), 'of mails @Triage');
  await user.click(await screen.findByRole('option', { name: /Create task “Triage”/ }));
  await waitFor(() =>
    expect(asked(main)).toEqual([
      { type: 'task/create', name: 'Triage' },
      { type: 'timer/start', taskId: 3, description: 'of mails' },
    ]),
  );
});

test('What a task is called already is not created again', async () => {
  const { user } = await openPopup(snapshot());
  await user.type(workField(), 'review PULL requests');
  await screen.findByRole('option', { name: /^Review/ });
  expect(screen.queryByRole('option', { name: /Create/ })).toBeNull();
});

test('A task that could not be created says why, keeps its name and starts nothing', async () => {
  const { main, user } = await openPopup(snapshot());
  main.answer('task/create', { kind: 'offline', cause: 'network' });
  await user.type(workField(), 'Triage');
  await screen.findByRole('option', { name: /Create/ });
  await user.keyboard(CREATE);
  expect((await screen.findByRole('alert')).textContent).toContain('offline');
  expect(workField().value).toBe('Triage');
  expect(asked(main)).toHaveLength(1);
  await user.type(workField(), 's');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('A task that is created too late starts nothing over what is typed by then', async () => {
  const { main, user } = await openPopup(snapshot());
  main.tell('task/create', { task: triage });
  const answer = main.whyPaused('task/create');
  await user.type(workField(), 'Triage');
  await screen.findByRole('option', { name: /Create/ });
  await user.keyboard(CREATE);
  await user.type(workField(), ' later');
  answer();
  await screen.findByRole('option', { name: /Create task “Triage later”/ });
  expect(asked(main)).toEqual([{ type: 'task/create', name: 'Triage' }]);
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
