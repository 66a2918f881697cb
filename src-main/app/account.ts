import type { AppError, Command, Credential, Place, Result } from '#contract';
import { readError } from '../domain/connect-error.ts';
import { parseFocusAddress } from '../domain/focus-address.ts';
import { accountId, type Connection, type LiveState } from './connection.ts';
import type { ConnectFocus, FocusApi } from './focus-api.ts';
import type { Holds } from './holds.ts';
import type { Lane } from './lane.ts';
import type { Account, Clock, Demo, Keychain, Log, SecretRead, Store } from './ports.ts';
import type { Tracker } from './tracker.ts';

type Connect = Extract<Command, { readonly type: 'account/connect' }>;

/** Who Stint works for: one account at a time, its secret in the keychain and nowhere on disk. */
export type AccountService = {
  connect(command: Connect): Promise<Result<undefined>>;
  connectDemo(): Promise<Result<undefined>>;
  disconnect(evenIfWaiting: boolean): Promise<Result<undefined>>;
  /** Takes up the account of the last run. */
  restore(): Promise<void>;
  /** Reads the secret again, after the person unlocked the keychain. */
  unlock(): Promise<Result<undefined>>;
};

export type AccountPorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly live: LiveState;
  readonly lane: Lane;
  readonly holds: Holds;
  readonly tracker: Tracker;
  readonly keychain: Keychain;
  readonly demo: Demo;
  readonly connectFocus: ConnectFocus;
  readonly baseUrl: string;
};

type Target = { readonly account: Account; readonly api: FocusApi };

export const DONE: Result<undefined> = { ok: true, value: undefined };

export function refuse(error: AppError): Result<undefined> {
  return { ok: false, error };
}

export function createAccountService(ports: AccountPorts): AccountService {
  const { keychain, live, clock } = ports;

  function focusApi(account: Account, credential: Credential): FocusApi {
    return ports.connectFocus({ baseUrl: ports.baseUrl, ...ids(account), credential });
  }

  async function connect({ credential, place }: Connect): Promise<Result<undefined>> {
    const where = resolve(place);
    if (where === undefined) return refuse({ kind: 'address-unclear' });
    const account: Account = { kind: 'focus', ...where, connectedAt: clock.now() };
    const left = leaveBehind(ports, account);
    if (left !== undefined) return refuse(left);
    const api = focusApi(account, credential);
    const failed = await tryOut(ports, { account, api });
    if (failed !== undefined) return refuse(failed);
    const written = await keychain.write(credential);
    const secret = written === 'kept' ? 'keychain' : 'memory';
    live.set({
      connection: { account, id: accountId(account), secret, api, keyRefused: false },
      notice: written === 'kept' ? undefined : { kind: keychainTrouble(written) },
    });
    return DONE;
  }

  async function connectDemo(): Promise<Result<undefined>> {
    const target = await startDemo(ports, undefined);
    const failed = await tryOut(ports, target);
    if (failed !== undefined) return refuse(failed);
    live.set({ connection: demoConnection(target), notice: undefined });
    return DONE;
  }

  async function readSecret(account: Account): Promise<void> {
    const read = await keychain.read();
    // The person may have connected anew while a prompt was open.
    if (live.get().connection?.account !== account) return;
    live.set(afterRead(account, read, focusApi));
  }

  return {
    connect,
    connectDemo,
    disconnect: (evenIfWaiting) => disconnect(ports, evenIfWaiting),
    async restore() {
      const account = ports.store.account();
      if (account === undefined) return;
      // Where the secret should be; the tray shows the session before the keychain has answered.
      live.set({ connection: withoutSecret(account, 'keychain') });
      if (account.kind === 'focus') await readSecret(account);
      else live.set({ connection: demoConnection(await startDemo(ports, account)) });
    },
    async unlock() {
      const { connection } = live.get();
      if (connection === undefined) return refuse({ kind: 'not-connected' });
      await readSecret(connection.account);
      const { notice } = live.get();
      return notice === undefined ? DONE : refuse(notice);
    },
  };
}

/** One request checks key, organization and workspace, and fills the task cache on the way. */
async function tryOut(
  ports: AccountPorts,
  { account, api }: Target,
): Promise<AppError | undefined> {
  const { store, clock, lane, log } = ports;
  const answer = await lane.run(() => api.streamTasks());
  log('info', 'connection tried', { kind: account.kind, ok: answer.ok });
  if (!answer.ok) return readError(answer, clock.now());
  const id = accountId(account);
  store.transaction(() => {
    store.setAccount(account);
    store.setTaskCache(id, { tasks: answer.value, readAt: clock.now() });
    store.setQuota(id, answer.quota && { ...answer.quota, at: clock.now() });
  });
  ports.holds.release();
  return undefined;
}

async function startDemo(ports: AccountPorts, known: Account | undefined): Promise<Target> {
  const { organizationId, workspaceId, ...access } = await ports.demo.start();
  const account = known ?? {
    kind: 'demo' as const,
    organizationId,
    workspaceId,
    connectedAt: ports.clock.now(),
  };
  return { account, api: ports.connectFocus({ organizationId, workspaceId, ...access }) };
}

function demoConnection({ account, api }: Target): Connection {
  return { account, id: accountId(account), secret: 'none-needed', api, keyRefused: false };
}

async function disconnect(ports: AccountPorts, evenIfWaiting: boolean): Promise<Result<undefined>> {
  const { store, live, tracker, keychain, demo } = ports;
  const { connection } = live.get();
  if (connection === undefined) return refuse({ kind: 'not-connected' });
  const { id, account, secret } = connection;
  const count = notYetDelivered(store, connection);
  if (count > 0 && !evenIfWaiting) return refuse({ kind: 'entries-waiting', count });
  // A key that only this run's memory holds needs no keychain to be forgotten.
  const inKeychain = account.kind === 'focus' && secret !== 'memory';
  if (inKeychain && (await keychain.remove()) === 'locked') {
    return refuse({ kind: 'keychain-locked' });
  }
  store.transaction(() => {
    tracker.stop(id);
    store.setAccount(undefined);
  });
  live.set({ connection: undefined, hold: undefined, notice: undefined });
  if (account.kind === 'demo') await demo.stop();
  return DONE;
}

/** Another account may be connected only when nothing of the present one is left to send. */
function leaveBehind({ store, live }: AccountPorts, next: Account): AppError | undefined {
  const { connection } = live.get();
  if (connection === undefined || connection.id === accountId(next)) return undefined;
  const count = notYetDelivered(store, connection);
  return count > 0 ? { kind: 'entries-waiting', count } : undefined;
}

function notYetDelivered(store: Store, { id }: Connection): number {
  const { queued, sending, unknown, changed, rejected } = store.counts(id);
  return (
    queued + sending + unknown + changed + rejected + (store.session(id) === undefined ? 0 : 1)
  );
}

function afterRead(
  account: Account,
  read: SecretRead,
  focusApi: (account: Account, credential: Credential) => FocusApi,
): { readonly connection: Connection; readonly notice: AppError | undefined } {
  switch (read.state) {
    case 'found': {
      const api = focusApi(account, read.credential);
      const connection = { ...withoutSecret(account, 'keychain'), api };
      return { connection, notice: undefined };
    }
    case 'absent':
      return { connection: withoutSecret(account, 'missing'), notice: undefined };
    case 'locked':
      return {
        connection: withoutSecret(account, 'locked'),
        notice: { kind: 'keychain-locked' },
      };
    case 'unavailable':
      return {
        connection: withoutSecret(account, 'missing'),
        notice: { kind: 'keychain-absent' },
      };
  }
}

function withoutSecret(account: Account, secret: Connection['secret']): Connection {
  return { account, id: accountId(account), secret, api: undefined, keyRefused: false };
}

function keychainTrouble(state: 'locked' | 'unavailable'): 'keychain-locked' | 'keychain-absent' {
  return state === 'locked' ? 'keychain-locked' : 'keychain-absent';
}

function ids({ organizationId, workspaceId }: Account): {
  readonly organizationId: number;
  readonly workspaceId: number;
} {
  return { organizationId, workspaceId };
}

function resolve(
  place: Place,
): { readonly organizationId: number; readonly workspaceId: number } | undefined {
  if (place.kind === 'address') return parseFocusAddress(place.address);
  const { organizationId, workspaceId } = place;
  return { organizationId, workspaceId };
}
