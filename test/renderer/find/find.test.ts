import { screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { inRange, openRange, yearOf } from '../support/entries-in-range.ts';
import { type FakeMain, openPopup } from '../support/open-popup.ts';
import { snapshot } from '../support/snapshots.ts';

const lastCommand = (main: FakeMain) => main.commands.at(-1);

test('Escape empties the search before it leads back', async () => {
  const { main, user } = await openRange(yearOf(20));
  const field = screen.getByRole('searchbox', { name: 'Search entries' });
  await user.type(field, 'xyz');
  await user.keyboard('{Escape}');
  expect(field).toHaveProperty('value', '');
  expect(lastCommand(main)).not.toEqual({ type: 'show/today' });
  await user.keyboard('{Escape}');
  expect(lastCommand(main)).toEqual({ type: 'show/today' });
});

test('A text that finds nothing says so', async () => {
  const { user } = await openRange(yearOf(20));
  await user.type(screen.getByRole('searchbox', { name: 'Search entries' }), 'xyz');
  await screen.findByText('No entry here matches “xyz”.');
  expect(screen.queryByRole('grid')).toBeNull();
});

test('Where nothing was read, what finds nothing says how to read', async () => {
  const { main, user } = await openRange([]);
  await main.push(inRange({ count: 0, readAt: undefined }));
  await user.type(screen.getByRole('searchbox', { name: 'Search entries' }), 'xyz');
  await screen.findByText('No entry here matches “xyz”.');
  screen.getByText('Read them from Toggl Focus, or choose another time range.');
  await main.push(inRange({ count: 0, readAt: undefined, nextPage: 2 }));
  screen.getByText('read by pages');
});

test('A range of a name is one choice, and its borders are local midnights', async () => {
  const { main, user } = await openRange(yearOf(5));
  const range = screen.getByRole('combobox', { name: 'Time range' });
  expect(range).toHaveProperty('value', 'this-month');
  await user.selectOptions(range, 'This week');
  expect(lastCommand(main)).toEqual({
    type: 'show/range',
    fromAt: Date.parse('2026-03-02'),
    toAt: Date.parse('2026-03-09'),
    filter: {},
  });
  expect(screen.queryByLabelText('From')).toBeNull();
});

test('An own range takes two days, both of them within it', async () => {
  const { main, user } = await openRange(yearOf(5));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Time range' }), 'own');
  const from = screen.getByLabelText('From');
  expect(from).toHaveProperty('value', '2026-03-01');
  await user.clear(from);
  await user.type(from, '2026-02-10');
  await user.tab();
  expect(lastCommand(main)).toEqual({
    type: 'show/range',
    fromAt: Date.parse('2026-02-10'),
    toAt: Date.parse('2026-04-01'),
    filter: {},
  });
});

test('A range that ends before it begins is told at once and not asked for', async () => {
  const { main, user } = await openRange(yearOf(5));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Time range' }), 'own');
  const asked = main.commands.length;
  const to = screen.getByLabelText('To');
  await user.clear(to);
  await user.type(to, '2026-02-10');
  await user.tab();
  expect(screen.getByRole('alert').textContent).toBe('The first day lies after the last.');
  expect(main.commands.slice(asked).map(({ type }) => type)).not.toContain('show/range');
});

test('Pages, archived entries and all of the range are read when asked for', async () => {
  const { main, user } = await openRange(yearOf(5));
  await user.click(screen.getByRole('button', { name: 'Read 100 from Toggl' }));
  expect(lastCommand(main)).toEqual({ type: 'read/page' });
  await main.push(inRange({ count: 5, nextPage: 2 }));
  await user.click(screen.getByRole('button', { name: 'Next 100 (page 2)' }));
  expect(lastCommand(main)).toEqual({ type: 'read/page' });
  await user.click(screen.getByRole('button', { name: 'Read archived' }));
  expect(lastCommand(main)).toEqual({ type: 'read/page', archived: true });
  await user.click(screen.getByRole('button', { name: 'Read all' }));
  expect(lastCommand(main)).toEqual({ type: 'read/shown' });
});

test('A long read says how far it is, outside of live regions, and can be cancelled', async () => {
  const { main, user } = await openRange(yearOf(5), { reading: { entries: 3400 } });
  const progress = screen.getByText(/3,400/);
  expect(progress.closest('[aria-live], [role=status], [role=alert]')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Read all' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(lastCommand(main)).toEqual({ type: 'read/cancel' });
});

test('Whoever reads page after page stays on the button, and a long read takes the focus along', async () => {
  const { main, user } = await openRange(yearOf(5));
  screen.getByRole('button', { name: 'Read 100 from Toggl' }).focus();
  await main.push(inRange({ count: 5, nextPage: 2 }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Next 100 (page 2)' }));
  await user.tab();
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Read all' }));
  await main.push(inRange({ count: 5, nextPage: 2 }, { reading: { entries: 100 } }));
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' }));
  });
  await main.push(inRange({ count: 5, nextPage: 2 }));
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Next 100 (page 2)' }));
  });
});

test('A read that was called off keeps what had arrived and alarms nobody', async () => {
  const { main, user } = await openRange(yearOf(5));
  main.answer('read/shown', { kind: 'cancelled' });
  await user.click(screen.getByRole('button', { name: 'Read all' }));
  await screen.findByText('Reading was called off. What had arrived is kept.');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('An empty range offers to read it', async () => {
  await openRange([]);
  screen.getByText('No entries here.');
  screen.getByRole('button', { name: 'Read 100 from Toggl' });
});

test('An export says what was written where, and how fresh it is', async () => {
  const { main, user } = await openRange(yearOf(5));
  main.tell('export/csv', { exported: { file: '/home/ada/march.csv', entries: 5, fresh: true } });
  await user.click(screen.getByRole('button', { name: 'Export CSV' }));
  await screen.findByText(
    '5 entries written to /home/ada/march.csv, read from Toggl Focus just now.',
  );
  main.tell('export/csv', { exported: { file: '/home/ada/march.csv', entries: 1, fresh: false } });
  await user.keyboard('{Control>}e{/Control}');
  await screen.findByText(
    '1 entry written to /home/ada/march.csv, as they stood on Mar 2, 2026 at 14:43.',
  );
  main.tell('export/csv', { exported: { file: undefined, entries: 0, fresh: true } });
  await user.keyboard('{Control>}e{/Control}');
  await screen.findByText('No file was written.');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText('No file was written.')).toBeNull();
});

test('What is shown is exported by its key from a day too', async () => {
  const { main, user } = await openPopup(snapshot());
  main.tell('export/csv', { exported: { file: '/home/ada/day.csv', entries: 2, fresh: false } });
  await user.keyboard('{Control>}e{/Control}');
  await screen.findByText(/^2 entries written to .home.ada.day.csv, as they stood on/);
});

test('An export that fails says why', async () => {
  const { main, user } = await openRange(yearOf(5));
  main.answer('export/csv', { kind: 'file-failed', detail: 'disk full' });
  await user.click(screen.getByRole('button', { name: 'Export CSV' }));
  expect((await screen.findByRole('alert')).textContent).toContain('disk full');
});

test('The age of what is shown stands there, and Back leads to today', async () => {
  const { main, user } = await openRange(yearOf(5));
  screen.getByText(/^read .* ago$/);
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(lastCommand(main)).toEqual({ type: 'show/today' });
});
