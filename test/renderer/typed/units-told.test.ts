import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { focusRow, morningDay } from '../support/entry-rows.ts';
import { openPopup } from '../support/open-popup.ts';
import { at } from '../support/snapshots.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: at('14:55:00') });
});

afterEach(() => {
  vi.useRealTimers();
});

test.for([
  ['90', '10:30 – 12:00, 1:30'],
  ['120', '10:30 – 12:30, 2:00'],
  ['0:90', '10:30 – 12:00, 1:30'],
] as const)('A length of %s is read as %s, and the field says that it is minutes', async (row) => {
  const [typed, preview] = row;
  const { user } = await openPopup(morningDay());
  focusRow(/^Review/);
  await user.keyboard('e');
  const length = screen.getByRole('textbox', { name: 'Length' });
  const [unit] = length.getAttribute('aria-describedby')?.split(' ') ?? [];
  expect(document.querySelector(`#${unit ?? ''}`)?.textContent).toBe('min');
  await user.clear(length);
  await user.type(length, typed);
  screen.getByText(preview);
});

test('A shift of 120 is two hours, said while it is typed', async () => {
  const { user } = await openPopup(morningDay());
  focusRow(/^Review/);
  await user.keyboard('h-120');
  screen.getByText('2:00 earlier');
});
