import type { Catalogue } from '../data/tasks-and-projects.ts';
import type { Entries } from '../data/change-entries.ts';
import type { EntryTable } from '../data/entry-table.ts';
import type { TimeBlockTable } from '../data/time-block-table.ts';
import type { UserSettings } from '../data/user-settings.ts';
import type { Wire } from '../wire/entry-and-block-json.ts';

/** What the routes work with. */
export type Services = {
  readonly entries: Entries;
  readonly table: EntryTable;
  readonly catalogue: Catalogue;
  readonly timeBlocks: TimeBlockTable;
  readonly settings: UserSettings;
  readonly wire: Wire;
  readonly workspaceId: number;
};
