import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { openPopup } from '../support/open-popup.ts';
import { snapshot } from '../support/snapshots.ts';
import { workField } from '../support/work-and-task-fields.ts';

test('The one line keeps the breaks of what is pasted and typed, and offers no task of several lines', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.click(workField());
  await user.paste('one\r\n  two\n');
  await user.keyboard('{Shift>}{Enter}{/Shift}three');
  expect(workField().value).toBe('one ↵ two ↵ three');
  await screen.findByRole('option', { name: /Start “one ↵ two ↵ three”/ });
  expect(screen.queryByRole('option', { name: /Create/ })).toBeNull();
  await user.keyboard('{Enter}');
  expect(main.commands.at(-1)).toEqual({ type: 'timer/start', description: 'one\ntwo\nthree' });
});

test('What has no break is pasted as ever', async () => {
  const { user } = await openPopup(snapshot());
  await user.click(workField());
  await user.paste('one line');
  expect(workField().value).toBe('one line');
});
