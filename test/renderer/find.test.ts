import type { EntryView, Instant, RangeView, Seconds, Snapshot } from '#contract';
import { screen, waitFor, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeMain, type FakeMain, openPopup } from './open-popup.ts';
import { at, entry, migration, review, snapshot } from './snapshots.ts';

const HOUR = 3_600_000;
const ROW = 48;

/** Of a year, newest first, an hour between each two. */
function yearOf(count: number): readonly EntryView[] {
  return Array.from({ length: count }, (_, index) =>
    entry(
      { state: 'delivered' },
      {
        id: `entry-${index}`,
        task: { ...(index % 2 === 0 ? review : migration), name: `Work ${index}` },
        startAt: (at('12:00:00') - index * HOUR) as Instant,
        seconds: 1800 as Seconds,
      },
    ),
  );
}

const march: RangeView = {
  startAt: Date.parse('2026-03-01') as Instant,
  endAt: Date.parse('2026-04-01') as Instant,
  count: 0,
  trackedSeconds: 0 as Seconds,
  readAt: at('14:43:00'),
  nextPage: 1,
};

function inRange(range: Partial<RangeView>, changes: Partial<Snapshot> = {}): Snapshot {
  return snapshot({ shown: { kind: 'range', range: { ...march, ...range } }, ...changes });
}

const list = () => screen.getByRole('listbox', { name: 'Entries' });
const rows = () => screen.getAllByRole('option').filter((row) => row.hasAttribute('aria-posinset'));
const current = () => document.getElementById(list().getAttribute('aria-activedescendant') ?? '');
const stretches = (main: FakeMain) =>
  main.searches.map((search) => (search.kind === 'entries' ? search.offset : undefined));
const lastCommand = (main: FakeMain) => main.commands.at(-1);

async function scrollTo(top: number): Promise<void> {
  list().scrollTop = top;
  list().dispatchEvent(new Event('scroll'));
  await tick();
}

async function openRange(entries: readonly EntryView[], changes: Partial<Snapshot> = {}) {
  const main = fakeMain(undefined, entries);
  const shown = inRange({ count: entries.length, trackedSeconds: 0 as Seconds }, changes);
  const opened = await openPopup(shown, main);
  if (entries.length > 0) await screen.findByText('Work 0');
  return opened;
}

// Nothing has a size without a layout: the list is ten rows high.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(10 * ROW);
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('Of 20,000 entries only those in sight and a few more are in the document', async () => {
  const { main } = await openRange(yearOf(20_000));
  expect(rows().length).toBeLessThanOrEqual(20);
  for (const row of [5000, 10_000, 19_990, 3]) {
    await scrollTo(row * ROW);
    await screen.findByText(`Work ${row}`);
    expect(rows().length).toBeLessThanOrEqual(20);
  }
  expect(rows()[0]?.getAttribute('aria-setsize')).toBe('20000');
  expect(main.searches.length).toBeLessThanOrEqual(10);
});

test('A scroll through everything asks one stretch at a time, and only for what is in sight then', async () => {
  const main = fakeMain(undefined, yearOf(20_000));
  const answers: (() => void)[] = [];
  const bridge: typeof main.bridge = {
    ...main.bridge,
    search: async (search) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return main.bridge.search(search);
    },
  };
  await openPopup(inRange({ count: 20_000 }), { ...main, bridge });
  for (let row = 50; row < 20_000; row += 450) await scrollTo(row * ROW);
  expect(answers).toHaveLength(1);
  answers[0]?.();
  await waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.();
  await screen.findByText('Work 19850');
  expect(stretches(main)).toEqual([0, 19_800]);
});

test('Stretches that were seen are at hand again, the nearest ten of them', async () => {
  const { main } = await openRange(yearOf(20_000));
  await scrollTo(100 * ROW);
  await screen.findByText('Work 100');
  const asked = main.searches.length;
  await scrollTo(0);
  await screen.findByText('Work 0');
  expect(main.searches).toHaveLength(asked);
  for (let stretch = 2; stretch < 14; stretch += 1) {
    await scrollTo((stretch * 100 + 10) * ROW);
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
  await scrollTo(1000 * ROW);
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

test('A text that finds nothing says so', async () => {
  const { user } = await openRange(yearOf(20));
  await user.type(screen.getByRole('searchbox', { name: 'Search entries' }), 'xyz');
  await screen.findByText('No entry here matches “xyz”.');
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('The keyboard walks through the list, which stays one stop for Tab', async () => {
  const { main, user } = await openRange(yearOf(20_000));
  list().focus();
  const walk = async (key: string) => {
    await user.keyboard(key);
    return Number(current()?.getAttribute('aria-posinset'));
  };
  expect(current()?.getAttribute('aria-posinset')).toBe('1');
  expect(await walk('{ArrowDown}')).toBe(2);
  expect(await walk('{PageDown}')).toBe(12);
  expect(await walk('{ArrowUp}')).toBe(11);
  expect(await walk('{PageUp}')).toBe(1);
  expect(await walk('{End}')).toBe(20_000);
  expect(await walk('{ArrowDown}')).toBe(20_000);
  expect(await walk('{Home}')).toBe(1);
  expect(within(list()).getAllByRole('option', { selected: true })).toEqual([current()]);
  await user.keyboard('{ArrowDown}{Enter}');
  expect(lastCommand(main)).toEqual({ type: 'show/day', at: at('11:00:00') });
});

test('After a scroll with the wheel the keys go on from what is in sight', async () => {
  const { user } = await openRange(yearOf(2000));
  list().focus();
  await scrollTo(500 * ROW);
  expect(list().hasAttribute('aria-activedescendant')).toBe(false);
  await user.keyboard('{ArrowDown}');
  expect(current()?.getAttribute('aria-posinset')).toBe('501');
});

test('A click on an entry shows its day', async () => {
  const { main, user } = await openRange(yearOf(5));
  await user.click(screen.getByText('Work 3'));
  expect(lastCommand(main)).toEqual({ type: 'show/day', at: at('09:00:00') });
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

test('A range of a name is one choice, and its borders are local midnights', async () => {
  const { main, user } = await openRange(yearOf(5));
  const range = screen.getByRole('combobox', { name: 'Time range' });
  expect(range).toHaveProperty('value', 'this-month');
  await user.selectOptions(range, 'This week');
  expect(lastCommand(main)).toEqual({
    type: 'show/range',
    fromAt: Date.parse('2026-03-02'),
    toAt: Date.parse('2026-03-09'),
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
  await user.click(screen.getByRole('button', { name: 'Archived ones' }));
  expect(lastCommand(main)).toEqual({ type: 'read/page', archived: true });
  await user.click(screen.getByRole('button', { name: 'Read all' }));
  expect(lastCommand(main)).toEqual({ type: 'read/shown' });
});

test('A long read says how far it is, outside of live regions, and can be cancelled', async () => {
  const { main, user } = await openRange(yearOf(5), { reading: { entries: 3400 } });
  const progress = screen.getByText('Reading: 3,400 entries so far');
  expect(progress.closest('[aria-live], [role=status], [role=alert]')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Read all' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(lastCommand(main)).toEqual({ type: 'read/cancel' });
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
