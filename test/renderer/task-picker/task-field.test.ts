import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { type FakeMain, openPopup, type OpenPopup, taskNameIn } from '../support/open-popup.ts';
import { withMarks } from '../support/marked-tasks.ts';
import { running, snapshot } from '../support/snapshots.ts';
import {
  addEntry,
  descriptionField,
  openAddForm,
  taskField,
} from '../support/work-and-task-fields.ts';

const task = taskField;
const lastCommand = (main: FakeMain) => main.commands.at(-1);

async function addingWithMarks(): Promise<OpenPopup> {
  const opened = await withMarks();
  await addEntry(opened);
  return opened;
}

test('Once something is chosen, "No task" stands before the tasks and Enter keeps the choice', async () => {
  const { user } = await openAddForm();
  await user.type(task(), 'rev');
  await screen.findByRole('option', { name: /Review/ });
  await user.keyboard('{Enter}{ArrowDown}');
  const options = await screen.findAllByRole('option');
  expect(options.map(taskNameIn)[0]).toBe('No task');
  await user.keyboard('{Enter}');
  expect(task()).toHaveProperty('value', 'Review pull requests');
});

test('Tab goes on with the best match of what was typed', async () => {
  const { main, user } = await openAddForm();
  await user.type(task(), 'rev');
  await screen.findByRole('option', { name: /Review/ });
  await user.tab();
  expect(task()).toHaveProperty('value', 'Review pull requests');
  await user.keyboard('for Ada{Enter}');
  expect(lastCommand(main)).toMatchObject({ type: 'entry/add', taskId: 2, description: 'for Ada' });
});

test('A click on Save goes on with the best match of what was typed', async () => {
  const { main, user } = await openAddForm();
  await user.type(task(), 'rev');
  await screen.findByRole('option', { name: /Review/ });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(lastCommand(main)).toMatchObject({ type: 'entry/add', taskId: 2 });
});

test('A click elsewhere goes on with the row that was reached by the arrows', async () => {
  const { user } = await openAddForm();
  await user.type(task(), 'r');
  await screen.findByRole('option', { name: /Review/ });
  await user.keyboard('{ArrowDown}');
  await user.click(descriptionField());
  expect(task()).toHaveProperty('value', 'Review pull requests');
});

test.for(['{Tab}', '{Escape}'])(
  'After %s the field shows no text that chooses nothing, and nothing is created',
  async (key) => {
    const { main, user } = await openAddForm();
    await user.type(task(), 'xyz');
    await screen.findByText('No task matches “xyz”.');
    await user.keyboard(key);
    await waitFor(() => {
      expect(task()).toHaveProperty('value', '');
    });
    expect(main.commands.map(({ type }) => type)).not.toContain('task/create');
  },
);

test('Tasks stand in groups that say why, and a text finds across them', async () => {
  const { user } = await addingWithMarks();
  await user.click(task());
  await screen.findByRole('group', { name: 'Favourites' });
  const groups = within(screen.getByRole('listbox')).getAllByRole('group');
  expect(groups.map((group) => within(group).getAllByRole('option').map(taskNameIn))).toEqual([
    ['Migration dry run'],
    ['Review pull requests'],
    ['Triage'],
    ['Seat booking'],
  ]);
  screen.getByRole('group', { name: 'Planned now, until 15:30' });
  screen.getByRole('group', { name: 'Favourites' });
  screen.getByRole('group', { name: 'Recent' });
  const others = screen.getByRole('group', { name: 'Others' });
  within(others).getByText('done');
  expect(screen.getAllByText('done')).toHaveLength(1);
  await user.type(task(), 'r');
  await waitFor(() => expect(within(screen.getByRole('listbox')).queryByRole('group')).toBeNull());
});

test('Alt+P pins the row that stands out, and unpins a favourite', async () => {
  const { main, user } = await addingWithMarks();
  await user.click(task());
  await screen.findByRole('option', { name: /Migration/ });
  await user.keyboard('{Alt>}p{/Alt}');
  expect(lastCommand(main)).toEqual({ type: 'task/pin', taskId: 1, pinned: true });
  await user.keyboard('{ArrowDown}{Alt>}p{/Alt}');
  expect(lastCommand(main)).toEqual({ type: 'task/pin', taskId: 2, pinned: false });
  expect(screen.getByRole('listbox')).toBeDefined();
  expect(task()).toHaveProperty('value', '');
});

test('A press on Pin pins the row and chooses nothing', async () => {
  const { main, user } = await addingWithMarks();
  await user.click(task());
  await user.hover(await screen.findByRole('option', { name: /Triage/ }));
  await user.click(await screen.findByText('Pin'));
  expect(lastCommand(main)).toEqual({ type: 'task/pin', taskId: 3, pinned: true });
  expect(task()).toHaveProperty('value', '');
});

test('The list says how old the tasks are and reads them afresh', async () => {
  const { main, user } = await addingWithMarks();
  await user.click(task());
  await screen.findByText(/^Tasks read /);
  const refresh = screen.getAllByRole('button', { name: 'Refresh' })[0];
  if (refresh !== undefined) await user.click(refresh);
  expect(lastCommand(main)).toEqual({ type: 'sync/now' });
});

test.for(['{Control>}e{/Control}', '{Alt>}t{/Alt}'])(
  'A shortcut such as %s leaves the list closed',
  async (keys) => {
    const { user } = await openAddForm();
    await user.keyboard(keys);
    expect(screen.queryByRole('listbox')).toBeNull();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await screen.findByRole('listbox');
  },
);

test('Escape gives up what was typed, and chooses nothing', async () => {
  const { user } = await openAddForm();
  await user.type(task(), 'rev');
  await screen.findByRole('option', { name: /Review/ });
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
  expect(task()).toHaveProperty('value', '');
});

test('The running timer keeps its task while another one is only being typed', async () => {
  const { main, user } = await openPopup(snapshot({ timer: running }));
  await user.click(screen.getByRole('button', { name: /, edit the task$/ }));
  await user.type(screen.getByRole('combobox', { name: 'Task of the timer' }), 'x');
  await screen.findByText(/No task matches/);
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(main.commands.map(({ type }) => type)).not.toContain('timer/edit');
});
