import type { PlannedView, Seconds } from '#contract';
import { screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { openPopup } from '../support/open-popup.ts';
import { at, migration, review, running, snapshot } from '../support/snapshots.ts';

const plannedNow: PlannedView = {
  kind: 'block',
  id: 77,
  task: migration,
  description: undefined,
  startAt: at('14:00:00'),
  seconds: 5400 as Seconds,
  doneSeconds: 0 as Seconds,
};

const doneBefore = [
  { task: migration, description: undefined },
  { task: migration, description: 'second rehearsal' },
  { task: undefined, description: 'Phone' },
  { task: review, description: undefined },
];

const chips = () =>
  within(screen.getByRole('group', { name: 'Start again' }))
    .queryAllByRole('button')
    .map((chip) => chip.textContent.replaceAll(/\s+/g, ' ').trim());

test('What is planned now is started with one click, and is not told twice', async () => {
  const { main, user } = await openPopup(snapshot({ plannedNow, doneBefore }));
  const name = 'Start Migration dry run planned now to 15:30';
  expect(chips()).toEqual([name, 'Start Migration dry run second rehearsal', 'Start Phone']);
  await user.click(screen.getByRole('button', { name }));
  expect(main.commands.at(-1)).toEqual({ type: 'timer/start', taskId: 1, timeBlockId: 77 });
  await main.push(snapshot({ plannedNow, timer: running }));
  expect(screen.queryByRole('button', { name })).toBeNull();
});

test('The last jobs are started with one click, task and description together', async () => {
  const { main, user } = await openPopup(snapshot({ doneBefore }));
  expect(chips()).toHaveLength(3);
  await user.click(
    screen.getByRole('button', { name: 'Start Migration dry run second rehearsal' }),
  );
  expect(main.commands.at(-1)).toEqual({
    type: 'timer/start',
    taskId: 1,
    description: 'second rehearsal',
  });
});

test('A chip keeps what is typed', async () => {
  const { main, user } = await openPopup(
    snapshot({ doneBefore, draft: { start: { description: 'half' } } }),
  );
  await user.click(screen.getByRole('button', { name: 'Start Phone' }));
  await main.push(snapshot());
  expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('half');
});

test('Where nothing was done yet, the keys are told instead', async () => {
  await openPopup(snapshot());
  expect(chips()).toEqual([]);
  screen.getByText(/^Press ↓/);
});
