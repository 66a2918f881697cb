import type { Locator, Page } from 'playwright';
import type { EntryView, Snapshot } from '#contract';
import type { TrayItem } from '../support/desktop-session/tray-item.ts';
import type { RunningApp } from '../support/electron/electron-app.ts';
import { snapshotOf } from '../support/electron/popup-steps.ts';
import type { Book } from './book.ts';

/** What runs at this moment; a kill replaces both. */
export type Running = { readonly app: RunningApp; readonly page: Page };

/** The popup and the icon of whatever runs. */
export type Popup = {
  readonly page: () => Page;
  readonly item: () => TrayItem;
  readonly snapshot: () => Promise<Snapshot>;
  readonly viewOf: (id: string) => Promise<EntryView | undefined>;
  readonly row: (id: string) => Locator;
  readonly field: (name: string) => Locator;
};

export type Ports = {
  readonly book: Book;
  readonly popup: Popup;
  /** Each promise that is seen to be broken. */
  readonly broken: string[];
};

/** Of the catalogue of the tests' server. */
export const TASKS = [
  { id: 650_001, name: 'Review pull requests' },
  { id: 650_010, name: 'Migration dry run' },
  { id: 650_004, name: 'Tidy up feature flags' },
  { id: 650_002, name: 'Support rotation' },
] as const;

export function createPopup(running: () => Running): Popup {
  const page = (): Page => running().page;
  const snapshot = (): Promise<Snapshot> => snapshotOf(page());
  return {
    page,
    item: () => running().app.item,
    snapshot,
    viewOf: async (id) => (await snapshot()).today.entries.find((view) => view.id === id),
    row: (id) => page().locator(`[data-entry-id="${id}"]`),
    field: (name) => page().getByRole('textbox', { name, exact: true }),
  };
}
