import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { openPopup } from '../support/open-popup.ts';
import { at, DAY, day, entry, snapshot } from '../support/snapshots.ts';

const sent = { state: 'delivered' } as const;

test('A day of which not all is listed says so, and leads to the list of all', async () => {
  const { main, user } = await openPopup(
    snapshot({ today: day([entry(sent)], { notListed: 19_520 }) }),
  );
  screen.getByText(/19520 earlier entries are not shown here/);
  await user.click(screen.getByRole('button', { name: 'Show all as a list' }));
  expect(main.commands).toContainEqual({
    type: 'show/range',
    fromAt: at('00:00:00'),
    toAt: at('00:00:00') + DAY,
  });
});

test('A day with a single entry more says so', async () => {
  await openPopup(snapshot({ today: day([entry(sent)], { notListed: 1 }) }));
  screen.getByText(/1 earlier entry is not shown here/);
});
