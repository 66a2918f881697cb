import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { createGauge, frameWords, scrollList } from '../../support/review/year.ts';
import { connectedRun, openServer, sharedSession } from '../../support/stint-run.ts';

const session = sharedSession();

const list = (page: Page) => page.getByRole('grid', { name: 'Entries', exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function showYear(page: Page): Promise<void> {
  await page.keyboard.press('Control+F');
  await page.getByRole('combobox', { name: 'Time range' }).selectOption('last-12-months');
}

it('reads a year of 20,000 entries and scrolls through them, a few rows and few megabytes at a time', async () => {
  const server = await openServer({ seed: 'year' });
  const { page } = await connectedRun({ session: session(), server });
  const gauge = await createGauge(page);
  await showYear(page);
  const before = await gauge.read();

  await press(page, 'Read all');
  await page.getByText(/^(19,9\d\d|20,000) entries, /).waitFor();
  await list(page).getByRole('row').first().waitFor();

  const busyBefore = await gauge.mainThreadMs();
  const slow = await scrollList(page, 200, 150);
  const fast = await scrollList(page, 200, 4500);
  const busy = ((await gauge.mainThreadMs()) - busyBefore) / 400;
  const after = await gauge.read();
  process.stdout.write(
    [
      `scrolling by 3 rows a frame: ${frameWords(slow.frames)}`,
      `scrolling by 94 rows a frame: ${frameWords(fast.frames)}, ${fast.unread} with rows to come`,
      `main thread ${busy.toFixed(1)} ms a frame`,
      `heap ${before.heap.toFixed(1)} -> ${after.heap.toFixed(1)} MB\n`,
    ].join('\n'),
  );

  expect(Math.max(slow.rows, fast.rows)).toBeLessThanOrEqual(24);
  expect(slow.unread).toBe(0);
  expect(after.heap - before.heap).toBeLessThanOrEqual(30);
  expect(busy).toBeLessThan(1000 / 60);
});

it('finds in a year by text, walks to its end by keyboard and opens the day of an entry', async () => {
  const server = await openServer({ seed: 'year' });
  const { page } = await connectedRun({ session: session(), server });
  await showYear(page);
  await press(page, 'Read all');
  await page.getByText(/^(19,9\d\d|20,000) entries, /).waitFor();

  await page.getByRole('searchbox', { name: 'Search entries' }).fill('migration');
  await page.getByText(/^[1-9]\d{0,2}(,\d{3})? entries, /).waitFor();
  await list(page).focus();
  await page.keyboard.press('End');
  const last = list(page).getByRole('row', { selected: true });
  await last.filter({ hasText: /migration/i }).waitFor();
  expect(await last.getAttribute('aria-rowindex')).toBe(
    await list(page).getAttribute('aria-rowcount'),
  );
  await page.keyboard.press('Enter');
  await list(page).waitFor({ state: 'detached' });
  const row = page.locator('[role=row]:focus');
  await row.waitFor();
  expect(await row.getAttribute('aria-label')).toMatch(/migration/i);
});

it('calls off the reading of a year and keeps what had arrived', async () => {
  const server = await openServer({ seed: 'year' });
  const { page } = await connectedRun({ session: session(), server });
  await showYear(page);
  const release = server.faults.when(
    ({ path }) => path.endsWith('/stream'),
    () => undefined,
  );
  await press(page, 'Read all');
  await press(page, 'Cancel');
  await page.getByText('Reading was called off. What had arrived is kept.').waitFor();
  release();
  await press(page, 'Read 100 from Toggl');
  await page.getByText(/^100 entries, /).waitFor();
  await press(page, 'Next 100 (page 2)');
  await page.getByText(/^200 entries, /).waitFor();
});
