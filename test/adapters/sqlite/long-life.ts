import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '#contract';
import type { Account, AccountId, Store } from '../../../src-main/app/ports/ports.ts';
import { valuesOf } from '../../../src-main/domain/sync/pending-change.ts';
import type { Entry } from '../../../src-main/domain/entry.ts';
import { at, delivered, entry, seconds, session, task } from '../../support/values.ts';

/** A database after a long life of Stint, of which every value is known. */

export const MINE = 'focus:1/2' as AccountId;
export const ACCOUNT: Account = {
  kind: 'focus',
  organizationId: 1,
  workspaceId: 2,
  connectedAt: at('07:00'),
  secretKept: true,
};
export const ENTRIES = 600;
export const WAITING = 100;

/** Every ten minutes; the last ones wait, and some of the others are archived or in conflict. */
export function entryAt(index: number): Entry {
  const startAt = (at('06:00') - (ENTRIES - index) * 600_000) as Instant;
  const waits = index >= ENTRIES - WAITING;
  const plain = entry(`e${index}`, waits ? { state: 'queued' } : delivered(70 + index), {
    startAt,
    seconds: seconds(300 + index),
    task: task(1 + (index % 7)),
    description: `session ${index}, as it was written`,
  });
  if (waits || index % 50 > 1) return plain;
  return index % 50 === 0
    ? { ...plain, archiveState: 'archived', timeBlockId: 730 }
    : { ...plain, sent: { ...valuesOf(plain), seconds: seconds(60), conflict: true } };
}

/** As the disk knows it: what is undefined is not there. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

export function fill(store: Store): void {
  store.transaction(() => {
    store.setAccount(ACCOUNT);
    store.setSettings({ leftClick: 'toggle' });
    for (let index = 0; index < ENTRIES; index += 1) store.putEntry(MINE, entryAt(index));
    store.setSession(MINE, session({ startAt: at('19:00'), timeBlockId: 730 }));
    store.setPinned(MINE, task(5), at('08:00'));
    store.setPinned(MINE, task(3), at('09:00'));
  });
}

/** Entries that came back as what they were not; what waited must be unclear since the recovery. */
export function altered(found: ReadonlyMap<string, Entry>, recoveredAt: Instant): readonly Entry[] {
  return [...found.values()].filter((entry) => {
    const before = entryAt(Number(entry.id.slice(1)));
    const delivery =
      before.delivery.state === 'delivered'
        ? before.delivery
        : { state: 'unknown', sinceAt: recoveredAt };
    const wanted = { ...before, delivery, description: entry.description };
    return !isDeepStrictEqual(asJson(entry), asJson(wanted));
  });
}
