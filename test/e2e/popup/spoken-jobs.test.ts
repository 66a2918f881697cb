import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { nextPressIsMeant } from '../../support/electron/popup-steps.ts';
import { listen } from '../../support/electron/spoken.ts';
import { rowOf } from '../../support/review/list.ts';
import { reviewRun } from '../../support/review/run.ts';
import { TASK_A } from '../../support/server/fault-server.ts';
import { sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

/** Each job by the keyboard alone, by somebody who hears the popup and does not see it. */

const session = sharedSession();
const WEEK = 7 * 24 * 60;
const rehearsed = { minutesAgo: 90, minutes: 30, taskId: TASK_A.id, description: 'rehearsal' };

type Heard = () => Promise<readonly string[]>;

/** Waits until this is said. */
async function says(heard: Heard, words: string | RegExp): Promise<void> {
  const said: string[] = [];
  await until(
    async () => {
      said.push(...(await heard()));
      return said.some((each) => (typeof words === 'string' ? each === words : words.test(each)));
    },
    `"${String(words)}" is said`,
  ).catch((error: unknown) => {
    throw new Error(`said was: ${said.join(' | ')}`, { cause: error });
  });
}

const presses = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

it('says when a timer is started, switched to and stopped, and what goes on', async () => {
  const { page } = await reviewRun(session(), [rehearsed]);
  const heard = await listen(page);
  await page.keyboard.type('Tea');
  await presses(page, 'Enter');
  await says(heard, 'Timer started: Tea.');
  await nextPressIsMeant(page);
  await presses(page, 'Space');
  await says(heard, 'Timer stopped.');
  await nextPressIsMeant(page);
  await page.keyboard.type(`@${TASK_A.name.slice(0, 6)}`);
  await presses(page, 'Enter');
  await says(heard, `Timer started: ${TASK_A.name}.`);
  await nextPressIsMeant(page);
  await presses(page, 'Control+K');
  await page.keyboard.type('Cake');
  await presses(page, 'Enter');
  await says(heard, 'Timer started: Cake.');
  await nextPressIsMeant(page);
  await presses(page, 'Space');
  await says(heard, 'Timer stopped.');
  await nextPressIsMeant(page);
  await presses(page, 'ArrowDown', 'Enter');
  await says(heard, 'Timer started: Cake.');
});

it('says what was filled, changed, deleted and brought back', async () => {
  const { page } = await reviewRun(session(), [{ ...rehearsed, minutesAgo: 70 }]);
  const heard = await listen(page);
  await presses(page, 'F6', 'f');
  await says(heard, `Filled the gap with “${TASK_A.name}”.`);
  await presses(page, 'Control+Z');
  await says(heard, 'Taken back: filled the gap.');
  await rowOf(page, 'rehearsal').waitFor();
  await presses(page, 'F6', 'ArrowDown', 'e', 'Shift+Tab');
  await page.keyboard.type(' at last');
  await presses(page, 'Enter');
  await says(heard, `Changed “${TASK_A.name}”.`);
  await rowOf(page, 'rehearsal at last').waitFor();
  await presses(page, 'Delete');
  await says(heard, `Deleted “${TASK_A.name}”.`);
  await presses(page, 'Control+Z');
  await says(heard, 'Taken back: deleted 1 entry.');
});

it('finds what was done last week, says how much it is, and continues one of it', async () => {
  const { page } = await reviewRun(session(), [{ ...rehearsed, minutesAgo: WEEK }]);
  const heard = await listen(page);
  await presses(page, 'Control+F');
  await page.keyboard.type('rehearsal');
  await page.getByRole('combobox', { name: 'Time range' }).selectOption('Last week');
  await page.getByRole('button', { name: 'Read all' }).press('Enter');
  await says(heard, /^1 (match|entry)/);
  await page.getByRole('searchbox').focus();
  await presses(page, 'ArrowDown', 'c');
  await says(heard, `Timer started: ${TASK_A.name}.`);
  await page.getByRole('button', { name: 'Stop timer' }).waitFor();
});

it('reads from what runs over the day to its entries, and ends with what is sent', async () => {
  const { page } = await reviewRun(session(), [rehearsed]);
  const read = await page.locator('main').ariaSnapshot();
  const inOrder = [
    'heading "Stint"',
    'combobox "What are you working on?"',
    'button "Start timer"',
    'group "Start again"',
    'heading "Today',
    'grid "Entries of the day"',
    'status "Sync status"',
    'button "Settings"',
  ].map((words) => read.indexOf(words));
  expect(inOrder).not.toContain(-1);
  expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
});
