import type { Change } from './pending-change.ts';
import { serverIdOf, type KnownEntry } from './server-id.ts';
import type { Entry } from '../entry.ts';
import { chosen, type Suspicion } from './find-refused-entry.ts';
import type { ChangeResponse } from './classify-response.ts';

/** What fits into one bulk request (facts, section 8). */
type Limit = { readonly items: number; readonly size: number; sizeOf(entry: Entry): number };

/** The most that one UTF-16 unit can take in JSON: an escaped control character. */
const BYTES_A_UNIT = 6;

const IN_BODY: Limit = {
  items: 1000,
  size: 1_000_000,
  // So many bytes has an item without its description.
  sizeOf: ({ description }) => 200 + (description?.length ?? 0) * BYTES_A_UNIT,
};

/** Ids in the query, so that the whole address stays below 8000 characters. */
const IN_ADDRESS: Limit = {
  items: 1000,
  size: 7_600,
  // The comma before it is written as three characters.
  sizeOf: (entry) => String(serverIdOf(entry)).length + 3,
};

/** Changes that several entries can be told of at once; the archive has no such route. */
export type BulkChange = Exclude<Change, 'archive' | 'unarchive'>;

export function isBulkChange(change: Change): change is BulkChange {
  return change !== 'archive' && change !== 'unarchive';
}

/** Those that go next, as far as they fit one request that creates them. */
export function takeBatch(queued: readonly Entry[], suspicion: Suspicion): readonly Entry[] {
  return take(chosen(queued, suspicion), 0, IN_BODY);
}

/** The head of those that wait for this change, as far as it fits one request that tells it. */
export function takeChanges(
  change: Change,
  waiting: readonly KnownEntry[],
  suspects: number,
): readonly KnownEntry[] {
  if (!isBulkChange(change)) return waiting.slice(0, 1);
  return take(waiting, suspects, change === 'update' ? IN_BODY : IN_ADDRESS);
}

/**
 * Of `suspects` entries at the head one is known to make the server refuse all: half of them go
 * together, until the one stands alone.
 */
function take<Some extends Entry>(
  queue: readonly Some[],
  suspects: number,
  limit: Limit,
): readonly Some[] {
  const most = suspects > 0 ? Math.ceil(suspects / 2) : limit.items;
  const batch: Some[] = [];
  let size = 0;
  for (const entry of queue.slice(0, Math.min(most, limit.items))) {
    size += limit.sizeOf(entry);
    if (batch.length > 0 && size > limit.size) break;
    batch.push(entry);
  }
  return batch;
}

/** What became of a batch: gone from the queue, refused as a whole, or still in it (no network, no quota). */
export type BatchFate = 'left' | 'refused' | 'stayed';

/** How many entries at the head of the queue are suspect from then on. */
export function suspectsAfter(suspects: number, size: number, fate: BatchFate): number {
  switch (fate) {
    case 'stayed':
      return suspects;
    case 'left':
      return Math.max(0, suspects - size);
    case 'refused':
      // One that was refused by itself, in no search for it, says nothing of those behind it. After
      // a search the one behind goes alone: what is refused often comes in a row.
      return suspects === 0 && size === 1 ? 0 : size;
  }
}

/** What somebody in between answered counts as a refusal: it may be meant for one of them. */
export function fateOfChange(response: ChangeResponse): BatchFate {
  switch (response.kind) {
    case 'done':
      return 'left';
    case 'held':
      return 'stayed';
    case 'unclear':
      return response.foreignStatus === undefined ? 'stayed' : 'refused';
    default:
      return 'refused';
  }
}
