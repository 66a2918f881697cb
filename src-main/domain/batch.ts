import type { Entry } from './entry.ts';
import type { Verdict } from './verdict.ts';

/** Limits of one bulk request (facts, section 8). */
const MOST_ITEMS = 1000;
const MOST_BYTES = 1_000_000;
/** An item without its description. */
const ITEM_BYTES = 200;
/** The most that one UTF-16 unit can take in JSON: an escaped control character. */
const BYTES_A_UNIT = 6;

/**
 * The head of the queue that fits one request. Of `suspects` entries at the head one is known to
 * make the server refuse all: half of them go together, until the one stands alone.
 */
export function takeBatch(queued: readonly Entry[], suspects: number): readonly Entry[] {
  const most = suspects > 1 ? Math.ceil(suspects / 2) : suspects === 1 ? 1 : MOST_ITEMS;
  const batch: Entry[] = [];
  let bytes = 0;
  for (const entry of queued.slice(0, most)) {
    bytes += ITEM_BYTES + (entry.description?.length ?? 0) * BYTES_A_UNIT;
    if (batch.length > 0 && bytes > MOST_BYTES) break;
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
      return size > 1 ? size : 0;
  }
}

export function fateOf(verdict: Verdict): BatchFate {
  if (verdict.kind === 'rejected') return 'refused';
  return verdict.kind === 'wait' ? 'stayed' : 'left';
}
