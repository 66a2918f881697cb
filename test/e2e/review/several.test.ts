import { expect, it } from 'vitest';
import type { StintBridge } from '#contract';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { allSent } from '../../support/electron/popup-steps.ts';
import { fillAndConfirm, onRow, rows, rowsReading } from '../../support/review/list.ts';
import { reviewRun } from '../../support/review/run.ts';
import { sharedSession } from '../../support/stint-run.ts';
import { until } from '../../support/until.ts';

declare const stint: StintBridge;

const session = sharedSession();

const THREE = [
  { minutesAgo: 180, minutes: 20, taskId: TASK_A.id, description: 'one' },
  { minutesAgo: 150, minutes: 20, taskId: TASK_A.id, description: 'two' },
  { minutesAgo: 120, minutes: 20, taskId: TASK_A.id, description: 'three' },
];

it('deletes, restores, moves and shifts several by one request each', async () => {
  const { page, server, requested, expectConformity } = await reviewRun(session(), THREE);
  const gone = () => server.entries().map(({ deleted_at: deletedAt }) => deletedAt !== null);
  const startsBefore = server.entries().map(({ start_at: startAt }) => startAt ?? 0);

  await onRow(page, 'three', 'Control+A', 'Delete');
  await requested('DELETE', 'O/time-entries/bulk');
  await until(() => gone().every(Boolean), 'all are deleted');
  expect(await rows(page)).toEqual([]);

  await page.getByRole('button', { name: 'Deleted (3)' }).click();
  await page.getByRole('button', { name: 'Restore all' }).click();
  await requested('PATCH', 'O/time-entries/bulk/restore');
  await until(() => !gone().some(Boolean), 'all are restored');

  // What is told of the change before lies over none of the tools.
  await onRow(page, 'three', 'Control+A');
  await page.getByText(/^Restored/).waitFor();
  await page.evaluate(() => stint.command({ type: 'settings/popup-height', pixels: 420 }));
  await page.waitForFunction(() => innerHeight === 420);
  const tools = page.getByRole('group', { name: 'Selected' }).getByRole('button');
  await tools.first().waitFor();
  const covered = await tools.evaluateAll((all) =>
    all.flatMap((tool) => {
      const { left, top, right, bottom } = tool.getBoundingClientRect();
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return hit !== null && tool.contains(hit) ? [] : [tool.textContent];
    }),
  );
  expect(covered).toEqual([]);
  await page.keyboard.press('Escape');

  await onRow(page, 'three', 'Control+A', 'm');
  await page.keyboard.type(TASK_B.name.slice(0, 9));
  await page.getByRole('option', { name: TASK_B.name }).waitFor();
  await page.keyboard.press('Enter');
  await requested('PATCH', 'O/time-entries/bulk');
  await until(
    () => server.entries().every(({ task_id: taskId }) => taskId === TASK_B.id),
    'all are moved',
  );

  await onRow(page, 'three', 'Control+A', 'h');
  await page.keyboard.type('-5');
  await page.keyboard.press('Enter');
  await requested('PATCH', 'O/time-entries/bulk', 2);
  await allSent(page);
  const starts = server.entries().map(({ start_at: startAt }) => startAt ?? 0);
  expect(starts).toEqual(startsBefore.map((startAt) => startAt - 5 * 60_000));
  expect(server.count('POST', 'O/tasks/*/time-entries')).toBe(0);

  await page.keyboard.press('Control+Z');
  await requested('PATCH', 'O/time-entries/bulk', 3);
  expectConformity();
});

it('fills the gaps of a day with one request', async () => {
  const { page, server, requested, expectConformity } = await reviewRun(session(), THREE);
  await rowsReading(page, /not tracked/, /three/, /^10 min/, /two/, /^10 min/, /one/);
  // Two entries at once travel in bulk, and a lone one would not.
  await server.down();

  const gaps = page.getByRole('row', { name: /^10 min not tracked/ });
  await gaps.first().press('Space');
  await gaps.last().press('Space');
  await gaps.last().press('f');
  await rowsReading(page, /not tracked/, /three/, /one/, /two/, /one/, /one/);
  await server.up();
  await page.keyboard.press('F5');

  await requested('POST', 'O/time-entries/bulk');
  await allSent(page);
  const filled = server.entries().slice(3);
  expect(filled.map(({ duration }) => duration)).toEqual([600, 600]);
  expectConformity();
});

it('archives several, one after the other, since Toggl has no route for many', async () => {
  const { page, server, requested } = await reviewRun(session(), THREE);

  await onRow(page, 'three', 'Control+A', 'a');

  await requested('POST', 'O/tasks/*/time-entries/*/archive', 3);
  await allSent(page);
  expect(server.entries().every(({ archived_at: archivedAt }) => archivedAt !== null)).toBe(true);
});

it('keeps every change on this computer while there is no network, and tells them in order', async () => {
  const { page, server } = await reviewRun(session(), THREE);
  await server.down();

  await onRow(page, 'one', 's');
  await page.getByRole('textbox', { name: 'Split at' }).press('Enter');
  await onRow(page, 'two', 'Delete');
  await onRow(page, 'three', 'Enter');
  await fillAndConfirm(page, 'Length', '25m');
  await rowsReading(page, /not tracked/, /three.*0:25/, /^40 min/, /one.*0:10/, /one.*0:10/);

  await server.up();
  await page.keyboard.press('F5');
  await allSent(page, 20_000);
  const kept = server.entries().filter(({ deleted_at: deletedAt }) => deletedAt === null);
  expect(kept.map(({ description, duration }) => `${description} ${duration}`).sort()).toEqual([
    'one 600',
    'one 600',
    'three 1500',
  ]);
});
