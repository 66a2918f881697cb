import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ProjectTotal, Seconds, Snapshot } from '#contract';
import { openPopup } from '../support/open-popup.ts';
import { at, day, running, snapshot } from '../support/snapshots.ts';

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
