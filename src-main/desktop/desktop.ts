import { join } from 'node:path';
import { app, powerMonitor } from 'electron';
import type { Snapshot } from '#contract';
import type { Clock, Log, SaveText, Timers } from '../app/ports.ts';
import type { Stint } from '../app/stint.ts';
import { createIpcDoor } from './ipc-door.ts';
import { serveIpc } from './ipc.ts';
import { openLink } from './links.ts';
import type { Page } from './page.ts';
import { createFirstPicture, type FirstPicturePorts } from './popup/first-picture.ts';
import { createPopup, type Popup } from './popup/popup.ts';
import { createPopupSession } from './popup/session.ts';
import { createPopupWindow, type ElectronWindow } from './popup/window.ts';
import { createSaveText } from './save-text.ts';
import type { ElectronTray } from './tray/electron-tray.ts';
import { createTrayControl, type TrayControl } from './tray/tray.ts';

export type DesktopPorts = {
  readonly stint: Stint;
  readonly page: Page;
  readonly tray: ElectronTray;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly loadFirstPicture: FirstPicturePorts['load'];
};

export type Desktop = {
  /** What the icon's events are for. */
  readonly control: Pick<TrayControl, 'click' | 'middleClick' | 'act'>;
  openPopup(): void;
  readonly saveText: SaveText;
  dispose(): void;
};

/** Popup, IPC and what the tray shows, over the core. Electron must be ready, and its guards set (main.ts). */
export function createDesktop(ports: DesktopPorts): Desktop {
  const { stint, tray } = ports;
  const popup = createElectronPopup(ports, () => tray.bounds());
  const control = createTrayControl({
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
    control,
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
  ports: DesktopPorts,
  iconBounds: () => Electron.Rectangle | undefined,
): Popup {
  const { stint, page, clock, timers, log, loadFirstPicture } = ports;
  const out = join(app.getAppPath(), 'out');
  const picture = createFirstPicture({
    load: loadFirstPicture,
    snapshot: () => stint.snapshot(),
    log,
  });
  const setup = {
    ...createPopupSession({ page, root: join(out, 'renderer'), picture, timers, log }),
    platform: process.platform,
    page,
    preload: join(out, 'preload', 'preload.cjs'),
    devTools: !app.isPackaged,
    iconBounds,
    log,
  };
  return createPopup({
    createWindow(events) {
      const begun = () => window.push(stint.snapshot());
      const window: ElectronWindow = createPopupWindow(setup, { ...events, begun });
      // A popup that is made anew begins with today; a failure is told by the snapshot.
      void stint.command({ type: 'show/today' });
      return { ...window, show: () => showFresh(ports, window) };
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

/** Three frames: whatever main does before the first picture is out holds that up. */
const AFTER_SHOWING_MS = 50;

/** A popup that comes into sight again after a while: the day may be another one, the network back. */
function showFresh({ stint, timers }: DesktopPorts, window: ElectronWindow): void {
  window.show();
  timers.after(AFTER_SHOWING_MS, () => {
    if (!window.isShown()) return;
    window.focusPage();
    window.refresh(stint.snapshot());
    stint.wake();
  });
}

function createDoor({ stint, page, log }: DesktopPorts, popup: Popup) {
  return createIpcDoor({
    stint,
    windows: {
      ready: () => popup.push(stint.snapshot()),
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
