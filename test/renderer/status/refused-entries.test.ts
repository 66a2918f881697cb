import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { DeliveryView } from '#contract';
import { openPopup } from '../support/open-popup.ts';
import { entry, snapshot, withEntries } from '../support/snapshots.ts';

const refused: DeliveryView = {
  state: 'rejected',
  status: 422,
  reason: 'locked',
  delivered: false,
};

test('A refused entry can be sent again as it is', async () => {
  const { main, user } = await openPopup(withEntries([entry(refused)]));
  await user.click(screen.getByRole('button', { name: 'Send again Review pull requests' }));
  expect(main.commands.at(-1)).toEqual({ type: 'sync/again', entryIds: ['entry-1'] });
});

test.for([
  [1, 'Send it again'],
  [3, 'Send all 3 again'],
] as const)('Of %i refused entries all can be sent again: %s', async ([rejected, words]) => {
  const { main, user } = await openPopup(snapshot({ sync: { ...snapshot().sync, rejected } }));
  await user.click(screen.getByRole('button', { name: words }));
  expect(main.commands.at(-1)).toEqual({ type: 'sync/again' });
});

test('Nothing is offered to be sent again where nothing was refused', async () => {
  await openPopup(snapshot({ sync: { ...snapshot().sync, rejected: 0, conflicts: 1 } }));
  expect(screen.queryByRole('button', { name: /again$/ })).toBeNull();
});

test('What is held up on the way says so, and can be changed or tried at once', async () => {
  const held = entry({ state: 'blocked', status: 403 });
  const { main, user } = await openPopup(withEntries([held]));
  screen.getByText(/does not let it through \(HTTP 403\)/);
  screen.getByRole('button', { name: 'Mend Review pull requests' });
  await user.click(screen.getByRole('button', { name: 'Send again Review pull requests' }));
  expect(main.commands.at(-1)).toEqual({ type: 'sync/again', entryIds: ['entry-1'] });
});

test('What is held up by something that hides its status says so without one', async () => {
  await openPopup(withEntries([entry({ state: 'blocked', status: 0 })]));
  screen.getByText(/does not let it through\. It is kept here/);
});
