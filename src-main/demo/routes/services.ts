import type { Catalogue } from '../catalogue.ts';
import type { Entries } from '../entries.ts';
import type { EntryTable } from '../entry-table.ts';
import type { TimeBlockTable } from '../time-block-table.ts';
import type { UserSettings } from '../user-settings.ts';
import type { Wire } from '../wire.ts';

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
