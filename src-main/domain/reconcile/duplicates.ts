import type { Instant } from '#contract';
import type { Entry } from '../entry.ts';
import { serverIdOf } from '../sync/server-id.ts';
import { createdLate, lateCreates } from '../sync/late-requests.ts';
import { isDuplicate } from './same-values.ts';
import { isShown } from '../day/occupied-span.ts';

/**
 * Twins were made by requests that were given up, of entries that are there without them or are not
 * wanted; what is in question is not there before the person has said so. Each is expected once: the
 * same values again are the person's own.
 */
export function duplicatesAmong(
  all: readonly Entry[],
  isThere: (entry: Entry) => boolean,
  now: Instant,
): { readonly twins: ReadonlySet<string>; readonly owners: ReadonlyMap<string, Entry> } {
  const twins = new Set<string>();
  const owners = new Map(
    all
      .filter((entry) => lateCreates(entry, now).length > 0)
      .filter((entry) => isThere(entry) || !isShown(entry) || isHidden(entry))
      .map((entry) => [entry.id, entry]),
  );
  if (owners.size === 0) return { twins, owners };
  for (const entry of all.filter(mayBeTwin)) {
    for (const owner of owners.values()) {
      if (isOther(entry, owner)) continue;
      const values = lateCreates(owner, now).find((one) => isDuplicate(entry, one));
      if (values === undefined) continue;
      twins.add(entry.id);
      owners.set(owner.id, createdLate(owner, values));
      break;
    }
  }
  return { twins, owners };
}

/** It is known to be another entry, however alike. */
function isOther(entry: Entry, { late }: Entry): boolean {
  const serverId = serverIdOf(entry);
  return serverId !== undefined && late?.others?.includes(serverId) === true;
}

function mayBeTwin({ origin, presence, sent }: Entry): boolean {
  return origin === 'server' && presence === 'kept' && sent === undefined;
}

/** In the archive, which a reading may leave out. */
function isHidden(entry: Entry): boolean {
  return serverIdOf(entry) !== undefined && entry.archiveState !== 'none';
}

/** By its own id, and so that the person can bring it back. */
export function takenAway(twin: Entry): Entry {
  return { ...twin, presence: 'removing' };
}
