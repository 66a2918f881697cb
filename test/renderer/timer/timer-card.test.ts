import { screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { openPopup } from '../support/open-popup.ts';
import { running, snapshot } from '../support/snapshots.ts';
import { workField } from '../support/work-and-task-fields.ts';

const stop = () => screen.getByRole('button', { name: 'Stop timer' });

test('An idle popup puts the focus on the field and leaves its list closed', async () => {
  const { main } = await openPopup(snapshot());
  expect(document.activeElement).toBe(workField());
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(main.searches).toEqual([]);
});

test('A running popup puts the focus on Stop and shows task, project and description', async () => {
  await openPopup(snapshot({ timer: running }));
  expect(document.activeElement).toBe(stop());
  const card = within(screen.getByRole('form', { name: 'Timer' }));
  card.getByText('Migration dry run');
  expect(card.getByText('Orion').title).toBe('Orion, Acme');
  card.getByText('second rehearsal');
  card.getByText('since 13:31');
  expect(card.queryByRole('combobox')).toBeNull();
});

test('A session without a task is called by what it is', async () => {
  await openPopup(
    snapshot({ timer: { ...running, task: undefined, description: 'Phone' } as typeof running }),
  );
  expect(screen.getByRole('heading', { level: 2, name: /^Phone/ })).toBeDefined();
  screen.getByText('No task');
});

test('The focus moves to Stop once a start with Enter has taken the field away', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.type(workField(), 'Phone{Enter}');
  await main.push(snapshot({ timer: running }));
  expect(document.activeElement).toBe(stop());
});

test('Stop is sent once, however often it is pressed before the answer', async () => {
  const { main, user } = await openPopup(snapshot({ timer: running }));
  const answer = main.whyPaused('timer/stop');
  await user.click(stop());
  await user.click(stop());
  answer();
  expect(main.commands.filter(({ type }) => type === 'timer/stop')).toHaveLength(1);
});

test('The field is empty again after a session that was started from it', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.type(workField(), 'Phone{Enter}');
  await main.push(snapshot({ timer: running }));
  await main.push(snapshot());
  expect(workField().value).toBe('');
});

test('Enter that is held down presses Stop or Start once', async () => {
  const { main } = await openPopup(snapshot({ timer: running }));
  const held = new KeyboardEvent('keydown', {
    key: 'Enter',
    repeat: true,
    bubbles: true,
    cancelable: true,
  });
  stop().dispatchEvent(held);
  expect(held.defaultPrevented).toBe(true);
  expect(main.commands.map(({ type }) => type)).not.toContain('timer/stop');
});
