import { screen, within } from '@testing-library/svelte';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Instant, Seconds } from '#contract';
import { addedSpan } from '../../../src-renderer/entry/edit/new-entry-span.ts';
import { dayOf, focusRow, gap, morning } from '../support/entry-rows.ts';
import { openPopup } from '../support/open-popup.ts';
import { at, DAY, day, entry, running, snapshot } from '../support/snapshots.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: at('14:55:07'), toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

const [mail, review, dryRun] = morning;
const sent = { state: 'delivered' } as const;
const lunch = entry(sent, {
  id: 'lunch',
  task: undefined,
  description: 'Lunch',
  type: 'break',
  startAt: at('09:50:00'),
  seconds: 600 as Seconds,
});
const early = { ...dryRun, seconds: 3000 as Seconds };

test('A gap after a break is filled with no work by itself: a person says what it was', async () => {
  const { main, user } = await openPopup(dayOf([mail, review, lunch, early], { gaps: [gap] }));
  const before = main.commands.length;
  focusRow(/^Lunch/);
  await user.keyboard('f');
  screen.getByText(/No work stands before this gap/);
  await user.click(screen.getByRole('button', { name: 'Fill…' }));
  screen.getByRole('group', { name: 'Add an entry' });
  expect(main.commands).toHaveLength(before);
});

/** Review from 10:30 with so much free before it, behind the dry run or behind lunch. */
const shortGap = { startAt: at('10:26:00'), endAt: at('10:30:00') };
const longRun = { ...dryRun, seconds: 5160 as Seconds };
const longLunch = { ...lunch, startAt: at('10:06:00'), seconds: 1200 as Seconds };
const line = () => document.querySelector('.hairline');

test.for([
  ['work', longRun, 5400],
  ['a break', longLunch, 1440],
] as const)('A short gap is a line that extends %s before it', async ([, last, seconds]) => {
  const { main, user } = await openPopup(dayOf([review, last], { gaps: [shortGap] }));
  expect(line()?.textContent.trim()).toBe('4 min');
  const extended = { type: 'entry/edit', entryId: last.id, seconds };
  await user.click(within(line() as HTMLElement).getByRole('button', { name: '4 min' }));
  expect(main.commands.at(-1)).toEqual(extended);
  focusRow(/not tracked/);
  await user.keyboard('f');
  expect(main.commands.at(-1)).toEqual(extended);
});

test.for([
  [1, '10:28:30', false],
  [5, '10:26:00', true],
  [5, '10:25:59', false],
  [10, '10:21:00', true],
  [30, '10:00:00', false],
] as const)(
  'Where gaps are shown from %i min, one from %s is short: %s',
  async ([from, start, short]) => {
    const startAt = at(start);
    const last = { ...dryRun, seconds: ((startAt - dryRun.startAt) / 1000) as Seconds };
    const settings = { ...snapshot().settings, gapsFrom: from };
    await openPopup(
      dayOf([review, last], { gaps: [{ startAt, endAt: at('10:30:00') }] }, { settings }),
    );
    expect(line() !== null).toBe(short);
  },
);

test('A short gap behind nothing that could be extended has a row', async () => {
  await openPopup(dayOf([review], { gaps: [shortGap] }));
  expect(line()).toBeNull();
});

test('What the gap up to now extends ends on a whole second', async () => {
  const now = { startAt: at('14:54:00'), endAt: (at('14:55:07') + 400) as Instant };
  const last = { ...dryRun, startAt: at('14:00:00'), seconds: 3240 as Seconds };
  const { main, user } = await openPopup(dayOf([last], { gaps: [now] }));
  focusRow(/not tracked/);
  await user.keyboard('f');
  expect(main.commands.at(-1)).toEqual({ type: 'entry/edit', entryId: last.id, seconds: 3307 });
});

test('More than an hour is filled after a yes alone', async () => {
  const night = { startAt: at('01:26:00'), endAt: at('09:00:00') };
  const evening = { ...dryRun, id: 'evening', startAt: at('00:26:00') };
  const { main, user } = await openPopup(dayOf([...morning, evening], { gaps: [night] }));
  const before = main.commands.length;
  const row = focusRow(/not tracked/);
  await user.keyboard('f');
  const dialog = await screen.findByRole('alertdialog');
  expect(dialog.textContent).toContain('Fill 7 h 34 min?');
  expect(dialog.textContent).toContain('“Migration dry run”');
  await user.click(screen.getByRole('button', { name: 'Leave it' }));
  expect(main.commands).toHaveLength(before);
  row.focus();
  await user.keyboard('f');
  await user.click(await screen.findByRole('button', { name: 'Fill' }));
  expect(main.commands.slice(before)).toMatchObject([
    { type: 'gaps/fill', gaps: [{ fromAt: night.startAt, toAt: night.endAt }], taskId: 1 },
  ]);
});

test('A break is not continued as work', async () => {
  const { main, user } = await openPopup(dayOf([lunch]));
  const before = main.commands.length;
  focusRow(/^Lunch/);
  await user.keyboard('c');
  screen.getByText(/A break cannot be continued/);
  expect(main.commands).toHaveLength(before);
});

const idle = { state: 'idle' } as const;
const activity = (from: string, to: string) =>
  entry(sent, {
    id: from,
    startAt: at(from),
    seconds: ((at(to) - at(from)) / 1000) as Seconds,
  });

test.for([
  ['14:30:00', '14:47:20', '14:48:00', '14:55:00'],
  ['14:00:00', '14:54:30', '13:45:00', '14:00:00'],
  ['14:00:00', '14:58:00', '13:45:00', '14:00:00'],
  ['10:00:00', '11:00:00', '11:00:00', '14:55:00'],
  ['10:00:00', '11:00:30', '11:01:00', '14:55:00'],
] as const)('An entry is offered the free time beside one from %s to %s', ([from, to, ...free]) => {
  const span = addedSpan(day([activity(from, to)]), idle, at('14:55:07'));
  expect([span.startAt, span.endAt]).toEqual(free.map(at));
});

test('Beside a running timer it is what is free before that', () => {
  const timer = { ...running, startAt: at('14:30:00') } as typeof running;
  const span = addedSpan(day([activity('14:20:00', '14:30:00')]), timer, at('14:55:07'));
  expect([span.startAt, span.endAt]).toEqual(['14:05:00', '14:20:00'].map(at));
});

test('What is offered overlaps nothing, as long as anything is free', () => {
  const activities = fc.array(
    fc.record({ from: fc.nat(890), length: fc.integer({ min: 1, max: 90 }) }),
    {
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(activities, fc.boolean(), (made, isToday) => {
      const entries = made.map(({ from, length }, index) =>
        entry(sent, {
          id: `e${index}`,
          startAt: (at('00:00:00') + from * 61_000) as Instant,
          seconds: (length * 60) as Seconds,
        }),
      );
      const now = (at('14:55:07') + (isToday ? 0 : DAY)) as Instant;
      const { startAt, endAt } = addedSpan(day(entries), idle, now);
      expect(endAt - startAt).toBeGreaterThanOrEqual(60_000);
      for (const each of entries) {
        const end = each.startAt + each.seconds * 1000;
        expect(end <= startAt || each.startAt >= endAt).toBe(true);
      }
    }),
  );
});
