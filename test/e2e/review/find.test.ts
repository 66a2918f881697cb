import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { onRow } from '../../support/review/list.ts';
import { reviewRun } from '../../support/review/run.ts';
import { sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();

const TWO = [
  { minutesAgo: 200, minutes: 60, taskId: TASK_A.id, description: 'with "quotes", and commas' },
  { minutesAgo: 100, minutes: 90, taskId: TASK_B.id, description: '=1+1' },
];

it('shows the entries of one task with their total', async () => {
  const { page, requested, expectConformity } = await reviewRun(session(), TWO);

  await onRow(page, TASK_B.name, 't');
  await page.getByRole('heading', { name: TASK_B.name }).waitFor();
  await page.getByText('1 entry, 1 h 30 min').waitFor();
  await page.getByRole('button', { name: 'Read 100 from Toggl' }).click();

  await requested('GET', 'O/tasks/*/time-entries');
  await page.getByRole('button', { name: 'Read 100 from Toggl' }).waitFor({ state: 'detached' });
  await page.getByText('1 entry, 1 h 30 min').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('grid', { name: 'Entries of the day' }).waitFor();
  expectConformity();
});

it('reads and lists what the filters let through', async () => {
  const { page, requested, server, expectConformity } = await reviewRun(session(), TWO);
  await page.keyboard.press('Control+F');
  await page.getByRole('combobox', { name: 'Time range' }).selectOption('last-12-months');
  await page.getByText('Filters').click();
  await page.getByRole('combobox', { name: 'Type' }).selectOption('Activities');
  await page.getByText('Filters, 1 set').waitFor();
  await page.getByRole('combobox', { name: 'Archive' }).selectOption('Not archived');
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Oldest first');
  const task = page.getByRole('combobox', { name: 'Entries of the task' });
  await task.fill(TASK_A.name);
  const tasks = page.getByRole('listbox', { name: 'Entries of the task' });
  await tasks.getByRole('option', { name: TASK_A.name }).click();
  await page.getByText('Filters, 4 set').waitFor();
  await page.getByText('1 entry, 1 h 0 min').waitFor();
  server.forgetRequests();
  await page.getByRole('button', { name: 'Read 100 from Toggl' }).click();
  await requested('GET', 'O/time-entries');
  await page.getByRole('button', { name: 'Read 100 from Toggl' }).waitFor({ state: 'detached' });
  await page.getByText('1 entry, 1 h 0 min').waitFor();
  expectConformity();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByText('2 entries, 2 h 30 min').waitFor();
});

it('reads a range a page at a time', async () => {
  const { page, api, beganAt, server, requested, expectConformity } = await reviewRun(
    session(),
    [],
  );
  const days = Array.from({ length: 130 }, (_, day) => ({
    type: 'activity',
    start: new Date(beganAt - (day + 1) * 86_400_000).toISOString(),
    duration: 600,
    description: `day ${day}`,
  }));
  await api.call('POST', 'O/time-entries/bulk', days);
  server.forgetRequests();

  await page.keyboard.press('Control+F');
  await page.getByRole('combobox', { name: 'Time range' }).selectOption('last-12-months');
  await page.getByText('0 entries').waitFor();
  await page.getByRole('button', { name: 'Read 100 from Toggl' }).click();
  await page.getByText('100 entries, 16 h 40 min').waitFor();
  await page.getByRole('button', { name: 'Next 100 (page 2)' }).click();
  await page.getByText('130 entries, 21 h 40 min').waitFor();
  await page.getByRole('button', { name: 'Read archived' }).click();

  await requested('GET', 'O/time-entries', 3);
  expect(server.requests()).toHaveLength(3);
  expectConformity();
});

it('reads a year as a stream', async () => {
  const { page, server, requested, expectConformity } = await reviewRun(session(), TWO);

  await page.keyboard.press('Control+F');
  await page.getByRole('combobox', { name: 'Time range' }).selectOption('last-12-months');
  await page.getByRole('button', { name: 'Read all' }).click();

  await requested('GET', 'O/time-entries/stream');
  await page.getByText('read just now').waitFor();
  expect(server.requests()).toHaveLength(1);
  expectConformity();
});

it('exports what is shown, read afresh, to a file that the person chooses', async () => {
  const { page, app, requested } = await reviewRun(session(), TWO);
  const file = join(app.folder, 'chosen.csv');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);

  await page.keyboard.press('Control+E');

  const text = await until(() => readFileSync(file, 'utf8'), 'the file is written');
  await requested('GET', 'O/time-entries/stream');
  const lines = text.replace(/^\uFEFF/, '').split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines.at(-1)).toBe('');
  expect(text).toContain('"with ""quotes"", and commas"');
  expect(text).not.toMatch(/,=1\+1/);
  expect(text).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,/);
  expect(text).toContain('1.5');
});
