import type { Page } from 'playwright';
import { entryRows, workField } from '../main-job/popup.ts';

export type Scene = {
  readonly name: string;
  /** From the day's view to what is compared, and back. */
  readonly open: (page: Page) => Promise<void>;
  readonly leave: (page: Page) => Promise<void>;
};

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const escape = (page: Page) => page.keyboard.press('Escape');
const heading = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor();

/** Views that the page draws by itself, so that two of them side by side do not get in each other's way. */
export const SCENES: readonly Scene[] = [
  { name: 'the day', open: () => Promise.resolve(), leave: () => Promise.resolve() },
  {
    name: 'suggestions',
    async open(page) {
      await workField(page).press('ArrowDown');
      await page.getByRole('option', { name: 'Schema work' }).first().waitFor();
    },
    leave: escape,
  },
  {
    name: 'the form of an entry',
    async open(page) {
      await entryRows(page).first().press('Enter');
      await page.getByRole('group', { name: 'Edit the entry' }).waitFor();
    },
    leave: escape,
  },
  {
    name: 'keys',
    async open(page) {
      await entryRows(page).first().press('?');
      await page.getByRole('dialog').waitFor();
    },
    leave: escape,
  },
  {
    name: 'settings',
    async open(page) {
      await button(page, 'Settings').click();
      await heading(page, 'Settings');
    },
    leave: (page) => button(page, 'Back').click(),
  },
];
