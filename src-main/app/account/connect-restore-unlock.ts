import type { AppError, Command, Credential, Place, Result } from '#contract';
import { readError } from '../../domain/account/read-error.ts';
import { parseFocusAddress } from '../../domain/account/parse-focus-address.ts';
import { disconnect, leftBehind } from './disconnect.ts';
import { keepTasks } from '../tasks/read-tasks-and-settings.ts';
import { DONE, refuse } from '../ports/results.ts';
import { accountId, type Connection, type LiveState } from '../state/connection-and-live-state.ts';
import type { ConnectFocus, FocusApi } from '../ports/focus-api.ts';
import type { Pauses } from '../requests/pauses.ts';
import type { RequestQueue } from '../requests/request-queue.ts';
import type {
  Account,
  Clock,
  Demo,
  Keychain,
  Log,
  SecretRead,
  Store,
  Timers,
} from '../ports/ports.ts';
import type { Tracker } from '../entries/tracker.ts';
import type { Drafts } from '../state/unsaved-drafts.ts';
import type { ViewState } from '../state/view-state.ts';

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
  readonly timers: Timers;
  readonly log: Log;
  readonly live: LiveState;
  readonly requestQueue: RequestQueue;
  readonly pauses: Pauses;
  readonly tracker: Tracker;
  readonly drafts: Pick<Drafts, 'forget'>;
  readonly view: ViewState;
  readonly keychain: Keychain;
  readonly demo: Demo;
  readonly connectFocus: ConnectFocus;
  readonly baseUrl: string;
  /** Of the address, where it is not Toggl's own: another host is another account. */
  readonly otherHost?: string | undefined;
};

type Target = { readonly account: Account; readonly api: FocusApi };

export function createAccountService(ports: AccountPorts): AccountService {
  return {
    connect: (command) => connect(ports, command),
    connectDemo: () => connectDemo(ports),
    disconnect: (evenIfWaiting) => disconnect(ports, evenIfWaiting),
    async restore() {
      const account = ports.store.account(ports.otherHost);
      if (account === undefined) return;
      // Where the secret should be; the tray shows the session before the keychain has answered.
      const secret = account.kind === 'demo' || account.secretKept ? 'keychain' : 'missing';
      ports.live.set({ connection: withoutSecret(account, secret) });
      if (account.kind === 'demo') await restoreDemo(ports, account);
      else if (account.secretKept) await readSecret(ports, account);
    },
    async unlock() {
      const { connection } = ports.live.get();
      if (connection === undefined) return refuse({ kind: 'not-connected' });
      const isShut = connection.secret === 'locked' || connection.secret === 'missing';
      if (isShut && connection.account.secretKept) await readSecret(ports, connection.account);
      const { notice } = ports.live.get();
      return notice === undefined ? DONE : refuse(notice);
    },
  };
}

async function connect(
  ports: AccountPorts,
  { credential, place }: Connect,
): Promise<Result<undefined>> {
  const { live, clock, demo } = ports;
  const where = resolve(place);
  if (where === undefined) return refuse({ kind: 'address-unclear' });
  const connectedAt = clock.now();
  const { otherHost } = ports;
  const account: Account = { kind: 'focus', otherHost, ...where, connectedAt, secretKept: false };
  const left = leftBehind(ports, account);
  if (left !== undefined) return refuse(left);
  const api = focusApi(ports, account, credential);
  const before = live.get().connection;
  const failed = await tryOut(ports, { account, api });
  if (failed !== undefined) return refuse(failed);
  // At once: until the keychain has answered, nothing may go out under the former account.
  const connection = { ...withoutSecret(account, 'memory'), api };
  live.set({ connection, notice: undefined });
  if (before?.account.kind === 'demo') await demo.stop();
  await keepSecret(ports, account, credential);
  return DONE;
}

async function keepSecret(
  { keychain, live, store }: AccountPorts,
  account: Account,
  credential: Credential,
): Promise<void> {
  const written = await keychain.write(credential);
  const { connection } = live.get();
  // Disconnected while the keychain asked: what it took after all has no owner.
  if (connection === undefined) await keychain.remove();
  if (connection?.account !== account) return;
  if (written !== 'kept') {
    live.set({ notice: { kind: keychainTrouble(written) } });
    return;
  }
  const kept = { ...account, secretKept: true };
  store.setAccount(kept);
  live.set({ connection: { ...connection, account: kept, secret: 'keychain' } });
}

async function connectDemo(ports: AccountPorts): Promise<Result<undefined>> {
  const { live, demo, keychain } = ports;
  const before = live.get().connection;
  const target = await startDemo(ports, undefined);
  const failed = await tryOut(ports, target);
  if (failed !== undefined) {
    if (live.get().connection?.account.kind !== 'demo') await demo.stop();
    return refuse(failed);
  }
  live.set({ connection: demoConnection(target), notice: undefined });
  if (before?.account.secretKept === true) await keychain.remove();
  return DONE;
}

async function readSecret(ports: AccountPorts, account: Account): Promise<void> {
  const { keychain, live } = ports;
  const read = await keychain.read();
  // The person may have connected anew while a prompt was open.
  if (live.get().connection?.account !== account) return;
  live.set(afterRead(account, read, (credential) => focusApi(ports, account, credential)));
}

async function restoreDemo(ports: AccountPorts, account: Account): Promise<void> {
  const { live } = ports;
  const target = await startDemo(ports, account);
  if (live.get().connection?.account === account) {
    live.set({ connection: demoConnection(target) });
  }
}

function focusApi(ports: AccountPorts, account: Account, credential: Credential): FocusApi {
  const { organizationId, workspaceId } = account;
  return ports.connectFocus({ baseUrl: ports.baseUrl, organizationId, workspaceId, credential });
}

/**
 * One request checks key, organization and workspace, and fills the task cache on the way. No other one
 * leaves before what it tells is kept: it would be asked by an older word about the quota.
 */
function tryOut(ports: AccountPorts, { account, api }: Target): Promise<AppError | undefined> {
  const { store, clock, requestQueue, log } = ports;
  return requestQueue.run(async () => {
    const answer = await api.streamTasks();
    log('info', 'connection tried', { kind: account.kind, ok: answer.ok });
    if (!answer.ok) return readError(answer, clock.now());
    const id = accountId(account);
    await keepTasks(ports, id, answer.value);
    // Something may have been tracked while the answer was out.
    const left = leftBehind(ports, account);
    if (left !== undefined) return left;
    store.transaction(() => {
      store.setAccount(account);
      store.setQuota(id, answer.quota && { ...answer.quota, at: clock.now() });
    });
    ports.pauses.release();
    return undefined;
  });
}

async function startDemo(ports: AccountPorts, known: Account | undefined): Promise<Target> {
  const { organizationId, workspaceId, ...access } = await ports.demo.start();
  const account = known ?? {
    kind: 'demo' as const,
    otherHost: ports.otherHost,
    organizationId,
    workspaceId,
    connectedAt: ports.clock.now(),
    secretKept: false,
  };
  return { account, api: ports.connectFocus({ organizationId, workspaceId, ...access }) };
}

function demoConnection({ account, api }: Target): Connection {
  return { account, id: accountId(account), secret: 'none-needed', api, keyRefused: false };
}

function afterRead(
  account: Account,
  read: SecretRead,
  apiFor: (credential: Credential) => FocusApi,
): { readonly connection: Connection; readonly notice: AppError | undefined } {
  switch (read.state) {
    case 'found': {
      const api = apiFor(read.credential);
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

function resolve(
  place: Place,
): { readonly organizationId: number; readonly workspaceId: number } | undefined {
  if (place.kind === 'address') return parseFocusAddress(place.address);
  const { organizationId, workspaceId } = place;
  return { organizationId, workspaceId };
}
