import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { openPopup, type OpenPopup } from '../support/open-popup.ts';
import { snapshot } from '../support/snapshots.ts';

async function openHelp(part: string): Promise<OpenPopup> {
  const popup = await openPopup(snapshot());
  await popup.user.click(screen.getByRole('button', { name: 'Settings' }));
  popup.main.tell('help/news', { news: ['The day: a timeline.', 'A click.'] });
  const summary = screen.getByText(part);
  await popup.user.click(summary);
  return popup;
}

test('What is new is read from main when it is opened', async () => {
  const { main } = await openHelp('What is new');
  await screen.findByText('The day: a timeline.');
  screen.getByText('A click.');
  expect(main.commands.at(-1)).toEqual({ type: 'help/news' });
});

test('A report is saved where the person chooses, and nothing is said of one that was called off', async () => {
  const { main, user } = await openHelp('Report a problem');
  screen.getByText(/nothing is sent/);
  const save = screen.getByRole('button', { name: 'Save the file…' });
  main.tell('help/save-report', { report: '/home/ada/stint-report.txt' });
  await user.click(save);
  await screen.findByText('Saved as /home/ada/stint-report.txt.');
  main.tell('help/save-report', { report: undefined });
  await user.click(save);
  expect(screen.queryByText(/^Saved as/)).toBeNull();
});

test('A report that cannot be written says why', async () => {
  const { main, user } = await openHelp('Report a problem');
  main.answer('help/save-report', { kind: 'file-failed', detail: 'full' });
  await user.click(screen.getByRole('button', { name: 'Save the file…' }));
  expect((await screen.findByRole('alert')).textContent).toContain('full');
});

test('The log is a folder that main opens', async () => {
  const { main, user } = await openHelp('Report a problem');
  await user.click(screen.getByRole('button', { name: 'Open the log' }));
  expect(main.commands.at(-1)).toEqual({ type: 'help/open-log' });
});

test('Keys, and which Stint this is, are told', async () => {
  const { user } = await openHelp('What is new');
  screen.getByText(/^Stint \d+\.\d+\.\d+$/);
  await user.click(screen.getByRole('button', { name: /^Keys/ }));
  await screen.findByRole('dialog', { name: 'Keys' });
});
