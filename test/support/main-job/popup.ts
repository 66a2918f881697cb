import type { Locator, Page } from 'playwright';
import { until } from '../until.ts';

/** What a person does in the popup, by the names that scripts and screen readers rely on. */

const tryTheDemo = (page: Page) => page.getByRole('button', { name: 'Try the demo' });
/** The field in which a timer begins. */
export const workField = (page: Page): Locator =>
  page.getByRole('combobox', { name: 'What are you working on?' });
const elapsedTime = (page: Page) => page.getByRole('timer', { name: 'Elapsed time' });
/** The rows of the day's entries, newest first, without the gaps between them. */
export const entryRows = (page: Page): Locator =>
  page.getByRole('grid', { name: 'Entries of the day' }).locator('[data-entry-id]');

/** Connects the demo on a first run. Throws where an account other than the demo is connected. */
export async function connectDemo(page: Page): Promise<void> {
  await tryTheDemo(page).or(workField(page)).first().waitFor();
  if (await tryTheDemo(page).isVisible()) await tryTheDemo(page).click();
  await workField(page).waitFor();
  if (await page.getByText('demo account').isVisible()) return;
  throw new Error(
    'An account of Toggl Focus is connected in this folder. Nothing was tracked in it; ' +
      'start with another --user-data-dir.',
  );
}

export async function syncStatus(page: Page): Promise<string> {
  return page.getByRole('status', { name: 'Sync status' }).innerText();
}

/**
 * Types what finds the first task whose name holds the words, or the first of all, with the description before it;
 * returns its name. It stands out then: Start and Enter begin with it.
 */
export async function chooseTask(page: Page, words = '', description = ''): Promise<string> {
  await workField(page).fill(`${description} @${words}`);
  const option = page.getByRole('option', { selected: true }).filter({ hasText: words });
  const name = option.filter({ hasNotText: 'no task yet' }).locator('.ellipsis').first();
  // What it is started with stands behind its name.
  return name.evaluate((element) => element.firstChild?.textContent?.trim() ?? '');
}

/** Types what a timer without a task is to be about. */
export async function describeWork(page: Page, words: string): Promise<void> {
  await workField(page).fill(words);
}

export async function startTimer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start timer' }).click();
  await page.getByRole('button', { name: 'Stop timer' }).waitFor();
}

/** Waits until the timer shows another time than now. */
export async function letTimePass(page: Page): Promise<string> {
  const before = await elapsedTime(page).innerText();
  return until(async () => {
    const now = await elapsedTime(page).innerText();
    return now !== before && now;
  }, 'the elapsed time moves');
}

/** Waits until more than a second has surely passed since the start: before, Stop is taken for a slip of the hand. */
export async function ranASecond(page: Page): Promise<void> {
  await until(
    async () => !/^0:00:0[01]$/.test(await elapsedTime(page).innerText()),
    'the timer has run for a second',
  );
}

export async function stopTimer(page: Page): Promise<void> {
  await ranASecond(page);
  await page.getByRole('button', { name: 'Stop timer' }).click();
  await page.getByRole('button', { name: 'Start timer' }).waitFor();
}

/** The newest entry of today as a person reads it, in one line. */
export async function newestEntry(page: Page): Promise<string> {
  return (await entryRows(page).first().innerText()).replace(/\s+/g, ' ');
}
