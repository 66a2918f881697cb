import type { Outcome, Result } from '#contract';
import type { Entry } from '../../domain/entry.ts';
import type { AccountId, Store } from '../ports/ports.ts';
import { DONE } from '../ports/results.ts';

/** The oldest entry that needs the person or, after one of them, the next; the oldest again behind the last. */
export function nextThatNeedsYou(
  store: Store,
  account: AccountId,
  afterId: string | undefined,
): Entry | undefined {
  const after = afterId === undefined ? undefined : store.entry(afterId);
  const [next] = after === undefined ? [] : store.entriesInNeed(account, after, 1);
  return next ?? store.entriesInNeed(account, undefined, 1)[0];
}

/** Tells the page which entry it is. Nothing where somebody settled the last one meanwhile. */
export function answerWith(entry: { readonly id: string } | undefined): Result<Outcome> {
  return entry === undefined ? DONE : { ok: true, value: { entryId: entry.id } };
}
