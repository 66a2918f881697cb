import { join } from 'node:path';
import { net } from 'electron';
import { createIds } from './adapters/clock/ids.ts';
import { apiAddress } from './adapters/focus/api-address.ts';
import { createConnectFocus } from './adapters/focus/connect-focus.ts';
import { createSystemKeychain } from './adapters/keychain/system-keychain.ts';
import { createStore } from './adapters/sqlite/store.ts';
import { createStint } from './app/create-stint.ts';
import type { Demo, SaveText } from './app/ports.ts';
import type { Stint } from './app/stint.ts';
import { DELIVERY_POLICY } from './domain/policy.ts';
import type { Platform } from './platform.ts';

/**
 * Creates the adapters and hands them to the core; `saveText` is the desktop's, which comes into being
 * after it. Throws where the database cannot be opened.
 */
export function compose({ dataFolder, clock, timers, log }: Platform, saveText: SaveText): Stint {
  const store = createStore(join(dataFolder, 'stint.sqlite'), () => clock.now());
  if (store.notice !== undefined) {
    const { entries, waiting } = store.notice;
    log('warn', 'database recovered', { entries, waiting });
  }
  return createStint({
    store,
    notice: store.notice,
    clock,
    timers,
    log,
    random: Math.random,
    ids: createIds(),
    keychain: createSystemKeychain(timers),
    demo: createLazyDemo(join(dataFolder, 'demo.sqlite')),
    // Electron's own fetch, so that the system's proxies and certificates hold.
    connectFocus: createConnectFocus({ fetch: (url, init) => net.fetch(url, init) }),
    baseUrl: apiAddress(process.env['STINT_API_URL']),
    policy: DELIVERY_POLICY,
    saveText,
  });
}

/** The embedded Toggl Focus is loaded only for a person who tries it. */
function createLazyDemo(file: string): Demo {
  let demo: Promise<Demo> | undefined;
  return {
    async start() {
      demo ??= import('./demo/embedded.ts').then(({ createDemo }) => createDemo({ file }));
      return (await demo).start();
    },
    async stop() {
      await (await demo)?.stop();
    },
  };
}
