import { screen, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import type { EntryView, Seconds, Snapshot } from '#contract';
import { openPopup } from '../support/open-popup.ts';
import { at, DAY, day, entry, planned, running, snapshot } from '../support/snapshots.ts';

const sent = { state: 'delivered' } as const;
const morning = at('00:00:00');

function shownDay(later: number, entries: readonly EntryView[] = []): Snapshot {
  return snapshot({ shown: { kind: 'day', day: day(entries, {}, later) } });
}

describe('the head of a day', () => {
  test.for([
    [0, 'Today'],
    [-1, 'Yesterday'],
    [1, 'Tomorrow'],
    [-4, 'Thursday, Feb 26'],
    [-90, 'Dec 2, 2025'],
  ] as const)('A day %i days from today is called %s', async ([later, title]) => {
    await openPopup(shownDay(later));
    screen.getByRole('heading', { name: title });
  });

  test('A near day has its date beside its name', async () => {
    await openPopup(snapshot());
    screen.getByText('Mon, Mar 2');
  });

  test('The total is told, and breaks apart from it', async () => {
    const lunch = entry(sent, { id: 'lunch', type: 'break', seconds: 2460 as Seconds });
    await openPopup(snapshot({ today: day([entry(sent), lunch]) }));
    screen.getByRole('button', { name: '0:42 tracked' });
    screen.getByText('41 min break');
  });

  test('The running timer counts on the days that it runs through, and on no other', async () => {
    const yesterday = shownDay(-1);
    const since = at('00:00:00') - 3_600_000;
    const timer = { ...running, startAt: since } as Snapshot['timer'];
    const { main } = await openPopup({ ...yesterday, timer });
    screen.getByRole('button', { name: '1:00 tracked' });
    await main.push({ ...shownDay(-2), timer });
    screen.getByRole('button', { name: '0:00 tracked' });
  });
});

describe('ways between days', () => {
  const back = { type: 'show/day', at: morning - 1 };
  const forward = { type: 'show/day', at: morning + DAY };

  test.for([
    ['Previous day', '{Alt>}{ArrowLeft}{/Alt}', back],
    ['Next day', '{Alt>}{ArrowRight}{/Alt}', forward],
    ['Week', '{Alt>}w{/Alt}', { type: 'show/week', at: morning }],
  ] as const)('%s is a button and a key', async ([name, keys, command]) => {
    const { main, user } = await openPopup(snapshot());
    await user.click(screen.getByRole('button', { name }));
    await user.keyboard(keys);
    expect(main.commands.slice(1)).toEqual([command, command]);
  });

  test('Today is a button and a key while another day is shown', async () => {
    const { main, user } = await openPopup(shownDay(-3));
    await user.click(screen.getByRole('button', { name: 'Today' }));
    await user.keyboard('{Alt>}t{/Alt}');
    expect(main.commands.slice(1)).toEqual([{ type: 'show/today' }, { type: 'show/today' }]);
    await main.push(snapshot());
    expect(screen.queryByRole('button', { name: 'Today' })).toBeNull();
  });

  test('The way forward from yesterday leads to today by its own name', async () => {
    const { main, user } = await openPopup(shownDay(-1));
    await user.click(screen.getByRole('button', { name: 'Next day' }));
    expect(main.commands.at(-1)).toEqual({ type: 'show/today' });
  });

  test('A date that is typed is gone to, once it is one', async () => {
    const { main, user } = await openPopup(snapshot());
    await user.keyboard('{Alt>}g{/Alt}');
    const field = screen.getByLabelText<HTMLInputElement>('Date');
    expect(document.activeElement).toBe(field);
    expect(field.value).toBe('2026-03-02');
    await user.clear(field);
    field.dispatchEvent(new Event('change', { bubbles: true }));
    expect(main.commands).toHaveLength(1);
    await user.type(field, '2026-02-14');
    field.dispatchEvent(new Event('change', { bubbles: true }));
    expect(main.commands.at(-1)).toEqual({
      type: 'show/day',
      at: Date.parse('2026-02-14T12:00:00Z'),
    });
    expect(document.activeElement).toBe(field);
  });

  test('A date that is picked is gone to, and the focus is back on the button', async () => {
    const { main, user } = await openPopup(snapshot());
    const button = screen.getByRole('button', { name: 'Go to date' });
    const field = screen.getByLabelText<HTMLInputElement>('Date');
    const picker = vi.fn();
    field.showPicker = picker;
    await user.click(button);
    expect(picker).toHaveBeenCalledOnce();
    field.value = '2026-02-14';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    expect(main.commands).toHaveLength(2);
    expect(document.activeElement).toBe(button);
  });

  test.for(['Enter', 'Escape'])(
    '%s leaves the field of the date, and nothing else',
    async (key) => {
      const { main, user } = await openPopup(snapshot());
      await user.keyboard(`{Alt>}g{/Alt}{${key}}`);
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Go to date' }));
      expect(main.commands).toHaveLength(1);
    },
  );

  test('A step that fails says why', async () => {
    const { main, user } = await openPopup(snapshot());
    main.answer('show/day', { kind: 'storage-failed', detail: 'disk full' });
    await user.click(screen.getByRole('button', { name: 'Previous day' }));
    expect((await screen.findByRole('alert')).textContent).toContain('disk full');
  });

  test('A focus that goes with what it was on falls to the head of the day', async () => {
    const { main, user } = await openPopup(shownDay(-1));
    screen.getByRole('button', { name: 'Today' }).focus();
    await user.keyboard('{Enter}');
    await main.push(snapshot());
    await screen.findByRole('heading', { name: 'Today' });
    expect(document.activeElement?.textContent).toBe('Today');
  });

  test('A day that was never read offers to be, and its age is told once it was', async () => {
    const { main, user } = await openPopup(
      snapshot({ shown: { kind: 'day', day: day([], { readAt: undefined }, -1) } }),
    );
    await user.click(screen.getByRole('button', { name: 'Read it now' }));
    expect(main.commands.at(-1)).toEqual({ type: 'read/shown' });
    await main.push(shownDay(-1));
    expect(screen.queryByRole('button', { name: 'Read it now' })).toBeNull();
    screen.getByText('read 08:00');
  });
});

test('An empty day says so, and today how it is filled', async () => {
  const { main } = await openPopup(snapshot());
  screen.getByText('Nothing tracked yet today.');
  screen.getByText(/Start a timer/);
  await main.push(shownDay(-1));
  screen.getByText('Nothing tracked on this day.');
  expect(screen.queryByText(/Start a timer/)).toBeNull();
});

test('Another day begins at its top, with nothing open of the one before', async () => {
  const { main, user } = await openPopup(snapshot());
  await user.click(screen.getByRole('button', { name: 'Add an entry' }));
  const before = document.querySelector('.scroll');
  await main.push(shownDay(-1));
  expect(document.querySelector('.scroll')).not.toBe(before);
  expect(screen.queryByRole('group', { name: 'Add an entry' })).toBeNull();
});

describe('what is planned', () => {
  test('It is summed apart, and in no total', async () => {
    const plan = [planned({ doneSeconds: 2700 as Seconds }), planned({ kind: 'entry' })];
    await openPopup(snapshot({ today: day([], { planned: plan }) }));
    screen.getByText('Planned 4 h 0 min, done 45 min');
    screen.getByRole('button', { name: '0:00 tracked' });
  });

  test('Each says its task, project, time and what is done', async () => {
    const plan = [planned({ doneSeconds: 2700 as Seconds })];
    await openPopup(snapshot({ today: day([], { planned: plan }) }));
    const row = within(screen.getByRole('list', { name: 'Planned' })).getByRole('listitem');
    expect(row.textContent).toContain('Review pull requests');
    expect(row.textContent).toContain('Platform · 15:00 – 17:00 · done 45 min');
  });

  test('A block is started with its task and itself, an entry with its task alone', async () => {
    const entryWithWords = planned({ kind: 'entry', id: 8, task: undefined, description: 'Call' });
    const { main, user } = await openPopup(
      snapshot({ timer: running, today: day([], { planned: [planned(), entryWithWords] }) }),
    );
    await user.click(screen.getByRole('button', { name: 'Start Review pull requests' }));
    expect(main.commands.at(-1)).toEqual({ type: 'timer/start', taskId: 2, timeBlockId: 7 });
    await user.click(screen.getByRole('button', { name: 'Start Call' }));
    expect(main.commands.at(-1)).toEqual({ type: 'timer/start', description: 'Call' });
  });

  test('Its rows are in sight where nothing was tracked yet, and one press away otherwise', async () => {
    const plan = { planned: [planned()] };
    const { main } = await openPopup(snapshot({ today: day([], plan) }));
    expect(document.querySelector('details')?.open).toBe(true);
    await main.push(snapshot({ shown: { kind: 'day', day: day([entry(sent)], plan, 1) } }));
    expect(document.querySelector('details')?.open).toBe(false);
  });

  test('The plan of a day on which nothing is known to be planned can be read', async () => {
    const { main, user } = await openPopup(snapshot());
    await user.click(screen.getByRole('button', { name: 'Read the plan' }));
    expect(main.commands.at(-1)).toEqual({ type: 'read/plan' });
  });
});
