import type { TaskView } from '#contract';
import { screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { slowMain } from '../support/entries-in-range.ts';
import { type FakeMain } from '../support/open-popup.ts';
import { review, snapshot } from '../support/snapshots.ts';
import { descriptionField, openAddForm, taskField } from '../support/work-and-task-fields.ts';

const task = taskField;
const lastCommand = (main: FakeMain) => main.commands.at(-1);
const ASK = '{Control>}{Enter}{/Control}';
/** In no project. */
const CREATE = `${ASK}{Enter}`;
const triage: TaskView = { ...review, id: 3, name: 'Triage' };

test('A text that no task is called by offers to create one, and the new task is chosen', async () => {
  const { main, user } = await openAddForm();
  main.tell('task/create', { task: triage });
  await user.type(task(), 'Triage');
  const create = await screen.findByRole('option', { name: /Create task “Triage”/ });
  expect(screen.getAllByRole('option').at(-1)).toBe(create);
  await user.keyboard(CREATE);
  expect(lastCommand(main)).toEqual({ type: 'task/create', name: 'Triage' });
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
  expect(task()).toHaveProperty('value', 'Triage');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(lastCommand(main)).toMatchObject({ type: 'entry/add', taskId: 3 });
});

/** Types a new name and creates it; it is held until the returned function is called. */
async function held(): Promise<Awaited<ReturnType<typeof openAddForm>> & { answer: () => void }> {
  const form = await openAddForm();
  form.main.tell('task/create', { task: triage });
  const answer = form.main.whyPaused('task/create');
  await form.user.type(task(), 'Triage');
  await screen.findByRole('option', { name: /Create/ });
  await form.user.keyboard(CREATE);
  await screen.findByText('Creating task “Triage”.');
  return { ...form, answer };
}

test('A new task of a form can be called off while it is held, and its name mended', async () => {
  const { main, user, answer } = await held();
  main.answer('task/create', { kind: 'cancelled' });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(lastCommand(main)).toEqual({ type: 'task/call-off' });
  answer();
  await waitFor(() => expect(screen.queryByText('Creating task “Triage”.')).toBeNull());
  expect(screen.queryByRole('alert')).toBeNull();
  expect(document.activeElement).toBe(task());
  expect(task()).toHaveProperty('value', 'Triage');
});

test('Whoever saves the form meanwhile wants the new task as well', async () => {
  const { main, user, answer } = await held();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(lastCommand(main)).toEqual({ type: 'task/send-held' });
  answer();
  await waitFor(() => expect(lastCommand(main)).toMatchObject({ type: 'entry/add', taskId: 3 }));
  expect(main.commands.filter(({ type }) => type === 'entry/add')).toHaveLength(1);
});

test('A form whose new task could not be created is not saved without it', async () => {
  const { main, user, answer } = await held();
  main.answer('task/create', { kind: 'offline', cause: 'network' });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  answer();
  expect((await screen.findByRole('alert')).textContent).toContain('offline');
  expect(main.commands.map(({ type }) => type)).not.toContain('entry/add');
});

test.for(['Cancel', 'Escape'])('Who leaves the form by %s calls it off', async (way) => {
  const { main, user } = await held();
  if (way === 'Cancel') await user.click(screen.getByRole('button', { name: 'Cancel' }));
  else await user.keyboard('{Escape}');
  expect(main.commands.map(({ type }) => type)).toContain('task/call-off');
});

test('What a task is called already is not created again', async () => {
  const { user } = await openAddForm();
  await user.type(task(), 'review PULL requests');
  await screen.findByRole('option', { name: /Review/ });
  expect(screen.queryByRole('option', { name: /Create/ })).toBeNull();
});

test('A task that could not be created says why and keeps its name in the field', async () => {
  const { main, user } = await openAddForm();
  main.answer('task/create', { kind: 'offline', cause: 'network' });
  await user.type(task(), 'Triage');
  await screen.findByRole('option', { name: /Create/ });
  await user.keyboard(CREATE);
  expect((await screen.findByRole('alert')).textContent).toContain('offline');
  expect(task()).toHaveProperty('value', 'Triage');
  await user.tab();
  expect(task()).toHaveProperty('value', 'Triage');
  await user.type(task(), 's');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('Nothing is offered or taken before the list answers what was typed last', async () => {
  const { main, hold, answer } = slowMain([]);
  const { user } = await openAddForm(snapshot(), main);
  await user.type(task(), 'rev');
  await screen.findByRole('option', { name: /Review/ });
  hold();
  await user.type(task(), 'x');
  expect(screen.queryByRole('option', { name: /Create/ })).toBeNull();
  answer();
  await screen.findByRole('option', { name: /Create task “revx”/ });
});

test('Escape gives up a name that could not be created, and leaves the popup open', async () => {
  const { main, user } = await openAddForm();
  main.answer('task/create', { kind: 'offline', cause: 'network' });
  await user.type(task(), 'Triage');
  await screen.findByRole('option', { name: /Create/ });
  await user.keyboard(CREATE);
  await screen.findByRole('alert');
  await user.keyboard('{Escape}');
  expect(task()).toHaveProperty('value', '');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(main.commands.map(({ type }) => type)).not.toContain('popup/close');
});

test('A task that is created too late does not take the place of what is typed by then', async () => {
  const { main, user } = await openAddForm();
  main.tell('task/create', { task: triage });
  const answer = main.whyPaused('task/create');
  await user.type(task(), 'Triage');
  await screen.findByRole('option', { name: /Create/ });
  await user.keyboard(CREATE);
  await user.type(task(), ' later');
  answer();
  await screen.findByRole('option', { name: /Create task “Triage later”/ });
  expect(task()).toHaveProperty('value', 'Triage later');
});

test.for(['{ArrowDown}{Enter}', '{ArrowUp}{Enter}', '{PageDown}{Enter}', '{Enter}{Tab}', '{Tab}'])(
  'No way of %s creates a task',
  async (keys) => {
    const { main, user } = await openAddForm();
    await user.type(task(), 'Triage');
    await user.hover(await screen.findByRole('option', { name: /Create/ }));
    await user.keyboard(keys);
    expect(main.commands.map(({ type }) => type)).not.toContain('task/create');
  },
);

test('A click on the offer and on a project creates the task', async () => {
  const { main, user } = await openAddForm();
  await user.type(task(), 'Triage');
  await user.click(await screen.findByRole('option', { name: /Create/ }));
  await user.click(await screen.findByRole('option', { name: /Platform/ }));
  expect(lastCommand(main)).toEqual({ type: 'task/create', name: 'Triage', projectId: 9 });
});

test('The name of a chosen task is never made into another, wherever the caret stands in it', async () => {
  const { user } = await openAddForm();
  await user.type(task(), 'rev');
  await screen.findByRole('option', { name: /Review/ });
  await user.keyboard('{Enter}');
  task().setSelectionRange(3, 3);
  await user.keyboard('m');
  expect(task()).toHaveProperty('value', 'm');
});

test('What is typed over a chosen task takes its place', async () => {
  const { main, user } = await openAddForm();
  await user.type(task(), 'rev');
  await screen.findByRole('option', { name: /Review/ });
  await user.keyboard('{Enter}');
  await user.keyboard('m');
  expect(task()).toHaveProperty('value', 'm');
  await user.keyboard('{Escape}');
  await user.click(descriptionField());
  await user.tab({ shift: true });
  await user.keyboard('mig');
  expect(task()).toHaveProperty('value', 'mig');
  expect(main.commands.map(({ type }) => type)).not.toContain('task/create');
});
