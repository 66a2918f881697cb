import { expect, it } from 'vitest';
import { axeFindings } from '../../support/electron/axe.ts';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { changeOnBothSides, onRow } from '../../support/review/list.ts';
import { reviewRun, type Review } from '../../support/review/run.ts';
import { sharedSession } from '../../support/stint-run.ts';

const session = sharedSession();

/** With a gap, an overlap, a break, and something without a task. */
const DAY = [
  { minutesAgo: 240, minutes: 50, taskId: TASK_A.id, description: 'first round' },
  { minutesAgo: 170, minutes: 60, taskId: TASK_B.id },
  { minutesAgo: 120, minutes: 20, description: 'a call that began too early' },
  { minutesAgo: 90, minutes: 15, type: 'break' as const, description: 'coffee' },
];

async function expectNoFindings({ page }: Review): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
}

it('axe finds nothing in a day, whatever is open in it', async () => {
  const review = await reviewRun(session(), DAY);
  const { page } = review;
  await page.getByText('Overlaps').first().waitFor();
  await expectNoFindings(review);
  for (const [key, opened] of [
    ['Enter', page.getByRole('textbox', { name: 'Length' })],
    ['s', page.getByRole('textbox', { name: 'Split at' })],
    ['h', page.getByRole('textbox', { name: 'Minutes later, or earlier with a minus' })],
    ['m', page.getByRole('combobox', { name: 'Move to' })],
    ['i', page.getByText('as it is here')],
  ] as const) {
    await onRow(page, TASK_B.name, key);
    await opened.waitFor();
    await expectNoFindings(review);
    await page.keyboard.press('Escape');
    await opened.waitFor({ state: 'detached' });
  }
  await onRow(page, TASK_B.name, 'Space', 'a');
  await page.getByText('1 selected').waitFor();
  await expectNoFindings(review);
  await onRow(page, 'coffee', 'Escape', 'Delete');
  await page.getByRole('button', { name: 'Deleted (1)' }).click();
  await expectNoFindings(review);
  await page.keyboard.press('Control+N');
  await page.getByRole('textbox', { name: 'Length' }).waitFor();
  await expectNoFindings(review);
});

it('axe finds nothing in a conflict', async () => {
  const review = await reviewRun(session(), DAY.slice(0, 1));
  await changeOnBothSides(review);
  await expectNoFindings(review);
});

it('axe finds nothing in a week, a range, a task, the keys, a plan and a timer elsewhere', async () => {
  const review = await reviewRun(session(), DAY);
  const { page, api, beganAt } = review;
  await page.keyboard.press('Alt+W');
  await page.getByText('This week').waitFor();
  await expectNoFindings(review);
  await page.keyboard.press('Control+F');
  await page.getByRole('searchbox', { name: 'Search entries' }).waitFor();
  await expectNoFindings(review);
  await page.keyboard.press('Escape');
  await onRow(page, TASK_A.name, 't');
  await page.getByRole('heading', { name: TASK_A.name }).waitFor();
  await expectNoFindings(review);
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await expectNoFindings(review);
  await page.keyboard.press('Escape');

  const start = new Date(beganAt - 600_000).toISOString();
  await api.call('POST', `O/tasks/${TASK_A.id}/time-blocks`, { start, duration: 3600 });
  await api.call('POST', 'O/tracking/start', { type: 'activity', task_id: TASK_B.id, start });
  await page.keyboard.press('F5');
  await page.getByText('A timer runs in Toggl Focus').waitFor();
  await page.getByRole('button', { name: /planned now/ }).waitFor();
  await expectNoFindings(review);
});

it('reads the strip of the day before its list, both by name, and no ticking text aloud', async () => {
  const { page } = await reviewRun(session(), DAY);
  await page.getByText('Overlaps').first().waitFor();
  const tree = await page.locator('body').ariaSnapshot();
  const strip = tree.indexOf('list "Timeline');
  const list = tree.indexOf('grid "Entries of the day"');
  expect(strip, tree).toBeGreaterThan(0);
  expect(list).toBeGreaterThan(strip);
  expect(tree.indexOf('timer "Elapsed time"')).toBeLessThan(strip);

  await onRow(page, TASK_B.name, 'c');
  await page.getByRole('button', { name: 'Stop timer' }).waitFor();
  const live = await page
    .getByRole('timer', { name: 'Elapsed time' })
    .evaluate((timer) => timer.closest('[aria-live]')?.getAttribute('aria-live'));
  expect(live).toBe('off');
});
