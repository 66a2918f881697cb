import { screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { openPopup } from './open-popup.ts';
import { snapshot } from './snapshots.ts';

const task = () => screen.getByRole('combobox', { name: 'Task' });

test('Once something is chosen, "No task" stands before the tasks and Enter keeps the choice', async () => {
  const { user } = await openPopup(snapshot());
  await user.type(task(), 'rev');
  await screen.findByRole('option', { name: /Review/ });
  await user.keyboard('{Enter}{ArrowDown}');
  const options = await screen.findAllByRole('option');
  expect(options[0]?.textContent.trim()).toBe('No task');
  await user.keyboard('{Enter}');
  expect(task()).toHaveProperty('value', 'Review pull requests');
});

test('Tab goes on with the best match of what was typed', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.type(task(), 'rev');
  await screen.findByRole('option', { name: /Review/ });
  await user.tab();
  expect(task()).toHaveProperty('value', 'Review pull requests');
  await user.keyboard('for Ada{Enter}');
  expect(main.commands.at(-1)).toEqual({ type: 'timer/start', taskId: 2, description: 'for Ada' });
});

test.for(['{Tab}', '{Escape}'])(
  'After %s the field shows no text that chooses nothing',
  async (key) => {
    const { user } = await openPopup(snapshot());
    await user.type(task(), 'xyz');
    await screen.findByText('No task matches “xyz”.');
    await user.keyboard(key);
    await waitFor(() => {
      expect(task()).toHaveProperty('value', '');
    });
  },
);
