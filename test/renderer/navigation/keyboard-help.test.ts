import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import KeyboardHelp from '../../../src-renderer/navigation/KeyboardHelp.svelte';
import { keyCaps, keyGroups } from '../../../src-renderer/words/entry/keyboard-keys.ts';

test('The overlay shows every key of the table under the heading of its group', async () => {
  render(KeyboardHelp, { open: true });
  const overlay = await screen.findByRole('dialog', { name: 'Keys' });
  const headings = within(overlay).getAllByRole('heading', { level: 3 });
  expect(headings.map((heading) => heading.textContent)).toEqual(
    keyGroups.map(({ title }) => title),
  );
  const shown = within(overlay)
    .getAllByRole('term')
    .map((term) => [
      term.textContent,
      ...Array.from(term.parentElement!.querySelectorAll('kbd'), (cap) => cap.textContent),
    ]);
  const table = keyGroups.flatMap(({ rows }) => rows);
  expect(shown).toEqual(
    table.map(({ does, keys }) => [does, ...keys.flatMap((key) => keyCaps(key, false))]),
  );
});

test('No two rows of a group claim the same key', () => {
  for (const { rows } of keyGroups) {
    const keys = rows.flatMap((row) => row.keys);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('The arrow keys scroll the overlay at once, and Escape closes it', async () => {
  const user = userEvent.setup();
  render(KeyboardHelp, { open: true });
  await screen.findByRole('dialog');
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Keys' }));
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('A Mac shows the keys that it has', () => {
  expect(keyCaps('Ctrl+Shift+Z', true)).toEqual(['⌘', 'Shift', 'Z']);
  expect(keyCaps('Alt+Left', true)).toEqual(['⌥', '←']);
  expect(keyCaps('Ctrl+Z', false)).toEqual(['Ctrl', 'Z']);
});
