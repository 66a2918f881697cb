import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { TASK_A } from '../../support/server/fault-server.ts';
import { chooseTask, stopTimer } from '../../support/main-job/popup.ts';
import { allSent } from '../../support/electron/popup-steps.ts';
import { connectedRun, openServer, sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();

const task = (page: Page) => page.getByRole('combobox', { name: 'Task' });

it('starts what is no task as a description at Enter, and creates no task for all to see', async () => {
  const server = await openServer();
  const { page } = await connectedRun({ session: session(), server });
  await task(page).click();
  await page.keyboard.type('Fix the login bug');
  await page.getByRole('option', { name: 'Start “Fix the login bug”', selected: true }).waitFor();
  for (let time = 0; time < 3; time += 1) await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Stop timer' }).waitFor();
  await stopTimer(page);
  await allSent(page);

  expect(server.count('POST', 'O/tasks')).toBe(0);
  expect(server.entries()).toMatchObject([{ description: 'Fix the login bug', task_id: null }]);
  expect(server.entries()[0]?.duration).toBeGreaterThan(0);
});

it('replaces a chosen task by what is typed, and creates one at its own key alone', async () => {
  const server = await openServer();
  const { page } = await connectedRun({ session: session(), server });
  await chooseTask(page, TASK_A.name);
  await page.keyboard.type('Tea');
  expect(await task(page).inputValue()).toBe('Tea');
  await page.getByRole('option', { name: 'Create task “Tea”' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  expect(server.count('POST', 'O/tasks')).toBe(0);

  await task(page).click();
  await page.keyboard.type('Tea');
  await page.getByRole('option', { name: 'Create task “Tea”' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await until(() => server.count('POST', 'O/tasks') === 1, 'the task is created');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
  expect(await task(page).inputValue()).toBe('Tea');
});
