import { join } from 'node:path';
import { app, powerMonitor, session, type Session } from 'electron';
import type { Snapshot } from '#contract';
import type { Clock, Log, SaveText, Timers } from '../app/ports.ts';
import type { Stint } from '../app/stint.ts';
import { confineToPage, deadEnd } from './guards.ts';
import { createIpcDoor } from './ipc-door.ts';
import { serveIpc } from './ipc.ts';
import { openLink } from './links.ts';
import { APP_SCHEME, type Page } from './page.ts';
import { createPopup, type Popup, type PopupWindow } from './popup/popup.ts';
import { createPopupWindow } from './popup/window.ts';
import { createPageHandler } from './protocol.ts';
import { createElectronTray } from './tray/electron-tray.ts';
import { createSaveText } from './save-text.ts';
import { createTrayControl, type TrayControl } from './tray/tray.ts';

export type DesktopPorts = {
  readonly stint: Stint;
  readonly page: Page;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
};

export type Desktop = { openPopup(): void; readonly saveText: SaveText; dispose(): void };

/** Tray, popup and IPC over the core. Electron must be ready, and its guards set (main.ts). */
export function createDesktop(ports: DesktopPorts): Desktop {
  const { stint } = ports;
  const tray = createElectronTray(process.platform, () => control);
  const popup = createElectronPopup(ports, () => tray.bounds());
  const control: TrayControl = createTrayControl({
    ...ports,
    surface: tray,
    popup,
    quit: () => app.quit(),
  });
  const closeIpc = serveIpc(createDoor(ports, popup));
  const unsubscribe = stint.onSnapshot((snapshot) => popup.push(snapshot));
  const stopWaking = wakeWithMachine(() => {
    control.refresh();
    stint.wake();
  });

  return {
    openPopup: () => popup.open(),
    saveText: createSaveText(popup),
    dispose: () => {
      stopWaking();
      unsubscribe();
      closeIpc();
      popup.dispose();
      control.dispose();
      tray.dispose();
    },
  };
}

function createElectronPopup(
  { stint, page, clock, timers, log }: DesktopPorts,
  iconBounds: () => Electron.Rectangle | undefined,
): Popup {
  const out = join(app.getAppPath(), 'out');
  const setup = {
    platform: process.platform,
    page,
    session: popupSession(page, join(out, 'renderer'), log),
    preload: join(out, 'preload', 'preload.cjs'),
    devTools: !app.isPackaged,
    iconBounds,
    log,
  };
  return createPopup({
    createWindow(events) {
      const window = createPopupWindow(setup, events);
      return { ...window, show: () => showFresh(stint, window) };
    },
    timers,
    clock,
    keepHiddenMs: () => keepHiddenMs(stint.snapshot()),
    blurGraceMs: process.platform === 'win32' ? 400 : 0,
  });
}

/** Who connects for the first time goes to the browser for key and address: what was pasted stays. */
function keepHiddenMs({ account }: Snapshot): number {
  return account.state === 'none' ? 900_000 : 60_000;
}

/** A popup that comes into sight again after hours: the day may be another one, the network back. */
function showFresh(stint: Stint, window: PopupWindow): void {
  window.push(stint.snapshot());
  stint.wake();
  window.show();
}

/** In memory alone, and not the session through which main talks to Toggl Focus. */
function popupSession(page: Page, root: string, log: Log): Session {
  const own = session.fromPartition('popup');
  confineToPage(own, page, log);
  own.setProxy(deadEnd(page)).catch(() => log('error', 'proxy-not-set'));
  own.protocol.handle(APP_SCHEME, createPageHandler(page, root));
  return own;
}

function createDoor({ stint, page, log }: DesktopPorts, popup: Popup) {
  return createIpcDoor({
    stint,
    windows: {
      ready() {
        // A popup that is made anew begins with today; a failure is told by the snapshot.
        void stint.command({ type: 'show/today' });
        popup.push(stint.snapshot());
      },
      close: () => popup.close(),
      openLink,
      quit: () => app.quit(),
    },
    popupId: () => popup.id(),
    origin: page.origin,
    log,
  });
}

/** Electron tells main of no network change, so waking and unlocking stand for "back at the desk". */
function wakeWithMachine(wake: () => void): () => void {
  powerMonitor.on('resume', wake);
  powerMonitor.on('unlock-screen', wake);
  return () => {
    powerMonitor.off('resume', wake);
    powerMonitor.off('unlock-screen', wake);
  };
}
