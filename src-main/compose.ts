import { join } from 'node:path';
import { net, powerMonitor, session } from 'electron';
import { createIds } from './adapters/clock/random-ids.ts';
import { tightenOwnFiles } from './adapters/files/private-file-permissions.ts';
import { withKnownStatus } from './adapters/focus/known-status.ts';
import { createConnectFocus } from './adapters/focus/client.ts';
import { noticeOffline } from './adapters/focus/transport/offline-from-the-start.ts';
import { createSystemKeychain } from './adapters/keychain/system-keychain.ts';
import { readSystemLocales } from './adapters/locale/read-system-locales.ts';
import { beginAnew as beginDatabaseAnew } from './adapters/sqlite/recovery/start-with-empty-database.ts';
import { createPresence } from './adapters/presence/power-monitor.ts';
import { createStore, type OpenStore } from './adapters/sqlite/store.ts';
import { createStint } from './app/create-stint.ts';
import type { ConnectFocus } from './app/ports/focus-api.ts';
import type { SaveText } from './app/ports/ports.ts';
import type { Stint } from './app/stint.ts';
import type { ApiAddress } from './domain/account/api-address.ts';
import { DELIVERY_POLICY } from './domain/sync/delivery-policy.ts';
import { createSecretFilter } from './domain/account/hide-secret.ts';
import type { Platform } from './platform.ts';
import { createLazyDemo } from './load-demo-when-tried.ts';

export type Parts = Platform & { readonly api: ApiAddress };

export function databaseFile(dataFolder: string): string {
  return join(dataFolder, 'stint.sqlite');
}

/**
 * Creates the adapters and hands them to the core; `saveText` is the desktop's, which comes into being
 * after it. Throws where the database cannot be opened.
 */
export function compose(parts: Parts, saveText: SaveText): Stint {
  const { dataFolder, clock, log } = parts;
  tightenOwnFiles(dataFolder);
  const store = createStore(databaseFile(dataFolder), () => clock.now());
  if (store.notice?.kind === 'database-recovered') {
    const { entries, waiting } = store.notice;
    log('warn', 'database recovered', { entries, waiting });
  } else if (store.notice !== undefined) {
    log('warn', 'records put aside', { count: store.notice.count });
  }
  try {
    return composeOver(store, parts, saveText);
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Keeps the database aside and puts an empty one in its place. Nothing of it may be open. */
export function beginAnew({ dataFolder, clock }: Platform): void {
  beginDatabaseAnew(databaseFile(dataFolder), clock.now());
}

function composeOver(store: OpenStore, parts: Parts, saveText: SaveText): Stint {
  const { dataFolder, clock, timers, log, api } = parts;
  return createStint({
    store,
    notice: () => store.notice,
    clock,
    timers,
    log,
    random: Math.random,
    ids: createIds(),
    keychain: createSystemKeychain(timers, api.otherHost),
    demo: createLazyDemo(join(dataFolder, 'demo.sqlite')),
    connectFocus: createQuietConnect(parts),
    ...api,
    policy: DELIVERY_POLICY,
    saveText,
    presence: createPresence(powerMonitor),
    systemLocales: () => readSystemLocales(process.platform),
  });
}

/** What is sent to Toggl Focus as a secret is kept out of the log, whoever echoes it. */
function createQuietConnect({ hide }: Parts): ConnectFocus {
  session.defaultSession.webRequest.onHeadersReceived((details, answer) =>
    answer(withKnownStatus(details)),
  );
  // Electron's own fetch, so that the system's proxies and certificates hold.
  const connect = createConnectFocus({
    fetch: noticeOffline(
      (url, init) => net.fetch(url, init),
      () => net.isOnline(),
    ),
  });
  return (account) => {
    hide(createSecretFilter(account.credential));
    return connect(account);
  };
}
