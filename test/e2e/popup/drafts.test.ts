import type { BrowserWindow } from 'electron';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { popupWindows } from '../../support/opening/popup-windows.ts';
import { pressAgain } from '../../support/opening/press-again.ts';
import { expectPainted } from '../../support/painted/painted.ts';
import { workField } from '../../support/main-job/popup.ts';
import { press, snapshotOf } from '../../support/electron/popup-steps.ts';
import { onRow, rowOf } from '../../support/review/list.ts';
import { reviewRun, type Review } from '../../support/review/run.ts';
import { runStint, sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();

const YESTERDAY = [
  { minutesAgo: 1440 + 120, minutes: 60, taskId: TASK_A.id, description: 'as it was' },
];

/** Closes the popup and lets its page go, as after a minute out of sight, then opens another. */
async function throughTheEnd({ app }: Pick<Review, 'app'>): Promise<Page> {
  await pressAgain(app.item);
  for (const page of app.electron.windows()) {
    const gone = page.waitForEvent('close');
    const window = await app.electron.browserWindow(page);
    // The page says itself that it is gone; an answer of main may come late.
    void window.evaluate((each: BrowserWindow) => each.destroy()).catch(() => undefined);
    await gone;
  }
  return app.openPopup();
}

const words = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

async function toYesterday(page: Page): Promise<void> {
  await press(page, 'Previous day');
  await press(page, 'Read it now');
  await rowOf(page, TASK_A.name).waitFor();
}

it('has half a description and an open edit of another day again after its page has ended', async () => {
  const review = await reviewRun(session(), YESTERDAY);
  const { page } = review;
  await workField(page).fill('what comes ne');
  await workField(page).press('Escape');
  await toYesterday(page);
  await onRow(page, TASK_A.name, 'Enter');
  await page.getByRole('combobox', { name: 'Task of the entry' }).fill(TASK_B.name);
  await page.getByRole('option', { name: TASK_B.name }).click();
  await words(page, 'Length').fill('1h1');
  await words(page, 'Description of the entry').fill('half a tho');

  const next = await throughTheEnd(review);

  await next.getByRole('heading', { name: 'Yesterday' }).waitFor();
  expect(await workField(next).inputValue()).toBe('what comes ne');
  const task = next.getByRole('combobox', { name: 'Task of the entry' });
  expect(await task.inputValue()).toBe(TASK_B.name);
  expect(await words(next, 'Length').inputValue()).toBe('1h1');
  await expectPainted(next, session().screen, 'the form that was left open');
  // Where the focus is, the person's keyboard goes on.
  await session().screen.key('End');
  for (const key of ['u', 'g', 'h', 't']) await session().screen.key(key);
  const description = words(next, 'Description of the entry');
  await until(async () => (await description.inputValue()) === 'half a thought', 'it is typed on');

  await words(next, 'Length').fill('50');
  await words(next, 'Length').press('Enter');
  await rowOf(next, 'half a thought').waitFor();
  const last = await throughTheEnd(review);
  await last.getByRole('heading', { name: 'Today' }).waitFor();
  expect(await last.getByRole('group', { name: 'Edit the entry' }).count()).toBe(0);
});

it.each(['is quit', 'is killed while the popup is closed'])(
  'has it again after Stint %s',
  async (end) => {
    const { app, page, server } = await reviewRun(session(), []);
    await workField(page).fill('what comes ne');
    await until(
      async () => (await snapshotOf(page)).draft.start?.description === 'what comes ne',
      'it has reached main',
    );
    if (end === 'is quit') await app.close();
    else {
      await pressAgain(app.item);
      await popupWindows(session()).closed();
      await app.kill9();
    }
    const next = await runStint({ session: session(), server, folder: app.folder });
    const description = workField(await next.openPopup());
    await until(
      async () => (await description.inputValue()) === 'what comes ne',
      'it is there again',
    );
  },
);
