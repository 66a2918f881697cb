import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { stopTimer, workField } from '../../support/main-job/popup.ts';
import { nextPressIsMeant } from '../../support/electron/popup-steps.ts';
import { reviewRun } from '../../support/review/run.ts';
import { sharedSession } from '../../support/stint-run.ts';

/** How many clicks and keys a person needs once the popup is open; what is typed into a field is not counted. */

const session = sharedSession();

type Counting = { pressed: string[] };

/** What was pressed since it was asked last. */
async function count(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const counting = globalThis as unknown as Counting;
    counting.pressed = [];
    const held = ['Control', 'Shift', 'Alt'];
    const inCapture = { capture: true };
    // Enter in a form clicks its button; that has no detail.
    const note = ({ detail }: MouseEvent) => {
      if (detail > 0) counting.pressed.push('click');
    };
    addEventListener('click', note, inCapture);
    addEventListener(
      'keydown',
      ({ key, ctrlKey, target }) => {
        const typed = target instanceof Element && target.matches('input, textarea');
        if (held.includes(key) || (typed && key.length === 1 && !ctrlKey)) return;
        counting.pressed.push(`${ctrlKey ? 'Ctrl+' : ''}${key.toLowerCase()}`);
      },
      inCapture,
    );
  });
  return () =>
    page.evaluate(() => {
      const counting = globalThis as unknown as Counting;
      const { pressed } = counting;
      counting.pressed = [];
      return pressed;
    });
}

const stop = (page: Page) => page.getByRole('button', { name: 'Stop timer' });
const start = (page: Page) => page.getByRole('button', { name: 'Start timer' });

/** Waits until what runs has this for its task or description. */
const runs = (page: Page, words: string, field: string) =>
  page.getByRole('button', { name: `${words}, edit the ${field}`, exact: true }).waitFor();

const rehearsed = { minutesAgo: 90, minutes: 30, taskId: TASK_A.id, description: 'rehearsal' };

it('starts something new and stops it', async () => {
  const { page } = await reviewRun(session(), []);
  const pressed = await count(page);
  await page.keyboard.type('Tea');
  await start(page).click();
  await runs(page, 'Tea', 'description');
  expect(await pressed()).toEqual(['click']);

  await nextPressIsMeant(page);
  await stop(page).click();
  await start(page).waitFor();
  expect(await pressed()).toEqual(['click']);

  await nextPressIsMeant(page);
  await page.keyboard.type('Cake');
  await page.keyboard.press('Enter');
  await runs(page, 'Cake', 'description');
  expect(await pressed()).toEqual(['enter']);

  await nextPressIsMeant(page);
  await page.keyboard.press('Space');
  await start(page).waitFor();
  expect(await pressed()).toEqual([' ']);
});

it('starts a task that is known', async () => {
  const { page } = await reviewRun(session(), []);
  const pressed = await count(page);
  await workField(page).click();
  await page.getByRole('option', { name: TASK_B.name }).first().click();
  await runs(page, TASK_B.name, 'task');
  expect(await pressed()).toEqual(['click', 'click']);

  await stopTimer(page);
  await nextPressIsMeant(page);
  await pressed();
  await page.keyboard.type(`@${TASK_A.name.slice(0, 6)}`);
  await page.keyboard.press('Enter');
  await runs(page, TASK_A.name, 'task');
  expect(await pressed()).toEqual(['enter']);
});

it('goes on with the last job', async () => {
  const { page } = await reviewRun(session(), [rehearsed]);
  const pressed = await count(page);
  await page.getByRole('button', { name: `Start ${TASK_A.name} rehearsal` }).click();
  await runs(page, 'rehearsal', 'description');
  expect(await pressed()).toEqual(['click']);

  await stopTimer(page);
  await nextPressIsMeant(page);
  await pressed();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await runs(page, 'rehearsal', 'description');
  expect(await pressed()).toEqual(['arrowdown', 'enter']);
});

it('goes over to another job, which ends the one that runs at the same second', async () => {
  const { page, server } = await reviewRun(session(), [rehearsed]);
  const pressed = await count(page);
  await page.keyboard.type('Tea');
  await page.keyboard.press('Enter');
  await runs(page, 'Tea', 'description');
  await nextPressIsMeant(page);
  await pressed();
  await page.getByRole('button', { name: 'Switch…' }).click();
  await page.getByRole('option', { name: 'rehearsal' }).click();
  await runs(page, 'rehearsal', 'description');
  expect(await pressed()).toEqual(['click', 'click']);

  await nextPressIsMeant(page);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('Cake');
  await page.keyboard.press('Enter');
  await runs(page, 'Cake', 'description');
  expect(await pressed()).toEqual(['Ctrl+k', 'enter']);

  await stopTimer(page);
  await page.getByText('All sent').waitFor();
  const [, tea, again, cake] = server.entries();
  expect([tea, again, cake].map((entry) => entry?.description)).toEqual([
    'Tea',
    'rehearsal',
    'Cake',
  ]);
  const endOf = (entry: typeof tea) => entry!.start_at! + entry!.duration! * 1000;
  expect(endOf(tea)).toBe(again!.start_at!);
  expect(endOf(again)).toBe(cake!.start_at!);
});

const rowOf = (page: Page, words: string) => page.getByRole('row', { name: words });
const changed = (page: Page, words: string) => rowOf(page, words).first().waitFor();

/** The times as the popup shows them, so many minutes after the minute in which the run began. */
const clockAt = (page: Page, beganAt: number, minutes: number) =>
  page.evaluate(
    (at) => {
      const date = new Date(at);
      return [date.getHours(), date.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
    },
    beganAt + minutes * 60_000,
  );

it('fills a gap', async () => {
  const { page } = await reviewRun(session(), [{ ...rehearsed, minutesAgo: 70 }]);
  const gap = page.getByRole('row', { name: /not tracked/ });
  const pressed = await count(page);
  await gap.getByRole('button', { name: 'Fill' }).click();
  await gap.waitFor({ state: 'detached' });
  expect(await pressed()).toEqual(['click']);

  await page.keyboard.press('Control+Z');
  await gap.waitFor();
  await page.getByRole('button', { name: /free – Fill$/ }).click();
  await gap.waitFor({ state: 'detached' });
  expect(await pressed()).toEqual(['Ctrl+z', 'click']);

  await page.keyboard.press('Control+Z');
  await gap.waitFor();
  await workField(page).focus();
  await pressed();
  await page.keyboard.press('F6');
  await page.keyboard.press('f');
  await gap.waitFor({ state: 'detached' });
  expect(await pressed()).toEqual(['f6', 'f']);
});

it('changes an end', async () => {
  const { page, beganAt } = await reviewRun(session(), [rehearsed]);
  const [from, end, later, latest] = await Promise.all(
    [-90, -60, -55, -50].map((minutes) => clockAt(page, beganAt, minutes)),
  );
  const pressed = await count(page);
  await rowOf(page, 'rehearsal').getByText(end!, { exact: true }).dblclick();
  await page.keyboard.type(later!);
  await page.keyboard.press('Enter');
  await changed(page, `${from} – ${later}`);
  expect(await pressed()).toEqual(['click', 'click', 'enter']);

  await page.keyboard.press('e');
  await page.keyboard.press('Tab');
  await page.keyboard.type(latest!);
  await page.keyboard.press('Enter');
  await changed(page, `${from} – ${latest}`);
  expect(await pressed()).toEqual(['e', 'tab', 'enter']);
});

it('changes a task', async () => {
  const { page } = await reviewRun(session(), [rehearsed]);
  const pressed = await count(page);
  await rowOf(page, 'rehearsal').getByText(TASK_A.name).dblclick();
  await page.keyboard.type(TASK_B.name.slice(0, 8));
  await page.getByRole('option', { name: TASK_B.name, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await changed(page, `${TASK_B.name}, rehearsal`);
  expect(await pressed()).toEqual(['click', 'click', 'enter', 'enter']);

  await page.keyboard.press('m');
  await page.keyboard.type(TASK_A.name.slice(0, 8));
  await page.getByRole('option', { name: TASK_A.name, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await changed(page, `${TASK_A.name}, rehearsal`);
  expect(await pressed()).toEqual(['m', 'enter']);
});

it('changes a description', async () => {
  const { page } = await reviewRun(session(), [rehearsed]);
  const pressed = await count(page);
  await rowOf(page, 'rehearsal').getByText('rehearsal').dblclick();
  await page.keyboard.type('premiere');
  await page.keyboard.press('Enter');
  await changed(page, `${TASK_A.name}, premiere`);
  expect(await pressed()).toEqual(['click', 'click', 'enter']);

  await page.keyboard.press('e');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type(' at last');
  await page.keyboard.press('Enter');
  await changed(page, `${TASK_A.name}, premiere at last`);
  expect(await pressed()).toEqual(['e', 'tab', 'enter']);
});

it('continues an entry from the menu that a right click opens', async () => {
  const { page } = await reviewRun(session(), [rehearsed]);
  await rowOf(page, 'rehearsal').getByText(TASK_A.name).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Continue' }).click();
  await runs(page, 'rehearsal', 'description');
});
