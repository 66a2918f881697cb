import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { expectPainted } from '../../support/painted/painted.ts';
import { press, statusReading } from '../../support/electron/popup-steps.ts';
import { fillAndConfirm, onRow, rowOf } from '../../support/review/list.ts';
import { reviewRun, type TrackedElsewhere, type Review } from '../../support/review/run.ts';
import { sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

/** What needs the person lies on another day, below all that is in sight there. */

const session = sharedSession();

const DAYS = 3;
const OLDEST = { minutesAgo: DAYS * 1440 + 180, minutes: 5, taskId: TASK_A.id };
/** Newer ones of that day, more than are in sight at once. */
const ABOVE: readonly TrackedElsewhere[] = Array.from({ length: 12 }, (_, index) => ({
  minutesAgo: DAYS * 1440 + 10 + index * 10,
  minutes: 5,
  taskId: TASK_A.id,
  description: `number ${index}`,
}));

/** Three days back, all of it read. */
async function threeDaysBack(page: Page): Promise<void> {
  for (let day = 0; day < DAYS; day++) await press(page, 'Previous day');
  await press(page, 'Read it now');
  await rowOf(page, 'number 0').waitFor();
}

async function backToToday(page: Page): Promise<void> {
  await page.keyboard.press('Alt+T');
  await page.getByRole('heading', { name: 'Today' }).waitFor();
}

/** Fails unless the row has the focus, and with all that it says and offers is in sight and painted. */
async function expectShown({ page }: Review, words: string, ways: readonly string[]) {
  const row = rowOf(page, words);
  await until(() => row.evaluate((each) => each === document.activeElement), 'the row is focused');
  await expectPainted(page, session().screen, `the row ${words}`);
  for (const way of ways) {
    const inSight = await row.getByRole('button', { name: way }).evaluate((button) => {
      const { left, top, right, bottom } = button.getBoundingClientRect();
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return hit !== null && button.contains(hit);
    });
    expect([way, inSight]).toEqual([way, true]);
  }
}

/** Adds one that Toggl Focus refuses, before all others of the day. */
async function addRefused({ page, server }: Review, told: string): Promise<void> {
  server.deleteTask(TASK_B.id);
  await page.keyboard.press('Control+N');
  await page.getByRole('combobox', { name: 'Task of the entry' }).fill(TASK_B.name);
  await page.getByRole('option', { name: TASK_B.name }).click();
  await page.getByRole('textbox', { name: 'Start', exact: true }).fill('5:00');
  await fillAndConfirm(page, 'Length', '10m');
  await statusReading(page, told);
}

/** An edit without a network meets one that was made there. */
async function makeConflict({ page, server }: Review): Promise<void> {
  await server.down();
  await onRow(page, 'the oldest', 'Enter');
  await fillAndConfirm(page, 'Description of the entry', 'mine');
  await statusReading(page, '1 waiting');
  const { id = 0 } = server.entries().find(({ description }) => description === 'the oldest') ?? {};
  server.changeEntry(id, { description: 'theirs', seconds: 240 });
  await server.up();
  await page.keyboard.press('F5');
  await statusReading(page, '1 in conflict');
}

it('leads from the footer to the refused entry of another day, by mouse', async () => {
  const review = await reviewRun(session(), ABOVE);
  const { page } = review;
  await threeDaysBack(page);
  await addRefused(review, '1 refused');
  await backToToday(page);

  await press(page, '1 refused: show it');

  await expectShown(review, TASK_B.name, [`Mend ${TASK_B.name}`, `Discard ${TASK_B.name}`]);
});

it('leads to the row of a conflict with its ways, then to the next that needs the person, by keyboard', async () => {
  const review = await reviewRun(session(), [...ABOVE, { ...OLDEST, description: 'the oldest' }]);
  const { page } = review;
  await threeDaysBack(page);
  await makeConflict(review);
  await backToToday(page);

  const toWay = async (words: string) => {
    const way = page.getByRole('button', { name: words, exact: true });
    await page.getByRole('button', { name: 'Refresh' }).focus();
    for (let tabs = 0; tabs < 3; tabs++) {
      await page.keyboard.press('Shift+Tab');
      if (await way.evaluate((each) => each === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
  };
  await toWay('1 in conflict: show it');
  await expectShown(review, 'mine', [`Keep mine ${TASK_A.name}`, `Take theirs ${TASK_A.name}`]);

  await addRefused(review, '2 need you');
  await backToToday(page);
  await toWay('2 need you: show them');
  await expectShown(review, TASK_B.name, [`Mend ${TASK_B.name}`]);
  await toWay('2 need you: show them');
  await expectShown(review, 'mine', [`Keep mine ${TASK_A.name}`]);
});
