import { expect, it } from 'vitest';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { allSent, statusReading } from '../../support/electron/popup-steps.ts';
import { fillAndConfirm, onRow, rowOf, rowsReading } from '../../support/review/list.ts';
import { reviewRun } from '../../support/review/run.ts';
import { sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

const session = sharedSession();

/** An hour of reviews, half an hour of nothing, an hour of a dry run that ended an hour ago. */
const MORNING = [
  { minutesAgo: 210, minutes: 60, taskId: TASK_A.id, description: 'first round' },
  { minutesAgo: 120, minutes: 60, taskId: TASK_B.id },
];
const GAP_TO_NOW = /^[\d:]+( min)? not tracked/;
const GAP = /^30 min not tracked/;

it('edits an entry in place', async () => {
  const [first, second] = MORNING;
  const entries = [{ ...first!, description: 'first round\n\tof two' }, second!];
  const { page, server, requested, expectConformity } = await reviewRun(session(), entries);

  await onRow(page, TASK_A.name, 'Enter');
  const words = page.getByRole('textbox', { name: 'Description of the entry' });
  await words.press('Control+End');
  await words.pressSequentially(', done');
  await page.getByRole('checkbox', { name: 'Billable' }).check();
  await fillAndConfirm(page, 'Length', '1h15');

  await rowsReading(page, GAP_TO_NOW, /Migration/, /^15 min not tracked/, /of two, done.*1:15/);
  await requested('PATCH', 'O/tasks/*/time-entries/*');
  await allSent(page);
  const description = 'first round\n\tof two, done';
  expect(server.entries()[0]).toMatchObject({ description, duration: 4500, billable: 1 });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('row');
  expectConformity();
});

it('says what is wrong with a span before anything is sent', async () => {
  const { page, server } = await reviewRun(session(), MORNING);
  await onRow(page, TASK_B.name, 'Enter');
  const shown = page.getByRole('grid').getByRole('status');
  const type = (field: string, text: string) =>
    page.getByRole('textbox', { name: field, exact: true }).fill(text);

  await type('Length', '9:00');
  await shown.filter({ hasText: 'The end lies in the future' }).waitFor();
  await type('Length', '0');
  await shown.filter({ hasText: 'no length' }).waitFor();
  await type('Length', 'ages');
  await shown.filter({ hasText: 'Write a length such as' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');

  expect(server.requests()).toEqual([]);
});

it('adds a past entry by hand', async () => {
  const { page, server, requested, expectConformity } = await reviewRun(session(), MORNING);

  await page.keyboard.press('Control+N');
  const task = page.getByRole('combobox', { name: 'Task of the entry' });
  await task.fill(TASK_A.name.slice(0, 9));
  await page.getByRole('option', { name: TASK_A.name }).click();
  await page.getByRole('textbox', { name: 'Description of the entry' }).fill('a call');
  await fillAndConfirm(page, 'Length', '10m');

  await requested('POST', 'O/tasks/*/time-entries');
  await allSent(page);
  const added = server.entries().filter(({ description }) => description === 'a call');
  expect(added).toMatchObject([{ task_id: TASK_A.id, duration: 600, type: 'activity' }]);
  expectConformity();
});

it('deletes an entry and takes it back', async () => {
  const { page, server, requested, expectConformity } = await reviewRun(session(), MORNING);

  await onRow(page, TASK_B.name, 'Delete');
  await rowsReading(page, GAP_TO_NOW, /first round/);
  await requested('DELETE', 'O/tasks/*/time-entries/*');
  await page.getByText('Deleted “Migration dry run”').waitFor();

  await page.keyboard.press('Control+Z');
  await rowsReading(page, GAP_TO_NOW, /Migration/, GAP, /first round/);
  await requested('PATCH', 'O/tasks/*/time-entries/*/restore');
  await allSent(page);
  expect(server.entries().map(({ deleted_at: deletedAt }) => deletedAt)).toEqual([null, null]);

  await page.keyboard.press('Control+Shift+Z');
  await requested('DELETE', 'O/tasks/*/time-entries/*', 2);
  expectConformity();
});

it('archives an entry and takes it out of the archive', async () => {
  const { page, server, requested, expectConformity } = await reviewRun(session(), MORNING);

  await onRow(page, TASK_A.name, 'a');
  await rowOf(page, TASK_A.name).filter({ hasText: 'archived' }).waitFor();
  await requested('POST', 'O/tasks/*/time-entries/*/archive');
  await until(() => server.entries()[0]?.archived_at !== null, 'the entry is in the archive');

  await onRow(page, TASK_A.name, 'a');
  await requested('POST', 'O/tasks/*/time-entries/*/unarchive');
  await allSent(page);
  expect(server.entries()[0]?.archived_at).toBeNull();
  expectConformity();
});

it('splits, duplicates, continues and fills with a key each', async () => {
  const { page, server, beganAt, expectConformity } = await reviewRun(session(), MORNING);

  await onRow(page, 'first round', 's');
  await page.getByRole('textbox', { name: 'Split at' }).press('Enter');
  await rowsReading(page, GAP_TO_NOW, /Migration/, GAP, /first.*0:30/, /first.*0:30/);

  await page.getByRole('row', { name: GAP }).press('f');
  await rowsReading(page, GAP_TO_NOW, /Migration/, /first.*0:30/, /first.*0:30/, /first.*0:30/);

  await onRow(page, TASK_B.name, 'b');
  await rowOf(page, 'Migration').filter({ hasText: 'break' }).waitFor();
  await onRow(page, TASK_B.name, 'b');

  await onRow(page, TASK_B.name, 'c');
  await page.getByRole('button', { name: 'Stop timer' }).waitFor();
  await allSent(page);
  const held = server.entries();
  expect(held.map(({ duration }) => duration)).toEqual([1800, 3600, 1800, 1800]);
  const starts = held.map(({ start_at: startAt }) => (beganAt - (startAt ?? 0)) / 60_000);
  expect(starts.toSorted((one, other) => other - one)).toEqual([210, 180, 150, 120]);
  expectConformity();
});

it.each([
  { key: '1', lengths: [2700, 3600] },
  { key: '2', lengths: [3600, 2700] },
  { key: '3', lengths: [6300] },
])('mends an overlap with the key $key', async ({ key, lengths }) => {
  const { page, server } = await reviewRun(session(), [
    { minutesAgo: 180, minutes: 60, taskId: TASK_A.id },
    { minutesAgo: 135, minutes: 60, taskId: TASK_B.id },
  ]);
  await page.getByText('Overlaps').first().waitFor();

  await onRow(page, TASK_B.name, key);

  await page.getByText('Overlaps').first().waitFor({ state: 'detached' });
  await allSent(page);
  const kept = server.entries().filter(({ deleted_at: deletedAt }) => deletedAt === null);
  expect(kept.map(({ duration }) => duration)).toEqual(lengths);
});

it('brings a change that the server refuses back with its reason and the old value', async () => {
  const { page, api, server } = await reviewRun(session(), MORNING);
  api.server.deleteTask(TASK_A.id);

  await onRow(page, TASK_B.name, 'm');
  const task = page.getByRole('combobox', { name: 'Move to' });
  await task.fill(TASK_A.name.slice(0, 9));
  await page.getByRole('option', { name: TASK_A.name }).click();
  if (await task.isVisible()) await task.press('Enter');

  await statusReading(page, '1 refused');
  await onRow(page, 'refused', 'j');
  await rowsReading(page, GAP_TO_NOW, /Migration/, GAP, /first round/);
  expect(server.entries()[1]).toMatchObject({ task_id: TASK_B.id });
});
