import type { EntryView } from '#contract';
import { screen, waitFor, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inRange, openRange, slowMain, yearOf } from '../support/entries-in-range.ts';
import { ROW_HEIGHT } from '../../../src-renderer/lists/row-height.ts';
import { type FakeMain, openPopup } from '../support/open-popup.ts';
import { at, review } from '../support/snapshots.ts';

const list = () => screen.getByRole('grid', { name: 'Entries' });
const rows = () => screen.getAllByRole('row');
const current = () => document.getElementById(list().getAttribute('aria-activedescendant') ?? '');
const stretches = (main: FakeMain) =>
  main.searches.map((search) => (search.kind === 'entries' ? search.offset : undefined));
const lastCommand = (main: FakeMain) => main.commands.at(-1);

async function scrollTo(top: number): Promise<void> {
  list().scrollTop = top;
  list().dispatchEvent(new Event('scroll'));
  await tick();
}

// Nothing has a size without a layout: the list is ten rows high.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(10 * ROW_HEIGHT);
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('Of 20,000 entries only those in sight and a few more are in the document', async () => {
  const { main } = await openRange(yearOf(20_000));
  expect(rows().length).toBeLessThanOrEqual(20);
  for (const row of [5000, 10_000, 19_990, 3]) {
    await scrollTo(row * ROW_HEIGHT);
    await screen.findByText(`Work ${row}`);
    expect(rows().length).toBeLessThanOrEqual(20);
  }
  expect(list().getAttribute('aria-rowcount')).toBe('20000');
  expect(main.searches.length).toBeLessThanOrEqual(10);
});

test('A scroll through everything asks one stretch at a time, and only for what is in sight then', async () => {
  const { main, hold, waiting, answer } = slowMain(yearOf(20_000));
  hold();
  await openPopup(inRange({ count: 20_000 }), main);
  for (let row = 50; row < 20_000; row += 450) await scrollTo(row * ROW_HEIGHT);
  expect(waiting()).toBe(1);
  answer();
  await waitFor(() => expect(waiting()).toBe(1));
  answer();
  await screen.findByText('Work 19850');
  expect(stretches(main)).toEqual([0, 19_800]);
});

test('Stretches that were seen are at hand again, the nearest ten of them', async () => {
  const { main } = await openRange(yearOf(20_000));
  await scrollTo(100 * ROW_HEIGHT);
  await screen.findByText('Work 100');
  const asked = main.searches.length;
  await scrollTo(0);
  await screen.findByText('Work 0');
  expect(main.searches).toHaveLength(asked);
  for (let stretch = 2; stretch < 14; stretch += 1) {
    await scrollTo((stretch * 100 + 10) * ROW_HEIGHT);
    await screen.findByText(`Work ${stretch * 100 + 10}`);
  }
  await scrollTo(0);
  await screen.findByText('Work 0');
  expect(main.searches.length).toBe(asked + 13);
});

test('News from main are looked up again while what was shown stays', async () => {
  const entries = [...yearOf(30)];
  const { main } = await openRange(entries);
  entries[0] = { ...entries[0], task: { ...review, name: 'Renamed' } } as EntryView;
  await main.push(inRange({ count: 30 }, { revision: 2 }));
  screen.getByText('Work 1');
  await screen.findByText('Renamed');
  expect(stretches(main)).toEqual([0, 0]);
});

test('Typing finds, says how much, and begins at the top', async () => {
  const { main, user } = await openRange(yearOf(2000));
  await scrollTo(1000 * ROW_HEIGHT);
  await user.type(screen.getByRole('searchbox', { name: 'Search entries' }), 'Work 199');
  await screen.findByText('11 entries, 5 h 30 min');
  expect(list().scrollTop).toBe(0);
  expect(rows()).toHaveLength(11);
  expect(main.searches.at(-1)).toEqual({
    kind: 'entries',
    text: 'Work 199',
    offset: 0,
    count: 100,
  });
});

test('What answers an earlier text is not shown', async () => {
  const entries = yearOf(300);
  const { main, hold, waiting, answer } = slowMain(entries);
  const { user } = await openRange(entries, {}, main);
  hold();
  const field = screen.getByRole('searchbox', { name: 'Search entries' });
  await user.type(field, 'x');
  await user.clear(field);
  await user.type(field, 'Work 29');
  answer();
  await waitFor(() => expect(waiting()).toBe(1));
  screen.getByText('300 entries, 150 h 0 min');
  answer();
  await screen.findByText('11 entries, 5 h 30 min');
  expect(main.searches.at(-1)).toMatchObject({ text: 'Work 29' });
});

test('Entries of one range are never shown in another', async () => {
  const entries = [...yearOf(500)];
  const { main, hold } = slowMain(entries);
  await openRange(entries, {}, main);
  await scrollTo(300 * ROW_HEIGHT);
  await screen.findByText('Work 300');
  await scrollTo(0);
  entries.splice(0, 200);
  await main.push(inRange({ count: 300, endAt: at('00:00:00') }, { revision: 2 }));
  await screen.findByText('Work 200');
  hold();
  await scrollTo(250 * ROW_HEIGHT);
  expect(screen.queryByText(/^Work/)).toBeNull();
});

test('The keyboard walks through the list, which stays one stop for Tab', async () => {
  const { main, user } = await openRange(yearOf(20_000));
  list().focus();
  const walk = async (key: string) => {
    await user.keyboard(key);
    return Number(current()?.getAttribute('aria-rowindex'));
  };
  expect(current()?.getAttribute('aria-rowindex')).toBe('1');
  expect(await walk('{ArrowDown}')).toBe(2);
  expect(await walk('{PageDown}')).toBe(12);
  expect(await walk('{ArrowUp}')).toBe(11);
  expect(await walk('{PageUp}')).toBe(1);
  expect(await walk('{End}')).toBe(20_000);
  expect(await walk('{ArrowDown}')).toBe(20_000);
  expect(await walk('{Home}')).toBe(1);
  expect(within(list()).getAllByRole('row', { selected: true })).toEqual([current()]);
  await user.keyboard('{ArrowDown}{Enter}');
  expect(lastCommand(main)).toEqual({ type: 'show/day', at: at('11:00:00') });
});

test('After a scroll with the wheel the keys go on from what is in sight', async () => {
  const { user } = await openRange(yearOf(2000));
  list().focus();
  await scrollTo(500 * ROW_HEIGHT);
  expect(list().hasAttribute('aria-activedescendant')).toBe(false);
  await user.keyboard('{ArrowDown}');
  expect(current()?.getAttribute('aria-rowindex')).toBe('501');
});

test('A click on an entry shows its day', async () => {
  const { main, user } = await openRange(yearOf(5));
  await user.click(screen.getByText('Work 3'));
  expect(lastCommand(main)).toEqual({ type: 'show/day', at: at('09:00:00') });
});

test('The first row in sight shows its day, wherever the list was scrolled to', async () => {
  await openRange(yearOf(100));
  await scrollTo(3 * ROW_HEIGHT);
  const shown = (row: number) => rows()[row]?.querySelector('.out-of-sight') === null;
  expect([shown(2), shown(3), shown(4)]).toEqual([false, true, false]);
});

test('A row names its day to everybody, and shows it where it differs from the one above', async () => {
  await openRange(yearOf(20));
  const [first, second] = rows();
  expect(first?.querySelector('.out-of-sight')).toBeNull();
  expect(second?.querySelector('.out-of-sight')?.textContent).toMatch(/Mon\s+Mar 2/);
  const sunday = rows()[13];
  expect(sunday?.querySelector('.out-of-sight')).toBeNull();
  expect(sunday?.textContent).toMatch(/Sun\s+Mar 1/);
});

test('What is found is continued by its button or a key, and the timer is in sight then', async () => {
  const { main, user } = await openRange(yearOf(3));
  await user.click(within(rows()[1]!).getByRole('button', { name: /^Continue/ }));
  expect(main.commands.slice(-2)).toMatchObject([
    { type: 'timer/start', taskId: 1 },
    { type: 'show/today' },
  ]);
  list().focus();
  await user.keyboard('{ArrowUp}c');
  expect(main.commands.slice(-2)).toMatchObject([
    { type: 'timer/start', taskId: 2 },
    { type: 'show/today' },
  ]);
});
