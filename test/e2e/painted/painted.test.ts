import type { Page } from 'playwright';
import { it } from 'vitest';
import { openDemo, type DemoApi } from '../../support/server/demo-api.ts';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { expectPainted } from '../../support/painted/painted.ts';
import { snapshotOf } from '../../support/electron/popup-steps.ts';
import { connectedRun, runStint, sharedSession, type StintRun } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

/**
 * What is drawn early, late or kept back for speed is there when it comes into sight: the pixels of the
 * screen against what the page says stands there.
 */

const session = sharedSession();

const FEW = 4;
/** Of a list that is open. */
const TASKS = 50;

const LISTS = {
  day: '.scroll:has([role=grid])',
  entries: '[role=grid][aria-rowcount]',
  tasks: '[popover] [role=listbox]',
} as const;

/** More notches than a list of so many entries, and as many gaps, is long. */
const toTheEnd = (count: number) => 20 + 2 * count;

/** So many entries of two minutes with a gap of one before the next, the last one just over. */
async function fill(api: DemoApi, count: number): Promise<void> {
  const minute = Math.floor(Date.now() / 60_000) * 60_000;
  const entries = Array.from({ length: count }, (_, index) => ({
    type: 'activity',
    task_id: index % 2 === 0 ? TASK_A.id : TASK_B.id,
    start: new Date(minute - (count - index) * 180_000).toISOString(),
    duration: 120,
    description: `number ${index}`,
  }));
  await api.call('POST', 'O/time-entries/bulk', entries);
}

/** At least, in px: a notch is 40 to 120, by the desktop. */
const wayOf = (notches: number) => (notches > FEW ? Infinity : notches * 40);

/** For half a second Chromium gives a wheel over one place to what it has scrolled last, be that gone by now. */
let side = 1;

/** Turns a real wheel over the list, and waits until it has come to rest there. */
async function turnWheel(page: Page, list: string, notches: number): Promise<void> {
  side = -side;
  const place = () =>
    page.evaluate((selector) => {
      const element = document.querySelector(selector);
      if (element === null) throw new Error(`there is no ${selector}`);
      const { x, y, width, height } = element.getBoundingClientRect();
      const { scrollTop, scrollHeight, clientHeight } = element;
      return {
        x: screenX + x + width / 2,
        y: screenY + y + height / 2,
        top: scrollTop,
        end: scrollTop + clientHeight >= scrollHeight - 1,
      };
    }, list);
  const { x, y, ...before } = await place();
  await session().screen.wheel(x + side * 30, y, notches);
  await until(async () => {
    const { top, end } = await place();
    return notches < 0 ? top === 0 : end || top >= before.top + wayOf(notches);
  }, `the wheel has moved ${list}`);
}

/** A little further down, at the end, and at the beginning. */
async function look(page: Page, list: string, where: string, count: number): Promise<void> {
  const { screen } = session();
  await expectPainted(page, screen, `${where}, first`);
  await turnWheel(page, list, FEW);
  await expectPainted(page, screen, `${where}, scrolled a little`);
  await turnWheel(page, list, toTheEnd(count));
  await expectPainted(page, screen, `${where}, at the end`);
  await turnWheel(page, list, -toTheEnd(count));
  await expectPainted(page, screen, `${where}, at the beginning again`);
}

async function dayOf(page: Page, count: number): Promise<void> {
  await until(
    async () => (await snapshotOf(page)).today.entries.length === count,
    `${count} entries are shown`,
  );
}

async function lookAtAll(page: Page, where: string, count: number): Promise<void> {
  await look(page, LISTS.day, `${where}: day`, count);
  await page.keyboard.press('Control+K');
  await page.locator(LISTS.tasks).getByRole('option').first().waitFor();
  await look(page, LISTS.tasks, `${where}: list of tasks`, TASKS);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+F');
  await page.locator('[role=grid] [role=row]').first().waitFor();
  await look(page, LISTS.entries, `${where}: find`, count);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.locator('[data-entry-id]').first().press('t');
  await page.getByRole('grid', { name: 'Entries of the task' }).getByRole('row').first().waitFor();
  await look(page, LISTS.entries, `${where}: task`, count);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('grid').waitFor();
}

/** What a popup that was away for a minute goes through, without the minute. */
async function takeWindowAway({ electron }: StintRun): Promise<void> {
  await electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
  });
}

async function hide({ electron }: StintRun, page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await until(
    () =>
      electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().every((window) => !window.isVisible()),
      ),
    'the popup is hidden',
  );
}

it.each([10, 60, 200])(
  'paints all that stands in sight of %i entries, however it was opened',
  async (count) => {
    await using api = await openDemo();
    await fill(api, count);
    const options = { session: session(), server: api.server };
    const first = await connectedRun(options);
    first.page.setDefaultTimeout(8000);
    await dayOf(first.page, count);
    await look(first.page, LISTS.day, 'drawn by the page', count);
    await first.app.close();

    const app = await runStint({ ...options, folder: first.app.folder });
    await until(
      // The one that is left waits for the border of the day.
      () =>
        app.electron.evaluate(
          () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length === 1,
        ),
      'the first picture is prepared',
    );
    await look(await app.openPopup(), LISTS.day, 'after a start', count);
    await takeWindowAway(app);
    const page = await app.openPopup();
    await look(page, LISTS.day, 'made anew', count);
    await hide(app, page);
    await look(await app.openPopup(), LISTS.day, 'shown again', count);
    await takeWindowAway(app);
    await lookAtAll(await app.openPopup(), 'made anew once more', count);
  },
  120_000,
);
