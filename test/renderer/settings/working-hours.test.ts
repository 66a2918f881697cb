import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { parseWorkingHours } from '../../../src-renderer/typed/typed-working-hours.ts';
import { openPopup } from '../support/open-popup.ts';
import { snapshot } from '../support/snapshots.ts';

const { settings } = snapshot();

test.for([
  ['9–17', 9, 17],
  ['9:00 – 17:30', 9, 17.5],
  ['9 - 5', 9, 17],
  ['9 am − 5 pm', 9, 17],
  ['22:00 – 6:00', 22, 6],
  ['0–24', 0, 24],
] as const)('“%s” is from %s to %s o’clock', ([typed, from, to]) => {
  expect(parseWorkingHours(typed)).toEqual({ from: from * 60, to: to * 60 });
});

test.for(['9', 'always', '9–', '9–12–17', '9–25'])('“%s” reads as no working hours', (typed) => {
  expect(parseWorkingHours(typed)).toBeUndefined();
});

test('What was typed is taken, shown as the account writes times, and taken back', async () => {
  const { main, user } = await openPopup(snapshot({ settings: { ...settings, hours: '12h' } }));
  await user.click(screen.getByRole('button', { name: 'Settings' }));
  const field = screen.getByRole('textbox', { name: 'Working hours' });
  await user.type(field, 'nine to five{Enter}');
  await user.tab();
  expect(field.getAttribute('aria-invalid')).toBe('true');
  screen.getByText(/^Write from when to when/);
  expect(main.commands.at(-1)?.type).not.toBe('settings/working-hours');

  await user.clear(field);
  await user.type(field, '9-5:30');
  await user.tab();
  const hours = { from: 540, to: 1050 };
  expect(main.commands.at(-1)).toEqual({ type: 'settings/working-hours', hours });
  expect(field).toHaveProperty('value', '9:00 AM – 5:30 PM');

  await user.clear(field);
  await user.tab();
  expect(main.commands.at(-1)).toEqual({ type: 'settings/working-hours', hours: null });
});
