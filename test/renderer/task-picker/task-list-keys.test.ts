import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { slowMain } from '../support/entries-in-range.ts';
import { withMarks } from '../support/marked-tasks.ts';
import { type OpenPopup, taskNameIn } from '../support/open-popup.ts';
import { at, snapshot } from '../support/snapshots.ts';
import { addEntry, openAddForm, taskField } from '../support/work-and-task-fields.ts';

const task = taskField;

async function addingWithMarks(): Promise<OpenPopup> {
  const opened = await withMarks();
  await addEntry(opened);
  return opened;
}

test('Enter right after a letter takes what that letter finds, not what stood there before', async () => {
  const { main, hold, answer } = slowMain([]);
  const { user } = await openAddForm(snapshot(), main);
  await user.type(task(), 'r');
  await screen.findByRole('option', { name: /Migration/ });
  hold();
  await user.type(task(), 'ev{Enter}');
  expect(task()).toHaveProperty('value', 'rev');
  answer();
  answer();
  await waitFor(() => expect(task()).toHaveProperty('value', 'Review pull requests'));
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('The field names the row that stands out, and only that one is selected', async () => {
  const { user } = await addingWithMarks();
  expect(task().getAttribute('aria-expanded')).toBe('false');
  await user.click(task());
  await screen.findByRole('option', { name: /Triage/ });
  await user.keyboard('{ArrowUp}{ArrowUp}');
  const selected = screen.getByRole('option', { selected: true });
  expect(taskNameIn(selected)).toBe('Seat booking');
  expect(task().getAttribute('aria-activedescendant')).toBe(selected.id);
  expect(task().getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
  await user.hover(screen.getByRole('option', { name: /Triage/ }));
  expect(taskNameIn(screen.getByRole('option', { selected: true }))).toBe('Triage');
  expect(document.activeElement).toBe(task());
});

test('The arrows go round the ends, and a page stops at them', async () => {
  const { user } = await addingWithMarks();
  const current = () => taskNameIn(screen.getByRole('option', { selected: true }));
  await user.click(task());
  await screen.findByRole('option', { name: /Triage/ });
  await user.keyboard('{ArrowUp}');
  expect(current()).toBe('No task');
  await user.keyboard('{ArrowDown}');
  expect(current()).toBe('Migration dry run');
  await user.keyboard('{PageDown}');
  expect(current()).toBe('No task');
  await user.keyboard('{PageUp}');
  expect(current()).toBe('Migration dry run');
});

test('A row keeps standing out while the same tasks are read afresh', async () => {
  const { main, user } = await openAddForm();
  await user.click(task());
  await screen.findByRole('option', { name: /Review/ });
  await user.keyboard('{ArrowDown}');
  const before = main.searches.length;
  await main.push(snapshot({ tasks: { count: 2, readAt: at('13:59:00'), pinned: [] } }));
  await waitFor(() => expect(main.searches.length).toBe(before + 1));
  await user.keyboard('{Enter}');
  expect(task()).toHaveProperty('value', 'Review pull requests');
});

test('Enter and Escape that an input method takes for a word choose and close nothing', async () => {
  const { user } = await openAddForm();
  await user.type(task(), 'rev');
  await screen.findByRole('option', { name: /Review/ });
  for (const key of ['Enter', 'Escape', 'ArrowDown']) {
    await fireEvent.keyDown(task(), { key, isComposing: true });
  }
  expect(task()).toHaveProperty('value', 'rev');
  await user.keyboard('{Enter}');
  expect(task()).toHaveProperty('value', 'Review pull requests');
});

test('The chevron opens and closes the list and leaves the focus in the field', async () => {
  const { user } = await openAddForm();
  const chevron = screen.getByRole('button', { name: 'Show tasks' });
  await user.click(chevron);
  await screen.findByRole('listbox');
  expect(document.activeElement).toBe(task());
  await user.click(chevron);
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(document.activeElement).toBe(task());
});
