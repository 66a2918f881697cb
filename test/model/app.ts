import { createStore } from '../../src-main/adapters/sqlite/store.ts';
import { createStint } from '../../src-main/app/create-stint.ts';
import type { Credential } from '#contract';
import type { FocusApi } from '../../src-main/app/focus-api.ts';
import type { AccountId, Cancel, Keychain, Store } from '../../src-main/app/ports.ts';
import type { Stint } from '../../src-main/app/stint.ts';
import { DELIVERY_POLICY } from '../../src-main/domain/policy.ts';
import { settled, type VirtualTime } from './virtual-time.ts';

export const ACCOUNT = 'focus:1/2' as AccountId;

export type App = {
  readonly store: Store;
  /** False where it was refused. */
  command(command: Parameters<Stint['command']>[0]): Promise<boolean>;
  wake(): void;
  /** Connected, and with a key that was not refused. */
  connected(): boolean;
  /** The process dies and another one starts on what is stored. */
  kill(): Promise<void>;
  /** Timers of the living process. */
  timers(): number;
  close(): void;
};

/** The core on an in-memory SQLite, which outlives the deaths of the process. */
export function createApp(time: VirtualTime, api: FocusApi): App {
  const store = createStore(':memory:');
  const keychain = createKeychain();
  let lastId = 0;
  let life = { alive: true, timers: new Set<Cancel>() };
  let stint = start();

  function start(): Stint {
    const mine = { alive: true, timers: new Set<Cancel>() };
    life = mine;
    return createStint({
      store,
      clock: time,
      timers: {
        after(ms, run) {
          const cancel = time.after(ms, () => {
            mine.timers.delete(forget);
            run();
          });
          const forget = (): void => {
            mine.timers.delete(forget);
            cancel();
          };
          mine.timers.add(forget);
          return forget;
        },
      },
      random: () => 0.5,
      ids: { next: () => `id-${(lastId += 1)}` },
      log: () => undefined,
      keychain,
      demo: {
        start: () => Promise.reject(new Error('no demo here')),
        stop: () => Promise.resolve(),
      },
      connectFocus: () => api,
      baseUrl: 'http://focus.test/api',
      policy: DELIVERY_POLICY,
      saveText: () => Promise.resolve(undefined),
    });
  }

  return {
    store,
    async command(command) {
      // Not awaited to its end: a command that waits for the network is answered while time passes.
      let ok = false;
      void stint.command(command).then((result) => (ok = result.ok));
      await settled();
      return ok;
    },
    wake: () => stint.wake(),
    connected() {
      const { account } = stint.snapshot();
      return account.state === 'connected' && !account.keyRefused;
    },
    async kill() {
      for (const cancel of life.timers) cancel();
      stint = start();
      await settled();
    },
    timers: () => life.timers.size,
    close: () => store.close(),
  };
}

function createKeychain(): Keychain {
  let kept: Credential | undefined;
  return {
    read: () =>
      Promise.resolve(
        kept === undefined ? { state: 'absent' } : { state: 'found', credential: kept },
      ),
    write(credential) {
      kept = credential;
      return Promise.resolve('kept');
    },
    remove() {
      kept = undefined;
      return Promise.resolve('kept');
    },
  };
}
