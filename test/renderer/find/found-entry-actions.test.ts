import type { EntryView } from '#contract';
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openRange, yearOf } from '../support/entries-in-range.ts';
import type { FakeMain } from '../support/open-popup.ts';
import { ROW_HEIGHT } from '../../../src-renderer/lists/row-height.ts';
import { day, snapshot } from '../support/snapshots.ts';

const list = () => screen.getByRole('grid', { name: 'Entries' });
const rowOf = (name: string) => {
  const row = screen.getByText(name).closest<HTMLElement>('[role=row]');
  if (row === null) throw new Error(`no row of ${name}`);
  return row;
};
const asked = (main: FakeMain) => main.commands.map(({ type }) => type);

// Nothing has a size without a layout: the list is ten rows high.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(10 * ROW_HEIGHT);
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('Keys act on the entry that stands out, as in its day', async () => {
  const { main, user } = await openRange(yearOf(20));
  list().focus();
  await user.keyboard('{ArrowDown}d');
  expect(main.commands.at(-1)).toEqual({ type: 'entry/duplicate', entryId: 'entry-1' });
  await user.keyboard('{Delete}');
  expect(main.commands.at(-1)).toEqual({ type: 'entries/delete', entryIds: ['entry-1'] });
  await user.keyboard('k');
  await screen.findByText(/^Nothing here differs/);
});

test('What is gone on with is shown where it can be seen', async () => {
  const { main, user } = await openRange(yearOf(20));
  list().focus();
  await user.keyboard('c');
  await waitFor(() => expect(asked(main).slice(-2)).toEqual(['timer/start', 'show/today']));
});

test.for(['{Shift>}{F10}{/Shift}', 'right click', 'button'])(
  'The menu of a row opens by %s, and gives the focus back',
  async (way) => {
    const { main, user } = await openRange(yearOf(20));
    list().focus();
    const row = within(rowOf('Work 0'));
    if (way === 'right click') await fireEvent.contextMenu(screen.getByText('Work 0'));
    else if (way === 'button')
      await user.click(row.getByRole('button', { name: /^What can be done/, hidden: true }));
    else await user.keyboard(way);
    const menu = await screen.findByRole('menu');
    expect(within(menu).queryByRole('menuitem', { name: /Overlap/ })).toBeNull();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(list()));
    expect(asked(main)).not.toContain('show/day');
  },
);

test('A form opens in the day of the entry, below it', async () => {
  const entries = yearOf(3);
  const { main, user } = await openRange(entries);
  await fireEvent.contextMenu(screen.getByText('Work 1'));
  await user.click(await screen.findByRole('menuitem', { name: /^Edit/ }));
  const [, entry] = entries as readonly [EntryView, EntryView];
  expect(main.commands.at(-1)).toEqual({ type: 'show/day', at: entry.startAt });
  await main.push(snapshot({ shown: { kind: 'day', day: day(entries) } }));
  await screen.findByRole('group', { name: 'Edit the entry' });
  expect(screen.getByRole('combobox', { name: 'Task of the entry' })).toHaveProperty(
    'value',
    'Work 1',
  );
});

test('What depends on the entries around it is done in their day', async () => {
  const { main, user } = await openRange(yearOf(3));
  list().focus();
  await user.keyboard('f');
  expect(asked(main).at(-1)).toBe('show/day');
});
