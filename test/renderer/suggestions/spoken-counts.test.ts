import { screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { openRange, yearOf } from '../support/entries-in-range.ts';
import { openPopup } from '../support/open-popup.ts';
import { snapshot } from '../support/snapshots.ts';
import { workField } from '../support/work-and-task-fields.ts';

const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent.trim());

test('How many match is spoken once when the typing rests', async () => {
  const { user } = await openPopup(snapshot());
  await user.type(workField(), 'rev');
  await screen.findByRole('option', { name: /Review/ });
  expect(said()).not.toContain('1 match');
  await vi.waitFor(() => expect(said()).toContain('1 match'), { timeout: 3000 });
});

test('What is found is one key from the field', async () => {
  const { user } = await openRange(yearOf(5));
  for (const key of ['{ArrowDown}', '{F6}']) {
    screen.getByRole('searchbox', { name: 'Search entries' }).focus();
    await user.keyboard(key);
    expect(document.activeElement).toBe(screen.getByRole('grid', { name: 'Entries' }));
  }
});
