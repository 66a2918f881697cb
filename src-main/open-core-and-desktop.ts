import { existsSync } from 'node:fs';
import { app } from 'electron';
import { chooseApi } from './choose-api-address.ts';
import { beginAnew, compose, databaseFile } from './compose.ts';
import { createDesktop, type Desktop, type DesktopPorts } from './desktop/desktop.ts';
import { createElectronNotifier } from './desktop/notifications/electron-notifier.ts';
import { createFreedesktopNotifier } from './desktop/notifications/freedesktop-notifier.ts';
import type { Notifier } from './desktop/notifications/notify-of-trouble.ts';
import { askWayOn } from './desktop/startup/ask-after-failed-start.ts';
import type { Asking } from './desktop/startup/clicks-while-starting.ts';
import { quitCleanly } from './desktop/quit-cleanly.ts';
import type { ApiAddress } from './domain/account/api-address.ts';
import type { Platform } from './platform.ts';
import { connectToSessionBus } from './session-bus.ts';
import * as words from '../src-renderer/words/status/said-by-main.ts';

type OpeningPorts = Platform &
  Pick<DesktopPorts, 'page' | 'tray' | 'mayOpen'> & { readonly asking: Asking };

export type OpenCoreAndDesktop = (ports: OpeningPorts) => Promise<Desktop>;

/**
 * All that is not needed for the icon to stand: the core, and the desktop over it. Throws as `compose` does, and
 * may be tried again then: where the API is (`wantedApi` as a person wrote it) is asked once.
 */
export function createOpener(wantedApi: string | undefined): OpenCoreAndDesktop {
  let api: ApiAddress | undefined;
  return async (ports) => {
    api ??= await chooseApi(wantedApi, ports);
    return openCoreAndDesktop(ports, api);
  };
}

async function openCoreAndDesktop(ports: OpeningPorts, api: ApiAddress): Promise<Desktop> {
  const firstStart = !existsSync(databaseFile(ports.dataFolder));
  const stint = compose({ ...ports, api }, (suggestedName) => desktop.saveText(suggestedName));
  let desktop: Desktop;
  try {
    desktop = createDesktop({
      ...ports,
      stint,
      notifier: createNotifier(ports),
      words,
      loadFirstPicture: () => import('../src-renderer/first-picture.ts'),
      // Nobody who has just put Stint on their computer knows where its icon is, or that it has one.
      opensAtOnce: firstStart && ports.mayOpen,
    });
  } catch (error) {
    // What is tried again may find the database open, and would move it away under its owner.
    await stint.dispose();
    throw error;
  }
  quitCleanly(app, ports.timers, async () => {
    desktop.dispose();
    await stint.dispose();
  });
  return desktop;
}

function createNotifier({ log }: Pick<Platform, 'log'>): Notifier {
  if (process.platform !== 'linux') return createElectronNotifier();
  return createFreedesktopNotifier(connectToSessionBus, (error) =>
    log('error', 'notification-failed', { error: error instanceof Error ? error.name : '' }),
  );
}

/** Asks how to go on where `openCoreAndDesktop` threw; resolves when it should be tried again. */
export function wayOn(platform: Platform, failure: unknown): Promise<void> {
  return askWayOn({ ...platform, beginAnew: () => beginAnew(platform) }, failure);
}
