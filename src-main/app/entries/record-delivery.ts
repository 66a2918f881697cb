import type { Instant } from '#contract';
import { beingUpdated, sentAgain, type Change } from '../../domain/sync/pending-change.ts';
import type { Entry } from '../../domain/entry.ts';
import { freed, isFree, unblocked } from '../../domain/sync/held-up-entry.ts';
import { answered, beingSent } from '../../domain/sync/late-requests.ts';
import { afterChange, afterCreate, metAlone } from '../../domain/sync/entry-after-response.ts';
import type { ChangeResponse, CreateResponse } from '../../domain/sync/classify-response.ts';
import { apart } from './unique-start-second.ts';
import type { AccountId, Clock, Store } from '../ports/ports.ts';

/** What requests mean for their entries, before and after. Each call is one transaction. */
export type DeliveryRecord = {
  /** Puts `sending` on disk before the request leaves, with an instant that no other request has. */
  markSending(entries: readonly Entry[]): void;
  /** Puts on disk that this change of the entries is about to be told. */
  markSendingChange(account: AccountId, change: Change, entries: readonly Entry[]): void;
  /** The creation of the entries was answered. */
  recordCreated(account: AccountId, entryIds: readonly string[], response: CreateResponse): void;
  /** A change was answered; `asSent` is the entry as it was then. */
  recordChanged(account: AccountId, asSent: Entry, change: Change, response: ChangeResponse): void;
  /** A person asks: what somebody in between keeps from Toggl Focus is tried once more. */
  tryBlocked(account: AccountId): void;
  /** Entries that were refused or held up, or all that were refused, are sent once more as they are. */
  sendAgain(account: AccountId, entryIds: readonly string[] | undefined): void;
};

export function createDeliveryRecord({
  store,
  clock,
}: {
  store: Store;
  clock: Clock;
}): DeliveryRecord {
  let latest = 0 as Instant;
  function rewrite(
    account: AccountId,
    entryIds: readonly string[],
    next: (entry: Entry) => Entry,
  ): void {
    for (const before of store.entriesWithIds(entryIds)) {
      const wanted = apart(store, account, { before, next: next(before) });
      store.rewriteEntry(account, before, wanted);
    }
  }
  /** Until it is answered, a change may be carried out whenever. */
  function answeredFor(entry: Entry, asSent: Entry, response: ChangeResponse): Entry {
    const now = clock.now();
    if (response.kind === 'unclear') return metAlone(entry, asSent, response, now);
    const next = answered(entry, asSent.late, now);
    return response.kind === 'held' ? next : unblocked(next);
  }
  return {
    markSending: (entries) =>
      store.transaction(() => {
        latest = Math.max(clock.now(), latest + 1) as Instant;
        store.queuedToSending(entries, latest);
      }),
    markSendingChange: (account, change, entries) =>
      store.transaction(() => {
        const ids = entries.map(({ id }) => id);
        rewrite(account, ids, (entry) => aboutToBeTold(entry, change, clock.now()));
      }),
    recordCreated: (account, entryIds, response) =>
      store.transaction(() => {
        rewrite(account, entryIds, (entry) => afterCreate(entry, response, clock.now()));
      }),
    recordChanged: (account, asSent, change, response) =>
      store.transaction(() => {
        rewrite(account, [asSent.id], (entry) =>
          answeredFor(afterChange(entry, change, asSent, response), asSent, response),
        );
      }),
    sendAgain: (account, entryIds) =>
      store.transaction(() => {
        const ids = entryIds ?? store.refusedEntries(account, MOST).map(({ id }) => id);
        rewrite(account, ids, sentAgain);
      }),
    tryBlocked: (account) =>
      store.transaction(() => {
        const waiting = store.lateEntries(account, MOST);
        for (const entry of waiting.filter((one) => !isFree(one, clock.now()))) {
          store.putEntry(account, freed(entry));
        }
      }),
  };
}

function aboutToBeTold(entry: Entry, change: Change, now: Instant): Entry {
  const asSent = beingSent(entry, change, now);
  return change === 'update' ? beingUpdated(asSent) : asSent;
}

const MOST = 1000;
