import type { Entry } from '../entry.ts';
import type { LeftOut } from '../focus-types.ts';
import { serverIdOf } from '../sync/server-id.ts';

/**
 * Tells of an entry of ours whether it may be among what a reading could not read: by its id or, as
 * long as that was not learnt, by its start, which no other entry of ours has. None is without one.
 */
export function mayBeAmong(leftOut: readonly LeftOut[]): (entry: Entry) => boolean {
  const ids = new Set(leftOut.map(({ id }) => id));
  const starts = new Set<unknown>(leftOut.map(({ startAt }) => startAt));
  return (entry) => {
    const serverId = serverIdOf(entry);
    const { startAt } = entry.sent ?? entry;
    return serverId === undefined
      ? starts.has(undefined) || starts.has(startAt)
      : ids.has(undefined) || ids.has(serverId);
  };
}
