import type { Instant } from '#contract';
import type { QuotaRecord, Store } from '../../src-main/app/ports/ports.ts';
import { pendingChange } from '../../src-main/domain/sync/pending-change.ts';
import type { Delivery, Entry, Session } from '../../src-main/domain/entry.ts';
import { endOf } from '../../src-main/domain/timer/session.ts';
import { isNameless, sentAtOf, serverIdOf } from '../../src-main/domain/sync/server-id.ts';

/**
 * The store of one Stint without a disk, as far as tracking and delivery use it; any other call
 * throws. One account, never restarted.
 */
export function createMemoryStore(): Store {
  const entries = new Map<string, Entry>();
  let session: Session | undefined;
  let quota: QuotaRecord | undefined;
  let readAt: Instant | undefined;

  function where(wanted: (entry: Entry) => boolean): Entry[] {
    return [...entries.values()].filter(wanted).sort((a, b) => a.startAt - b.startAt);
  }

  const parts: Partial<Store> = {
    transaction: (work) => work(),
    quota: () => quota,
    setQuota(_, next) {
      quota = next;
    },
    readAt: () => readAt,
    setReadAt(_account, _range, at) {
      readAt = at;
    },
    putPlans: () => undefined,
    leavePlans: () => undefined,
    task: () => undefined,
    recentTasks: () => [],
    usesOfTasks: () => [],
    workOfLatest: () => [],
    pinnedTasks: () => [],
    session: () => session,
    setSession(_, next) {
      session = next;
    },
    entry: (id) => entries.get(id),
    putEntry(_, entry) {
      entries.set(entry.id, entry);
    },
    entriesWithIds: (ids) => ids.flatMap((id) => entries.get(id) ?? []),
    rewriteEntry(_account, _before, next) {
      entries.set(next.id, next);
    },
    removeEntry: (id) => void entries.delete(id),
    entriesBetween: (_, fromAt, toAt) =>
      where((entry) => entry.startAt < toAt && endOf(entry) > fromAt),
    idsBetween: (_, { fromAt, toAt }, { after, count }) =>
      where(({ startAt }) => startAt >= fromAt && startAt < toAt)
        .sort((a, b) => a.startAt - b.startAt || compare(a.id, b.id))
        .filter(({ id, startAt }) => after === undefined || isBehind({ id, startAt }, after))
        .slice(0, count)
        .map((entry) => ({
          id: entry.id,
          startAt: entry.startAt,
          serverId: serverIdOf(entry),
          sentAt: sentAtOf(entry),
          isLookedFor: entry.lookAt !== undefined,
        })),
    namelessBetween: (_, fromAt, toAt) =>
      where(
        (entry) =>
          entry.startAt >= fromAt &&
          entry.startAt < toAt &&
          (isNameless(entry) || entry.delivery.state === 'unknown'),
      ),
    entriesOnServer: (_, serverIds) =>
      where(
        ({ delivery }) =>
          delivery.state === 'delivered' &&
          delivery.serverId !== undefined &&
          serverIds.includes(delivery.serverId),
      ),
    entriesInState: (_, state, most) =>
      where(({ delivery, presence }) => delivery.state === state && presence !== 'removed').slice(
        0,
        most,
      ),
    changedEntries: (_, most) =>
      where((entry) => pendingChange(entry) !== undefined).slice(0, most),
    startTaken: (_, startAt) =>
      session?.startAt === startAt ||
      where((entry) => entry.startAt === startAt && entry.presence !== 'removed').length > 0,
    queuedToSending(queued, sinceAt) {
      for (const entry of queued) {
        entries.set(entry.id, { ...entry, delivery: { state: 'sending', sinceAt } });
      }
    },
    sendingToUnknown(sinceAt) {
      const cut = where(({ delivery }) => delivery.state === 'sending');
      for (const entry of cut) {
        entries.set(entry.id, { ...entry, delivery: { state: 'unknown', sinceAt } });
      }
      return cut.length;
    },
    restartGrace(sinceAt) {
      for (const entry of where(({ delivery }) => delivery.state === 'unknown')) {
        entries.set(entry.id, { ...entry, delivery: { ...entry.delivery, sinceAt } as Delivery });
      }
    },
    entriesToLookAt: (_, most) => where(({ lookAt }) => lookAt !== undefined).slice(0, most),
    lateEntries: (_, most) => where(({ late }) => late !== undefined).slice(0, most),
    forgetLate: () => undefined,
    awayQuestions: () => [],
    touchTask: () => undefined,
  };
  return new Proxy(parts as Store, {
    get(target, name) {
      if (Object.hasOwn(target, name)) return Reflect.get(target, name) as unknown;
      throw new Error(`delivery is not known to use ${String(name)} of the store`);
    },
  });
}

type Place = Pick<Entry, 'id' | 'startAt'>;

function isBehind(entry: Place, after: Place): boolean {
  if (entry.startAt !== after.startAt) return entry.startAt > after.startAt;
  return compare(entry.id, after.id) > 0;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
