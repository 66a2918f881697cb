import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { fakeMain, type FakeMain, openPopup, type OpenPopup } from '../support/open-popup.ts';
import { migration, review, running, snapshot } from '../support/snapshots.ts';
import { workField } from '../support/work-and-task-fields.ts';

const timerCommands = (main: FakeMain) =>
  main.commands.filter(({ type }) => type.startsWith('timer/'));
const stop = () => screen.getByRole('button', { name: 'Stop timer' });
const next = { ...running, id: 'session-2', task: review } as typeof running;

const done = [
  { task: migration, description: 'second rehearsal' },
  { task: review, description: 'of Ada' },
];

async function switching(): Promise<OpenPopup> {
  const opened = await openPopup(snapshot({ timer: running }), fakeMain(undefined, [], done));
  await opened.user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('listbox');
  return opened;
}

test('Ctrl+K opens the field over what runs, which is still told, and Enter starts the next alone', async () => {
  const { main, user } = await switching();
  expect(document.activeElement).toBe(workField());
  within(screen.getByRole('timer').parentElement!).getByText('Migration dry run');
  await user.keyboard('Phone{Enter}');
  expect(timerCommands(main)).toEqual([{ type: 'timer/start', description: 'Phone' }]);
  await main.push(snapshot({ timer: next }));
  await waitFor(() => expect(document.activeElement).toBe(stop()));
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('A press on Switch and one on a row are enough, and what runs is not offered', async () => {
  const { main, user } = await openPopup(snapshot({ timer: running }), fakeMain([], [], done));
  await user.click(screen.getByRole('button', { name: 'Switch…' }));
  const options = await screen.findAllByRole('option');
  expect(options[0]?.textContent).toContain('Review pull requests of Ada');
  await user.click(options[0]!);
  expect(timerCommands(main)).toEqual([{ type: 'timer/start', taskId: 2, description: 'of Ada' }]);
});

test.for(['{Escape}', 'half{Escape}'])(
  'After %s what runs goes on, and the popup stays open',
  async (keys) => {
    const { main, user } = await switching();
    await user.keyboard(keys);
    await waitFor(() => expect(document.activeElement).toBe(stop()));
    expect(timerCommands(main)).toEqual([]);
    expect(main.commands.map(({ type }) => type)).not.toContain('popup/close');
  },
);

test('Cancel leads back too, and what was typed waits for the next time', async () => {
  const { user } = await switching();
  await user.keyboard('half{Shift>}{Tab}{/Shift}');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(document.activeElement).toBe(stop()));
  await user.keyboard('{Control>}k{/Control}');
  expect(workField().value).toBe('half');
});

test('A switch that fails says so, and what runs goes on below it', async () => {
  const { main, user } = await switching();
  main.answer('timer/start', { kind: 'storage-failed', detail: 'disk full' });
  await user.keyboard('Phone{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('disk full');
  expect(workField().value).toBe('Phone');
  screen.getByText('Migration dry run');
});

test('Where the timer is stopped meanwhile, the field is the one for the next start', async () => {
  const { main, user } = await switching();
  await user.keyboard('half');
  await main.push(snapshot());
  expect(workField().value).toBe('half');
  expect(document.activeElement).toBe(workField());
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
});
