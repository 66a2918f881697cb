import type { EntryDetails, Instant } from '#contract';
import { dateAndTime } from './edit-form-words.ts';
import type { Hours } from '../../time/hour-format.ts';

export const detailsLabels = { title: 'Details', asking: 'Asking Toggl Focus…' };

function momentOr(at: Instant | undefined, without: string, hours: Hours): string {
  return at === undefined ? without : dateAndTime(at, hours);
}

/** Lines about an entry as Toggl Focus told it just now. */
export function detailLines(details: EntryDetails, hours: Hours): readonly [string, string][] {
  return [
    ['In Toggl Focus', details.same ? 'as it is here' : 'different from here'],
    ['Created', momentOr(details.createdAt, 'unknown', hours)],
    ['Updated', momentOr(details.updatedAt, 'unknown', hours)],
    ['Archived', momentOr(details.archivedAt, 'no', hours)],
    ['Tags', details.tagNames.length === 0 ? 'none' : details.tagNames.join(', ')],
    ['Number', String(details.serverId)],
  ];
}
