import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { axeFindings } from '../../support/electron/axe.ts';
import { projectRoot } from '../../support/electron/electron-app.ts';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { onRow } from '../../support/review/list.ts';
import { reviewRun } from '../../support/review/run.ts';
import { sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();

const TWO = [
  { minutesAgo: 200, minutes: 60, taskId: TASK_A.id, description: 'first' },
  { minutesAgo: 100, minutes: 90, taskId: TASK_B.id, description: 'second' },
];

async function picture(page: Page, name: string): Promise<void> {
  const folder = join(projectRoot, 'test-results');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `offers-${name}.png`) });
}

it('chooses the tags of an entry among those of the workspace, by one read and one change', async () => {
  const { page, server, requested, expectConformity } = await reviewRun(session(), TWO);
  await onRow(page, TASK_B.name, 'e');
  server.forgetRequests();
  await page.getByText('Tags', { exact: true }).click();
  await requested('GET', '/workspaces/*/tags');
  await page.getByRole('checkbox', { name: 'writing' }).check();
  await picture(page, 'tags');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await requested('PATCH', 'O/tasks/*/time-entries/*');
  await until(
    () => server.entries().some(({ tag_ids }) => tag_ids?.includes('630004') === true),
    'the tag is there',
  );
  expectConformity();
});

it('acts on an entry where it is found, and opens its form in its day', async () => {
  const { page, server, requested, expectConformity } = await reviewRun(session(), TWO);
  await page.keyboard.press('Control+F');
  const list = page.getByRole('grid', { name: 'Entries', exact: true });
  await list.getByText(TASK_A.name).hover();
  await picture(page, 'hovered');
  await list.getByText(TASK_A.name).click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Duplicate/ }).waitFor();
  await picture(page, 'menu');
  expect(await axeFindings(page)).toEqual([]);
  server.forgetRequests();
  await page.getByRole('menuitem', { name: /^Duplicate/ }).click();
  await requested('POST', 'O/tasks/*/time-entries');
  await page.getByText('3 entries').waitFor();
  await list.focus();
  await page.keyboard.press('e');
  await page.getByRole('group', { name: 'Edit the entry' }).waitFor();
  expectConformity();
});

it('calls a new task of a form off before it is sent', async () => {
  const { page, server } = await reviewRun(session(), TWO);
  await onRow(page, TASK_A.name, 'e');
  server.forgetRequests();
  await page.getByRole('combobox', { name: 'Task of the entry' }).fill('A slip');
  await page.getByRole('option', { name: /Create task/ }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('option', { name: /No project/ }).waitFor();
  await page.keyboard.press('Enter');
  const creating = page.getByText('Creating task “A slip”.');
  await creating.waitFor();
  await picture(page, 'held');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await creating.waitFor({ state: 'detached' });
  expect(server.requests()).toEqual([]);
});
