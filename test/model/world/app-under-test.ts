import { createStore } from '../../../src-main/adapters/sqlite/store.ts';
import { createStint } from '../../../src-main/app/create-stint.ts';
import type { Credential } from '#contract';
import type { FocusApi } from '../../../src-main/app/ports/focus-api.ts';
import type { AccountId, Cancel, Keychain, Store } from '../../../src-main/app/ports/ports.ts';
import type { Stint } from '../../../src-main/app/stint.ts';
import { DELIVERY_POLICY } from '../../../src-main/domain/sync/delivery-policy.ts';
import type { VirtualTime } from './virtual-time.ts';

export const ACCOUNT = 'focus:1/2' as AccountId;

export type App = {
  readonly store: Store;
  /** False where it was refused, or needs time to end. */
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
        nextTurn: () => time.nextTurn(),
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
      slipMs: 0,
      saveText: () => Promise.resolve(undefined),
      systemLocales: () => ({ dates: 'en-GB', numbers: 'en-GB' }),
    });
  }

  return {
    store,
    async command(command) {
      // Not awaited to its end: a command that waits for the network is answered while time passes.
      let ok: boolean | undefined;
      void stint.command(command).then((result) => (ok = result.ok));
      await time.settled();
      return ok === true;
    },
    wake: () => stint.wake(),
    connected() {
      const { account } = stint.snapshot();
      return account.state === 'connected' && !account.keyRefused;
    },
    async kill() {
      for (const cancel of life.timers) cancel();
      stint = start();
      await time.settled();
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
