import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { expectPainted } from '../../support/painted/painted.ts';
import { reviewRun, type TrackedElsewhere } from '../../support/review/run.ts';
import { TASK_A, TASK_B } from '../../support/server/fault-server.ts';
import { sharedSession } from '../../support/stint-run.ts';

const session = sharedSession();

/** Ten entries of ten minutes, each two minutes after the one before; the last one ends after the test. */
const DAY: readonly TrackedElsewhere[] = Array.from({ length: 10 }, (_, index) => ({
  minutesAgo: 5 + index * 12,
  minutes: 10,
  taskId: index % 2 === 0 ? TASK_A.id : TASK_B.id,
  description: `number ${index}`,
}));

/** The rows that stand wholly within the box of the list, from its top. */
function wholeRows(page: Page): Promise<{ readonly entries: number; readonly gaps: number }> {
  return page.evaluate(() => {
    const list = document.querySelector('.scroll')?.getBoundingClientRect();
    const rows = [...document.querySelectorAll('[role=grid] > [role=row]')].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return list !== undefined && top >= list.top && bottom <= list.bottom;
    });
    const entries = rows.filter((row) => row.matches('[data-entry-id]')).length;
    return { entries, gaps: rows.length - entries };
  });
}

it('shows eight entries and the seven short gaps between them without a scroll', async () => {
  const { page } = await reviewRun(session(), DAY);
  await page.getByRole('row', { name: /number 0/ }).waitFor();

  const seen = await wholeRows(page);

  expect(seen.entries).toBeGreaterThanOrEqual(8);
  expect(seen.gaps).toBeGreaterThanOrEqual(7);
  await expectPainted(page, session().screen, 'eight entries in sight');
});

it('takes a press a little beside the line of a short gap, extends the entry below it, and back', async () => {
  const { page } = await reviewRun(session(), DAY);
  const line = page.locator('.hairline').first();
  await line.waitFor();
  const { x, y, width, height } = (await line.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  expect(height).toBe(13);

  await page.mouse.click(x + width / 2, y - 5);
  await page.getByRole('row', { name: /number 1,.* 0:12,/ }).waitFor();

  await page.keyboard.press('Control+Z');
  await page.getByRole('row', { name: /number 1,.* 0:10,/ }).waitFor();
  await page.mouse.click(x + width / 2, y + height + 5);
  await page.getByRole('row', { name: /number 1,.* 0:12,/ }).waitFor();
});
