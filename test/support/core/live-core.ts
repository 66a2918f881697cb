import type { Instant } from '#contract';
import { createConnectFocus } from '../../../src-main/adapters/focus/client.ts';
import { createStore } from '../../../src-main/adapters/sqlite/store.ts';
import { createStint } from '../../../src-main/app/create-stint.ts';
import type { ConnectFocus } from '../../../src-main/app/ports/focus-api.ts';
import type {
  Clock,
  Demo,
  Keychain,
  SecretRead,
  Store,
  Timers,
} from '../../../src-main/app/ports/ports.ts';
import type { CoreCommand, Stint } from '../../../src-main/app/stint.ts';
import { createSeededRandom } from '../../../src-main/demo/seed/seeded-random.ts';
import { DELIVERY_POLICY } from '../../../src-main/domain/sync/delivery-policy.ts';
import type { FaultServer } from '../server/fault-server.ts';
import { turn } from './fake-time.ts';
import { createTimeline } from './timeline.ts';

export type LiveCoreOptions = {
  readonly file: string;
  readonly startAt: number;
  readonly account: FaultServer['account'];
  /** Left out: the real client over Node's fetch. */
  readonly connectFocus?: ConnectFocus;
  /** Called when what a command wrote is on disk. */
  readonly onCommit?: () => void;
};

export type LiveCore = {
  stint(): Stint;
  now(): Instant;
  /** Opens the file; what waits in it is sent right away where an account is connected. */
  open(): Promise<void>;
  /** Carries the command out and waits until no request is under way. Throws where it is refused. */
  command(command: CoreCommand): Promise<void>;
  connect(): Promise<void>;
  /** Time jumps from timer to timer and stands still while requests are under way. */
  passUntil(at: number): Promise<void>;
  /** Resolves once no request is under way. */
  rest(): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** The whole core on a real file with the real client, in a time of its own; needs no test runner. */
export function createLiveCore(options: LiveCoreOptions): LiveCore {
  const timeline = createTimeline(options.startAt, rest);
  const random = createSeededRandom(4);
  const keychain = createMemoryKeychain({
    state: 'found',
    credential: options.account.credential,
  });
  let lastId = 0;
  let current: Stint | undefined;

  function stint(): Stint {
    if (current === undefined) throw new Error('not open');
    return current;
  }

  async function rest(): Promise<void> {
    await turn();
    while (stint().snapshot().sync.busy) {
      await new Promise<void>((resolve) => {
        const stop = stint().onSnapshot(({ sync }) => {
          if (sync.busy) return;
          stop();
          resolve();
        });
      });
      await turn();
    }
  }

  async function command(wanted: CoreCommand): Promise<void> {
    const result = await stint().command(wanted);
    if (!result.ok) throw new Error(`${wanted.type} was refused: ${result.error.kind}`);
    await rest();
  }

  async function open(): Promise<void> {
    const ports = { clock: timeline, timers: timeline, random, keychain };
    const ids = { next: () => `live-${(lastId += 1)}` };
    current = openStint(options, { ...ports, ids });
    await rest();
  }

  return {
    stint,
    now: () => timeline.now(),
    open,
    command,
    connect() {
      const { organizationId, workspaceId, credential } = options.account;
      const place = { kind: 'ids', organizationId, workspaceId } as const;
      return command({ type: 'account/connect', credential, place });
    },
    passUntil: (at) => timeline.runUntil(at),
    rest,
    async restart() {
      await stint().dispose();
      await open();
    },
    async close() {
      await stint().dispose();
    },
  };
}

type Ports = Pick<Parameters<typeof createStint>[0], 'random' | 'keychain' | 'ids'> & {
  readonly clock: Clock;
  readonly timers: Timers;
};

function openStint(options: LiveCoreOptions, ports: Ports): Stint {
  const { file, account, connectFocus, onCommit = (): void => undefined } = options;
  return createStint({
    ...ports,
    store: watched(createStore(file), onCommit),
    log: () => undefined,
    demo: noDemo,
    connectFocus: connectFocus ?? createConnectFocus({ fetch }),
    baseUrl: account.baseUrl,
    policy: DELIVERY_POLICY,
    slipMs: 0,
    saveText: () => Promise.resolve(undefined),
    systemLocales: () => ({ dates: 'en-GB', numbers: 'en-GB' }),
  });
}

function watched(store: Store, onCommit: () => void): Store {
  return {
    ...store,
    transaction(work) {
      const result = store.transaction(work);
      onCommit();
      return result;
    },
  };
}

function createMemoryKeychain(first: SecretRead): Keychain {
  let secret = first;
  return {
    read: () => Promise.resolve(secret),
    write(credential) {
      secret = { state: 'found', credential };
      return Promise.resolve('kept');
    },
    remove() {
      secret = { state: 'absent' };
      return Promise.resolve('kept');
    },
  };
}

const noDemo: Demo = {
  start: () => Promise.reject(new Error('no demo here')),
  stop: () => Promise.resolve(),
};
