import type { AppError, Result } from '#contract';
import { accountId, type Connection, type LiveState } from '../state/connection-and-live-state.ts';
import type { Account, Demo, Keychain, Store } from '../ports/ports.ts';
import { DONE, refuse } from '../ports/results.ts';
import type { Tracker } from '../entries/tracker.ts';
import type { Drafts } from '../state/unsaved-drafts.ts';

type LeavePorts = {
  readonly store: Store;
  readonly live: LiveState;
  readonly tracker: Tracker;
  readonly drafts: Pick<Drafts, 'forget'>;
  readonly keychain: Keychain;
  readonly demo: Demo;
};

/** Removes the secret and what is half typed, and stops the timer; what waits is kept for when the account is back. */
export async function disconnect(
  ports: LeavePorts,
  evenIfWaiting: boolean,
): Promise<Result<undefined>> {
  const { store, live, tracker, drafts, keychain, demo } = ports;
  const { connection } = live.get();
  if (connection === undefined) return refuse({ kind: 'not-connected' });
  const { id, account, secret } = connection;
  const count = notYetDelivered(store, connection);
  if (count > 0 && !evenIfWaiting) return refuse({ kind: 'entries-waiting', count });
  // Also where only this run's memory should hold the key: a prompt answered late may have kept it.
  const removal = account.kind === 'focus' ? await keychain.remove() : 'kept';
  if (removal === 'locked' && secret !== 'memory') return refuse({ kind: 'keychain-locked' });
  store.transaction(() => {
    tracker.stop(id);
    store.forgetAccount(account.otherHost);
    drafts.forget(id);
  });
  live.set({ connection: undefined, pause: undefined, notice: undefined });
  if (account.kind === 'demo') await demo.stop();
  return DONE;
}

/** Another account may be connected only when nothing of the present one is left to send. */
export function leftBehind(
  { store, live }: Pick<LeavePorts, 'store' | 'live'>,
  next: Account,
): AppError | undefined {
  const { connection } = live.get();
  if (connection === undefined || connection.id === accountId(next)) return undefined;
  const count = notYetDelivered(store, connection);
  return count > 0 ? { kind: 'entries-waiting', count } : undefined;
}

function notYetDelivered(store: Store, { id }: Connection): number {
  const counts = Object.values(store.counts(id)).reduce((sum, count) => sum + count, 0);
  return counts + (store.session(id) === undefined ? 0 : 1);
}
