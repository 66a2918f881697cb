import { expect, it } from 'vitest';
import { stopTimer, workField } from '../../support/main-job/popup.ts';
import { allSent } from '../../support/electron/popup-steps.ts';
import { connectedRun, openServer, sharedSession } from '../../support/stint-run.ts';

const session = sharedSession();

it('starts what is no task as a description at Enter, and creates no task for all to see', async () => {
  const server = await openServer();
  const { page } = await connectedRun({ session: session(), server });
  await workField(page).click();
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

it('creates a task at its own key alone, asks for its project, and starts at once', async () => {
  const server = await openServer();
  const { page } = await connectedRun({ session: session(), server });
  await workField(page).click();
  await page.keyboard.type('Tea');
  await page.getByRole('option', { name: 'Create task “Tea”' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  expect(server.count('POST', 'O/tasks')).toBe(0);

  await workField(page).click();
  await page.getByRole('option', { name: 'Create task “Tea”' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('group', { name: 'Project of the new task “Tea”' }).waitFor();
  await page.getByRole('option', { name: 'No project' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Stop timer' }).waitFor();
  await page.getByText('Creating task “Tea”.').waitFor();
  expect(server.count('POST', 'O/tasks')).toBe(0);
  await page.getByRole('button', { name: 'Tea, edit the task' }).waitFor();
  expect(server.count('POST', 'O/tasks')).toBe(1);
});

it('calls a new task off while it is held, and the timer runs on', async () => {
  const server = await openServer();
  const { page } = await connectedRun({ session: session(), server });
  await workField(page).click();
  await page.keyboard.type('Tea');
  await page.getByRole('option', { name: 'Create task “Tea”' }).click();
  await page.getByRole('option', { name: 'No project' }).click();
  // Of the task; the start itself can be taken back as well, below the list.
  const timer = page.getByRole('form', { name: 'Timer' });
  await timer.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Creating task “Tea”.').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Stop timer' }).waitFor();
  expect(server.count('POST', 'O/tasks')).toBe(0);
});
