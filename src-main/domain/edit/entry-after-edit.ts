import { archived, edited, reverted, unarchived } from '../sync/pending-change.ts';
import type { Entry } from '../entry.ts';
import { identified, noneOfThem } from '../reconcile/ask-which-entry-it-is.ts';
import { resolved } from '../reconcile/three-way-merge.ts';
import { broughtBack, deleted } from './delete-and-bring-back.ts';
import type { Edit } from './edit-and-refusal.ts';

export type EntryEdit = Exclude<
  Edit,
  { readonly do: 'add' | 'drop' | 'change-session' | 'end-session' | 'move-session' }
>;

/** The entry after the edit, in whatever state of delivery it is. */
export function entryAfter(entry: Entry, edit: EntryEdit): Entry {
  switch (edit.do) {
    case 'change':
      return edited(entry, edit.values);
    case 'remove':
      return deleted(entry);
    case 'bring-back':
      return broughtBack(entry);
    case 'archive':
      return archived(entry);
    case 'unarchive':
      return unarchived(entry);
    case 'revert':
      return reverted(entry);
    case 'keep-mine':
      return resolved(entry, 'mine');
    case 'take-theirs':
      return resolved(entry, 'theirs');
    default:
      return answered(entry, edit);
  }
}

/** After the person has said which entry of the server it is. */
function answered(
  entry: Entry,
  answer: Extract<EntryEdit, { readonly do: 'identify' | 'none-of-them' }>,
): Entry {
  return answer.do === 'identify'
    ? identified(entry, answer.serverId, answer.there)
    : noneOfThem(entry, answer.at);
}

/** An entry that was not there before, and waits to be sent. */
export function newEntry(id: string, { values, timeBlockId }: Extract<Edit, { do: 'add' }>): Entry {
  return {
    id,
    origin: 'stint',
    ...values,
    delivery: { state: 'queued' },
    presence: 'kept',
    archiveState: 'none',
    timeBlockId,
    sent: undefined,
  };
}
