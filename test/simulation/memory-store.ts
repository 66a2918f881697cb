import type { Instant } from '#contract';
import type { QuotaRecord, Store } from '../../src-main/app/ports.ts';
import { pendingChange } from '../../src-main/domain/change.ts';
import type { Entry, Session } from '../../src-main/domain/entry.ts';
import { endOf } from '../../src-main/domain/session.ts';

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
    setPlans: () => undefined,
    task: () => undefined,
    recentTasks: () => [],
    pinnedTasks: () => [],
    session: () => session,
    setSession(_, next) {
      session = next;
    },
    entry: (id) => entries.get(id),
    putEntry(_, entry) {
      entries.set(entry.id, entry);
    },
    removeEntry: (id) => void entries.delete(id),
    entriesBetween: (_, fromAt, toAt) =>
      where((entry) => entry.startAt < toAt && endOf(entry) > fromAt),
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
    sendingToUnknown(sinceAt) {
      const cut = where(({ delivery }) => delivery.state === 'sending');
      for (const entry of cut) {
        entries.set(entry.id, { ...entry, delivery: { state: 'unknown', sinceAt } });
      }
      return cut.length;
    },
    restartGrace(sinceAt) {
      for (const entry of where(({ delivery }) => delivery.state === 'unknown')) {
        entries.set(entry.id, { ...entry, delivery: { state: 'unknown', sinceAt } });
      }
    },
    touchTask: () => undefined,
  };
  return new Proxy(parts as Store, {
    get(target, name) {
      if (Object.hasOwn(target, name)) return Reflect.get(target, name) as unknown;
      throw new Error(`delivery is not known to use ${String(name)} of the store`);
    },
  });
}
