import type { Entry } from '../../domain/entry.ts';
import type { AccountId } from './account-id.ts';

/** Where an entry stands among those in need. */
export type PlaceOfEntry = Pick<Entry, 'startAt' | 'id'>;

export type NeedsYouStore = {
  /**
   * What waits for the person, be it refused or in conflict, by start and id: as many as are asked for
   * from behind the place, from the oldest where none is given.
   */
  entriesInNeed(
    account: AccountId,
    behind: PlaceOfEntry | undefined,
    most: number,
  ): readonly Entry[];
};
