import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EntryView, ProjectTotal, Seconds, Snapshot } from '#contract';
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

describe('the total of the day', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: at('14:55:07'), toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const project = (name: string | undefined, seconds: number): ProjectTotal => ({
    name,
    color: name === undefined ? undefined : '#7c3aed',
    seconds: seconds as Seconds,
  });
  const worked = (seconds: number, changes: Partial<Snapshot['today']> = {}) =>
    day([], { trackedSeconds: seconds as Seconds, ...changes });
  const line = () => screen.getByRole('button', { name: /tracked/ });
  const settings = { ...snapshot().settings, goalMinutes: 480 };

  test('It is told in hours and minutes, and breaks beside it', async () => {
    await openPopup(snapshot({ today: worked(16_200, { breakSeconds: 2460 as Seconds }) }));
    const id = line().getAttribute('aria-describedby') ?? '';
    expect(line().textContent.trim()).toBe('4:30 tracked');
    expect(document.getElementById(id)?.textContent.trim()).toBe('41 min break');
  });

  test.for([
    ['idle', 16_200, 0, 'of 8:00 · 3:30 left'],
    ['idle', 28_800, 0, 'of 8:00 · reached'],
    ['idle', 16_200, -1, 'of 8:00'],
    ['running since 14:00', 16_200, 0, 'of 8:00 · done 17:30'],
    ['running since 14:00', 27_000, 0, 'of 8:00 · reached'],
    ['running since 14:00', 0, 0, 'of 8:00 · done 22:00'],
  ] as const)(
    'The goal, %s after %i s on day %i, reads: %s',
    async ([state, seconds, later, words]) => {
      const timer = { ...running, startAt: at('14:00:00') } as Snapshot['timer'];
      const shown = day([], { trackedSeconds: seconds as Seconds }, later);
      await openPopup(
        snapshot({
          settings,
          ...(state === 'idle' ? {} : { timer }),
          ...(later === 0 ? { today: shown } : { shown: { kind: 'day', day: shown } }),
        }),
      );
      screen.getByText(words);
      screen.getByRole('button', { name: new RegExp(`tracked ${words}$`) });
    },
  );

  test('A goal that would be reached tomorrow says what is left', async () => {
    const timer = { ...running, startAt: at('14:00:00') } as Snapshot['timer'];
    const late = { ...settings, goalMinutes: 780 };
    await openPopup(snapshot({ settings: late, timer, today: worked(0) }));
    screen.getByText(/^of 13:00 · 12:0\d left$/);
  });

  test('The bar is the way to the goal, in the colours of the projects', async () => {
    const projects = [project('Platform', 7200), project(undefined, 3600)];
    await openPopup(snapshot({ settings, today: worked(10_800, { projects }) }));
    const widths = [...document.querySelectorAll<HTMLElement>('.bar span')].map(
      ({ style }) => style.width,
    );
    expect(widths).toEqual(['25.00%', '12.50%']);
  });

  test('Escape takes what it tells away, and closes nothing', async () => {
    const { main, user } = await openPopup(
      snapshot({ today: worked(7260, { projects: [project('Platform', 7260)] }) }),
    );
    line().focus();
    await user.keyboard('{Escape}');
    expect(document.querySelector('.by-project.away')).not.toBeNull();
    expect(main.commands.at(-1)).toEqual({ type: 'popup/ready' });
    await user.keyboard('{Escape}');
    expect(main.commands.at(-1)).toEqual({ type: 'popup/close' });
  });

  const rows = () =>
    within(screen.getByRole('list', { name: 'Time by project' }))
      .getAllByRole('listitem')
      .map((row) => row.textContent.replace(/\s+/g, ' ').trim());

  test('They stand most first, and without a project says so', async () => {
    const projects = [project('Platform', 7260), project(undefined, 2520)];
    await openPopup(snapshot({ today: day([], { projects }) }));
    expect(rows()).toEqual(['Platform 2:01', 'No project 0:42']);
  });

  test('The running timer counts into its project', async () => {
    const timer = { ...running, startAt: at('14:00:00') } as Snapshot['timer'];
    const projects = [project('Platform', 7260)];
    await openPopup(snapshot({ timer, today: day([], { projects, endAt: at('14:30:00') }) }));
    expect(rows()).toEqual(['Platform 2:01', 'Orion 0:30']);
  });
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
