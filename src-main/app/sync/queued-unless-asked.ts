import type { Entry } from '../../domain/entry.ts';
import type { AccountId, Store } from '../ports/ports.ts';

/** What waits to be sent, without what a person has to decide about first. */
export function queuedUnlessAsked(
  store: Store,
  account: AccountId,
  most: number,
): readonly Entry[] {
  const asked = new Set(store.awayQuestions(account).map(({ workId }) => workId));
  const queued = store.entriesInState(account, 'queued', most + asked.size);
  return queued.filter(({ id }) => !asked.has(id)).slice(0, most);
}
