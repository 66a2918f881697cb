import { pendingChange } from '../sync/pending-change.ts';
import type { Entry } from '../entry.ts';
import type { FocusEntry } from '../focus-types.ts';
import { serverIdOf } from '../sync/server-id.ts';

/**
 * Tells of an entry that was delivered whether it was shown without a start: somebody has made a plan of it in
 * Toggl Focus, where it is no longer tracked time.
 */
export function isPlanAmong(found: readonly FocusEntry[]): (entry: Entry) => boolean {
  const plans = found.filter(
    ({ startAt, deletedAt }) => startAt === undefined && deletedAt === undefined,
  );
  const ids = new Set(plans.map(({ id }) => id));
  return (entry) => {
    const serverId = serverIdOf(entry);
    return serverId !== undefined && ids.has(serverId);
  };
}

/**
 * What becomes of it here; undefined: it goes, for it is shown as a plan. Values that wait to be told are a conflict
 * with that, and what the person has decided, or still has to, stays.
 */
export function becamePlan(entry: Entry): Entry | undefined {
  const { delivery, presence, sent } = entry;
  const isRefused = delivery.state === 'delivered' && delivery.refused !== undefined;
  if (presence !== 'kept' || isRefused) return entry;
  if (sent === undefined) return undefined;
  const isOpen = pendingChange(entry) === undefined || sent.unsure === true;
  return isOpen || sent.replace === true ? entry : { ...entry, sent: { ...sent, conflict: true } };
}
