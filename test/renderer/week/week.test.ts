import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DayTotal, Instant, Seconds, Snapshot, WeekView } from '#contract';
import { openPopup } from '../support/open-popup.ts';
import { at, DAY, running, snapshot } from '../support/snapshots.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: at('14:55:07'), toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** The Monday of the week; today is that Monday. */
const monday = at('00:00:00');

/** Two thirds of it without a project. */
function projectsOf(tracked: number): DayTotal['projects'] {
  if (tracked === 0) return [];
  const third = (tracked / 3) as Seconds;
  return [
    { name: undefined, color: undefined, seconds: (third * 2) as Seconds },
    { name: 'Orion', color: '#0f766e', seconds: third },
  ];
}

function total(index: number, later: number, [tracked, breaks, plan]: readonly number[]): DayTotal {
  const startAt = monday + (index + later * 7) * DAY;
  return {
    startAt: startAt as Instant,
    endAt: (startAt + DAY) as Instant,
    trackedSeconds: (tracked ?? 0) as Seconds,
    breakSeconds: (breaks ?? 0) as Seconds,
    plannedSeconds: (plan ?? 0) as Seconds,
    projects: projectsOf(tracked ?? 0),
  };
}

/** Two hours on Monday with a break, one on Tuesday; eight planned on Wednesday. */
function week(changes: Partial<WeekView> = {}, later = 0): WeekView {
  const sums = [[7200, 1800], [3600], [0, 0, 28_800], [], [], [], []];
  const days = sums.map((each, index) => total(index, later, each));
  return {
    startAt: days[0]!.startAt,
    endAt: days[6]!.endAt,
    days,
    trackedSeconds: 10_800 as Seconds,
    projects: [
      { name: 'Orion', color: '#0f766e', seconds: 7200 as Seconds },
      { name: undefined, color: undefined, seconds: 3600 as Seconds },
    ],
    readAt: at('14:02:00'),
    ...changes,
  };
}

function shown(changes: Partial<Snapshot> = {}, view = week()): Snapshot {
  return snapshot({ shown: { kind: 'week', week: view }, ...changes });
}

function bars(): readonly HTMLElement[] {
  return within(screen.getByRole('list', { name: 'Days of the week' })).getAllByRole('button');
}

function nameOf(bar: HTMLElement): string {
  return bar.querySelector('.out-of-sight')!.textContent;
}

describe('what a week shows', () => {
  test('Each of its seven days says what was tracked, paused and planned', async () => {
    await openPopup(shown());
    expect(bars().map(nameOf)).toEqual([
      'Monday, March 2: 2 h 0 min, 30 min break',
      'Tuesday, March 3: 1 h 0 min',
      'Wednesday, March 4: nothing tracked, planned 8 h 0 min',
      'Thursday, March 5: nothing tracked',
      'Friday, March 6: nothing tracked',
      'Saturday, March 7: nothing tracked',
      'Sunday, March 8: nothing tracked',
    ]);
  });

  test('Bars are as high as their time, a break above what was tracked, a plan around both', async () => {
    await openPopup(shown());
    const height = (bar: number, part: string) =>
      bars()[bar]?.querySelector<HTMLElement>(part)?.style.height;
    expect([height(0, '.tracked'), height(0, '.break')]).toEqual(['25.00%', '6.25%']);
    expect(height(2, '.planned')).toBe('100.00%');
    expect(height(0, '.planned')).toBeUndefined();
  });

  test('A bar has the colours of the projects, and their words on its focus', async () => {
    const { user } = await openPopup(shown());
    const shares = [...bars()[0]!.querySelectorAll<HTMLElement>('.tracked span')];
    expect(shares.map(({ style }) => [style.getPropertyValue('--color'), style.flexGrow])).toEqual([
      ['', '4800'],
      ['#0f766e', '2400'],
    ]);
    const tip = document.getElementById(bars()[0]!.getAttribute('aria-describedby')!)!;
    expect(tip.textContent.replace(/\s+/g, ' ')).toContain('No project 1:20 Orion 0:40');
    expect(tip.textContent).toContain('30 min break');
    expect(bars()[2]!.getAttribute('aria-describedby')).toBeNull();

    bars()[0]!.focus();
    await user.keyboard('{Escape}');
    expect(tip.className).toContain('away');
    await user.keyboard('{ArrowRight}');
    expect(tip.className).not.toContain('away');
  });

  test.for([
    ['tracked time and a break', [43_200, 14_400], '.tracked', '75.00%'],
    ['a plan', [3600, 0, 57_600], '.planned', '100.00%'],
  ] as const)(
    'A day that is longer by %s presses the others down',
    async ([, sums, part, share]) => {
      const { days } = week();
      await openPopup(shown({}, week({ days: [...days.slice(0, 6), total(6, 0, sums)] })));
      expect(bars()[6]?.querySelector<HTMLElement>(part)?.style.height).toBe(share);
      expect(bars()[0]?.querySelector<HTMLElement>('.tracked')?.style.height).toBe('12.50%');
    },
  );

  test('The days come in the order of main, which knows the first weekday', async () => {
    const { days } = week();
    const fromSunday = [total(-1, 0, []), ...days.slice(0, 6)];
    await openPopup(shown({}, week({ days: fromSunday })));
    expect(nameOf(bars()[0]!)).toContain('Sunday');
  });

  test('Its name, dates, total, breaks and age are told', async () => {
    await openPopup(shown());
    screen.getByRole('heading', { name: 'This week' });
    expect(screen.getByText(/Mar 2/).textContent.replace(/\s/g, ' ')).toBe('Mar 2 – 8');
    screen.getByText('3 h 0 min');
    // Of the week, and of its Monday.
    expect(screen.getAllByText('30 min break')).toHaveLength(2);
    screen.getByText('read 14:02');
  });

  test('Another week is called by its dates', async () => {
    await openPopup(shown({}, week({}, -1)));
    const name = screen.getByRole('heading', { level: 2, name: /Feb/ }).textContent;
    expect(name.replace(/\s/g, ' ')).toBe('Feb 23 – Mar 1');
  });

  test('Today is marked, and the running timer counts into it and into the week', async () => {
    await openPopup(shown({ timer: running }));
    const [today] = bars();
    expect(bars().filter((bar) => bar.hasAttribute('aria-current'))).toEqual([today]);
    expect(nameOf(today!)).toContain('3 h 24 min');
    screen.getByText('4 h 24 min');
  });

  test('Its projects are listed, most first', async () => {
    await openPopup(shown());
    const list = screen.getByRole('list', { name: 'Time by project' });
    const rows = within(list).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent.replace(/\s+/g, ' ').trim())).toEqual([
      'Orion 2:00',
      'No project 1:00',
    ]);
  });

  test('A week that was never read offers to be', async () => {
    const { main, user } = await openPopup(shown({}, week({ readAt: undefined })));
    await user.click(screen.getByRole('button', { name: 'Read it now' }));
    expect(main.commands.at(-1)).toEqual({ type: 'read/shown' });
  });
});

describe('ways through a week', () => {
  test.for([
    ['Previous week', '{Alt>}{ArrowLeft}{/Alt}', { type: 'show/week', at: monday - 1 }],
    ['Next week', '{Alt>}{ArrowRight}{/Alt}', { type: 'show/week', at: monday + 7 * DAY }],
    ['Today', '{Alt>}t{/Alt}', { type: 'show/today' }],
  ] as const)('%s is a button and a key', async ([name, keys, command]) => {
    const { main, user } = await openPopup(shown());
    await user.click(screen.getByRole('button', { name }));
    await user.keyboard(keys);
    expect(main.commands.slice(1)).toEqual([command, command]);
  });

  test('The button of the week is a key too, and leads back to where the week is about', async () => {
    const { main, user } = await openPopup(shown());
    await user.click(screen.getByRole('button', { name: 'Week', pressed: true }));
    expect(main.commands.at(-1)).toEqual({ type: 'show/today' });
    await user.keyboard('{Alt>}w{/Alt}');
    expect(main.commands.slice(1)).toHaveLength(2);
    expect(main.commands.at(-1)).toEqual({ type: 'show/today' });
  });

  test('From another week the button of the week leads to its first day', async () => {
    const { main, user } = await openPopup(shown({}, week({}, -1)));
    await user.click(screen.getByRole('button', { name: 'Week', pressed: true }));
    expect(main.commands.at(-1)).toEqual({ type: 'show/day', at: monday - 7 * DAY });
  });

  test('Arrows move between the days, and Enter opens one', async () => {
    const { main, user } = await openPopup(shown());
    expect(bars().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1, -1, -1]);
    bars()[0]?.focus();
    await user.keyboard('{ArrowRight}{ArrowRight}{Enter}');
    expect(main.commands.at(-1)).toEqual({ type: 'show/day', at: monday + 2 * DAY });
    await user.keyboard('{Home}{Enter}');
    expect(main.commands.at(-1)).toEqual({ type: 'show/today' });
    await user.keyboard('{End}');
    expect(document.activeElement).toBe(bars()[6]);
  });

  test('Whoever came by the button of the week goes on from today', async () => {
    const { main, user } = await openPopup(snapshot());
    await user.click(screen.getByRole('button', { name: 'Week' }));
    await main.push(shown());
    expect(document.activeElement).toBe(bars()[0]);
  });

  test('Escape leads back to today, and only a second one closes the popup', async () => {
    const { main, user } = await openPopup(shown());
    await user.keyboard('{Escape}');
    expect(main.commands.at(-1)).toEqual({ type: 'show/today' });
    await main.push(snapshot());
    await user.keyboard('{Escape}');
    expect(main.commands.at(-1)).toEqual({ type: 'popup/close' });
  });
});
