import type { Locator, Page } from 'playwright';
import { statusReading } from '../electron/popup-steps.ts';
import { TASK_A } from '../server/fault-server.ts';
import { until } from '../until.ts';
import type { Review } from './run.ts';

/** The list of a day as a person without a mouse uses it. */

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Entries of the day' });

export function rowOf(page: Page, words: string): Locator {
  return grid(page).locator(`> [role=row][aria-label*=${JSON.stringify(words)}]`);
}

/** Each row as a screen reader says it, from top to bottom. */
export function rows(page: Page): Promise<readonly string[]> {
  return grid(page)
    .locator('> [role=row]')
    .evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
}

export async function rowsReading(page: Page, ...wanted: readonly RegExp[]): Promise<void> {
  await until(
    async () => {
      const seen = await rows(page);
      const fits =
        seen.length === wanted.length && wanted.every((words, at) => words.test(seen[at]!));
      if (!fits) throw new Error(`the rows read: ${seen.join(' | ')}`);
      return fits;
    },
    `the rows read ${wanted.join(', ')}`,
  );
}

/** Moves the focus to the row and presses the keys one after the other. */
export async function onRow(page: Page, words: string, ...keys: readonly string[]): Promise<void> {
  await rowOf(page, words).first().focus();
  for (const key of keys) await page.keyboard.press(key);
}

/** Writes over what stands in a field that has the focus or this name, and confirms with Enter. */
export async function fillAndConfirm(page: Page, field: string, text: string): Promise<void> {
  const input = page.getByRole('textbox', { name: field, exact: true });
  await input.fill(text);
  await input.press('Enter');
}

/** The description of the only entry is changed here without a network, and there; then the network is back. */
export async function changeOnBothSides({ page, server }: Review): Promise<void> {
  await server.down();
  await onRow(page, TASK_A.name, 'Enter');
  await fillAndConfirm(page, 'Description of the entry', 'mine');
  await statusReading(page, '1 waiting');
  server.changeEntry(server.entries()[0]?.id ?? 0, { description: 'theirs', seconds: 3000 });
  await server.up();
  await page.keyboard.press('F5');
  await page.getByText('Changed here and in Toggl Focus').waitFor();
}
