import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dayOf, focused, gap, morning, morningDay, overlappingDay } from '../support/entry-rows.ts';
import { openPopup } from '../support/open-popup.ts';
import { at, running } from '../support/snapshots.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: at('14:55:07'), toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

const gapInStrip = (name: string) => screen.getByRole('button', { name });

test('A press on a gap fills it, and says before that it will', async () => {
  const { main, user } = await openPopup(morningDay());
  const strip = gapInStrip('10:00 – 10:30, 30 min free – Fill');
  expect(strip.tabIndex).toBe(-1);
  await user.click(strip);
  expect(main.commands.at(-1)).toEqual({
    type: 'gaps/fill',
    gaps: [{ fromAt: gap.startAt, toAt: gap.endAt }],
    taskId: 1,
    description: 'second rehearsal',
  });
});

test('More than an hour is asked about first, as in the row', async () => {
  const [mail, , dryRun] = morning;
  const long = { startAt: at('10:00:00'), endAt: at('11:30:00') };
  const late = { ...mail, startAt: at('11:30:00') };
  const { main, user } = await openPopup(dayOf([late, dryRun], { gaps: [long] }));
  await user.click(gapInStrip('10:00 – 11:30, 1:30 free – Fill'));
  const question = await screen.findByRole('alertdialog');
  expect(main.commands.map(({ type }) => type)).not.toContain('gaps/fill');
  await user.click(within(question).getByRole('button', { name: 'Fill' }));
  expect(main.commands.at(-1)?.type).toBe('gaps/fill');
});

test('A press on an overlap leads to the row with the ways out', async () => {
  const { user } = await openPopup(overlappingDay());
  await user.click(gapInStrip('09:40 – 10:00, overlap of 20 min – Mend'));
  expect(focused()).toBe('Review pull requests');
});

test('An overlap with the running timer leads to the entry', async () => {
  const [, , dryRun] = morning;
  const overlaps = [
    {
      earlierId: dryRun.id,
      laterId: running.state === 'running' ? running.id : '',
      startAt: at('09:40:00'),
      endAt: at('10:00:00'),
    },
  ];
  const { user } = await openPopup(dayOf([dryRun], { overlaps }, { timer: running }));
  await user.click(gapInStrip('09:40 – 10:00, overlap of 20 min – Mend'));
  expect(focused()).toBe('Migration dry run');
});

test('Escape sends away what is told under the pointer, wherever the focus is, and no more', async () => {
  const { main, user } = await openPopup(morningDay());
  const [block] = screen.getAllByRole('button', { name: /^Migration dry run, .*09:00 – 10:00/ });
  await user.hover(block!);
  expect(document.querySelector('.tip')).not.toBeNull();
  await user.keyboard('{Escape}');
  expect(document.querySelector('.tip')).toBeNull();
  expect(main.commands.map(({ type }) => type)).toEqual(['popup/ready']);
});
