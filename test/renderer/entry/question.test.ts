import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { AlikeView } from '#contract';
import { openPopup } from '../support/open-popup.ts';
import { at, entry, snapshot, withEntries } from '../support/snapshots.ts';

const theirs: AlikeView = {
  serverId: 7,
  description: 'release notes',
  projectName: 'Platform',
  tagNames: ['deep', 'writing'],
  createdAt: at('11:41:00'),
};
const bare: AlikeView = { serverId: 8, tagNames: [] };

const inQuestion = (...alike: readonly AlikeView[]) =>
  withEntries([entry({ state: 'in-question', alike })]);

test('An entry in question says so, and what each is that it may be', async () => {
  await openPopup(inQuestion(theirs, bare, { serverId: 9, tagNames: ['deep'] }));
  screen.getByText(/may have this entry already/);
  screen.getByText('release notes');
  screen.getByText('Platform', { selector: 'li p' });
  screen.getByText('Tags: deep, writing');
  screen.getByText('Tag: deep');
  screen.getByText(/^Created .* 11:41$/);
  expect(screen.getAllByText('No description')).toHaveLength(2);
  screen.getByText('No tags');
  screen.getByRole('row', { name: /needs you/ });
});

test('Which of them it is can be said of each', async () => {
  const { main, user } = await openPopup(inQuestion(theirs, bare));
  await user.click(screen.getByRole('button', { name: 'It is this one: No description, No tags' }));
  expect(main.commands.at(-1)).toEqual({
    type: 'entry/identify',
    entryId: 'entry-1',
    serverId: 8,
  });
});

test('It can be none of them, and is then sent', async () => {
  const { main, user } = await openPopup(inQuestion(theirs, bare));
  await user.click(screen.getByRole('button', { name: /^None of these: send mine/ }));
  expect(main.commands.at(-1)).toEqual({
    type: 'entry/identify',
    entryId: 'entry-1',
    serverId: null,
  });
});

test('Keys say it too, where they leave no doubt which is meant', async () => {
  const { main, user } = await openPopup(inQuestion(theirs, bare));
  screen.getByRole('row', { name: /needs you/ }).focus();
  await user.keyboard('j');
  screen.getByText(/Choose which of them it is/);
  expect(main.commands.filter(({ type }) => type === 'entry/identify')).toEqual([]);
  await user.tab();
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^It is this one: release/);
  await main.push(inQuestion(theirs));
  screen.getByText('It is another: send mine');
  screen.getByRole('row', { name: /needs you/ }).focus();
  await user.keyboard('j');
  expect(main.commands.at(-1)).toMatchObject({ type: 'entry/identify', serverId: 7 });
  await user.keyboard('k');
  expect(main.commands.at(-1)).toMatchObject({ type: 'entry/identify', serverId: null });
});

test('It counts among what needs the person, and not among what can be sent again', async () => {
  const { sync } = snapshot();
  const { main, user } = await openPopup({
    ...inQuestion(theirs),
    sync: { ...sync, questions: 1 },
  });
  expect(screen.queryByRole('button', { name: /again$/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: '1 unclear: show it' }));
  expect(main.commands.at(-1)).toMatchObject({ type: 'show/needs-you' });
});
