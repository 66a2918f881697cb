import type { BrowserWindow } from 'electron';
import type { Locator, Page } from 'playwright';
import { expect, it } from 'vitest';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { onRow } from '../../support/review/list.ts';
import { type TrackedElsewhere, reviewRun } from '../../support/review/run.ts';
import { workField } from '../../support/main-job/popup.ts';
import { sharedSession, type StintRun } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();

/** So many that the list of entries scrolls, the earliest with a name of its own. */
const LONG_MORNING: readonly TrackedElsewhere[] = [
  { minutesAgo: 200, minutes: 5, taskId: TASK_B.id, description: 'the first of the day' },
  ...Array.from({ length: 14 }, (_, index) => ({
    minutesAgo: 190 - index * 10,
    minutes: 5,
    taskId: TASK_B.id,
  })),
];

const field = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const standingOut = (page: Page, name: string) =>
  page.getByRole('option', { name, selected: true });

/** Opens the list and waits until it stands in the window, beside its field and with a row in sight. */
async function opensInSight(page: Page, task: Locator): Promise<void> {
  await task.press('ArrowDown');
  const list = page.getByRole('listbox', { name: (await task.getAttribute('aria-label')) ?? '' });
  await page.getByRole('option', { selected: true }).waitFor();
  await painted(page);
  const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  // With its frame and foot, which are no part of the listbox.
  const panel = await list.locator('xpath=..').boundingBox();
  const input = await task.boundingBox();
  if (panel === null || input === null) throw new Error('the list or its field is not drawn');
  expect(panel.y).toBeGreaterThanOrEqual(0);
  expect(panel.y + panel.height).toBeLessThanOrEqual(size.height);
  expect(panel.x).toBeGreaterThanOrEqual(0);
  expect(panel.x + panel.width).toBeLessThanOrEqual(size.width);
  expect(panel.height).toBeGreaterThanOrEqual(100);
  // As wide as its field, or as that and the button beside it.
  expect(panel.width).toBeGreaterThanOrEqual(input.width - 1);
  const below = Math.abs(panel.y - (input.y + input.height));
  const above = Math.abs(input.y - (panel.y + panel.height));
  expect(Math.min(below, above)).toBeLessThanOrEqual(12);
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'PageDown', 'PageDown', 'ArrowDown']) {
    await task.press(key);
    await until(async () => rowIsInSight(page), `the row after ${key} is in sight`);
  }
  await task.press('Escape');
  await list.waitFor({ state: 'detached' });
}

/** Chromium places what is anchored anew when it draws: before that, it stands where its field was before a scroll. */
function painted(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}

function rowIsInSight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const row = document.querySelector('[role=option][aria-selected=true]');
    const list = row?.closest('[role=listbox]');
    if (row === null || list === null || list === undefined) return false;
    const { top, bottom, left } = row.getBoundingClientRect();
    const frame = list.getBoundingClientRect();
    const within = top >= frame.top - 1 && bottom <= frame.bottom + 1;
    return within && row.contains(document.elementFromPoint(left + 12, (top + bottom) / 2));
  });
}

async function enlarge(app: StintRun, page: Page, factor: number): Promise<void> {
  const window = await app.electron.browserWindow(page);
  await window.evaluate(
    (each: BrowserWindow, wanted) => each.webContents.setZoomFactor(wanted),
    factor,
  );
}

it.for([1, 2])(
  'shows its list in the window wherever it stands, enlarged %d times',
  async (zoom) => {
    const { app, page } = await reviewRun(session(), LONG_MORNING);
    await enlarge(app, page, zoom);

    await opensInSight(page, workField(page));
    for (const row of ['the first of the day', TASK_B.name]) {
      await onRow(page, row, 'e');
      await opensInSight(page, field(page, 'Task of the entry'));
      await page.keyboard.press('Escape');
      await onRow(page, row, 'm');
      await opensInSight(page, field(page, 'Move to'));
      await page.keyboard.press('Escape');
    }
  },
);

/** Where an entry is added by hand. */
async function taskToChoose(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+N');
  const task = field(page, 'Task of the entry');
  await task.waitFor();
  return task;
}

it('lets the mouse point and take, and keeps the focus', async () => {
  const { page } = await reviewRun(session(), []);
  const task = await taskToChoose(page);
  await task.click();
  const row = page.getByRole('option', { name: TASK_B.name });
  await row.hover();
  await standingOut(page, TASK_B.name).waitFor();
  await page.mouse.down();
  expect(await focusedLabel(page)).toBe('Task of the entry');
  await page.mouse.up();

  await page.getByRole('listbox').waitFor({ state: 'detached' });
  expect(await task.inputValue()).toBe(TASK_B.name);
  expect(await focusedLabel(page)).toBe('Task of the entry');
});

it.for(['the one field', 'the task of an entry'])(
  'takes a word of an input method as text, and its Enter for nothing else, in %s',
  async (which) => {
    const { page } = await reviewRun(session(), []);
    const isOne = which === 'the one field';
    const input = isOne ? workField(page) : await taskToChoose(page);
    const devtools = await page.context().newCDPSession(page);
    await input.click();
    const text = TASK_A.name.slice(0, 8);
    await devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    const wanted = isOne ? `Start “${text}”` : TASK_A.name;
    await standingOut(page, wanted).waitFor();
    // As an input method has it: the key is its own, and composition ends after it.
    await devtools.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      windowsVirtualKeyCode: 229,
    });
    await devtools.send('Input.insertText', { text });

    expect(await input.inputValue()).toBe(text);
    await standingOut(page, wanted).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    if (isOne) await page.getByRole('button', { name: `${text}, edit the description` }).waitFor();
    else expect(await input.inputValue()).toBe(TASK_A.name);
  },
);

function focusedLabel(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
}
