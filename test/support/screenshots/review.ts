import type { Page } from 'playwright';
import type { DemoApi } from '../server/demo-api.ts';
import { statusReading } from '../electron/popup-steps.ts';
import { fillAndConfirm, onRow, rowOf } from '../review/list.ts';
import type { Camera } from './camera.ts';
import { LAST_WEEK, livedThrough, LONG_DAY, NOW, OVERLAPPING, TASKS } from './day.ts';

export type Review = { readonly api: DemoApi; readonly page: Page; readonly camera: Camera };

/** The pictures of a day being reviewed and put right; it begins with the day in sight. */
export async function reviewDay(scene: Review): Promise<void> {
  await edited(scene);
  await overlapping(scene);
  await selected(scene);
  await planned(scene);
  await inConflict(scene);
  await allKeys(scene);
  await otherDays(scene);
}

async function edited({ page, camera }: Review): Promise<void> {
  await onRow(page, 'Sprint planning', 'Enter');
  await page.getByRole('textbox', { name: 'Length' }).fill('1h15');
  await camera.take('edit');
  await page.keyboard.press('Escape');
}

async function overlapping({ api, page, camera }: Review): Promise<void> {
  await livedThrough(api, OVERLAPPING);
  await page.keyboard.press('F5');
  await page.getByText('Overlaps').first().waitFor();
  await rowOf(page, 'Draft the release notes').focus();
  await camera.take('overlap');
  await onRow(page, 'Draft the release notes', '2');
  await page.getByText('Overlaps').first().waitFor({ state: 'detached' });
}

async function selected({ page, camera }: Review): Promise<void> {
  await onRow(page, 'Sprint planning', 'Space', 'ArrowDown', 'ArrowDown', 'Space');
  await camera.take('selection');
  await page.keyboard.press('Escape');
}

async function planned({ api, page, camera }: Review): Promise<void> {
  await api.call('POST', `O/tasks/${TASKS.schema}/time-blocks`, {
    start: new Date(NOW - 36 * 60_000).toISOString(),
    duration: 7200,
  });
  await page.keyboard.press('F5');
  await page.getByRole('button', { name: /planned now/ }).waitFor();
  await page.keyboard.press('Control+K');
  await page.getByRole('option').first().waitFor();
  await camera.take('planned-now');
  await page.keyboard.press('Escape');
}

async function inConflict({ api, page, camera }: Review): Promise<void> {
  const { server } = api;
  await statusReading(page, 'All sent');
  await server.down();
  await onRow(page, 'Review pull requests', 'Enter');
  await fillAndConfirm(page, 'Description of the entry', 'pairing with Noor and Sam');
  await statusReading(page, '1 waiting');
  const there = server.entries().find(({ description }) => description === 'pairing with Noor');
  server.changeEntry(there?.id ?? 0, { description: 'pairing with Ada', seconds: 2400 });
  await server.up();
  await page.keyboard.press('F5');
  await page.getByText('Changed here and in Toggl Focus').waitFor();
  await rowOf(page, 'Review pull requests').focus();
  await camera.take('conflict');
  await page.keyboard.press('k');
  await statusReading(page, 'All sent');
}

async function allKeys({ page, camera }: Review): Promise<void> {
  await page.keyboard.press('F1');
  await page.getByRole('dialog').waitFor();
  await camera.take('keys');
  await page.keyboard.press('Escape');
}

async function otherDays({ api, page, camera }: Review): Promise<void> {
  for (const [day, entries] of LAST_WEEK) await livedThrough(api, entries, day);
  await page.keyboard.press('Alt+W');
  await page.keyboard.press('Alt+ArrowLeft');
  await page.getByRole('button', { name: 'Read it now' }).click();
  await page.getByText('Housekeeping').filter({ visible: true }).first().waitFor();
  await camera.take('week');

  await page.keyboard.press('Control+F');
  await page.getByRole('button', { name: 'Read all' }).click();
  await page.getByText('read just now').waitFor();
  await camera.take('find');
  await page.keyboard.press('Escape');

  await api.call('POST', 'O/time-entries/bulk', LONG_DAY);
  await page.keyboard.press('Alt+T');
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('F5');
  await rowOf(page, 'step 199').waitFor();
  await camera.take('long-day');
  await page.keyboard.press('Alt+T');
}
