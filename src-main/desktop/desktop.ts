import { join } from 'node:path';
import { app } from 'electron';
import type { Clock, Log, SaveText, Timers } from '../app/ports/ports.ts';
import type { Stint } from '../app/stint.ts';
import {
  createIpcCheck,
  type EdgeDrag,
  type WindowCommands,
} from './ipc/check-sender-and-command.ts';
import { serveIpc } from './ipc/electron-channels.ts';
import { openLink } from './security/external-links.ts';
import type { Page } from './security/page-address-and-csp.ts';
import { createFirstPicture, type FirstPicturePorts } from './popup/prerender-page.ts';
import { createPopup, type Popup } from './popup/open-and-close-popup.ts';
import { createPopupSession } from './popup/browser-session.ts';
import { createSight, type Sight } from './popup/once-in-sight.ts';
import {
  createPopupWindow,
  type ElectronWindow,
  type PopupWindowSetup,
} from './popup/popup-window.ts';
import { heightSetting } from './popup/size/popup-size.ts';
import { createSaveText } from './dialogs/save-file-dialog.ts';
import { watchIcon } from './tray/warn-where-no-panel.ts';
import { createTrayControl, type StandingTray, type TrayControl } from './tray/update-tray.ts';
import { keepHiddenMs } from './popup/how-long-kept-hidden.ts';
import { help, type HelpPorts } from './help/help.ts';
import { followLook } from './popup/size/follow-look.ts';
import { wakeWithMachine } from './wake-after-sleep-or-unlock.ts';

export type DesktopPorts = {
  readonly stint: Stint;
  readonly page: Page;
  readonly tray: StandingTray;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly loadFirstPicture: FirstPicturePorts['load'];
  /** Whether Stint may open the popup without being asked. */
  readonly mayOpen: boolean;
  /** Whether it does so at once. */
  readonly opensAtOnce: boolean;
} & Pick<HelpPorts, 'readLog' | 'logFolder'>;

export type Desktop = {
  /** What the icon's events are for. */
  readonly control: Pick<TrayControl, 'click' | 'middleClick' | 'act'>;
  openPopup(): void;
  readonly saveText: SaveText;
  dispose(): void;
};

/**
 * Popup, IPC and what the tray shows, over the core. Electron must be ready, and its guards set (main.ts). Where it
 * throws it leaves nothing behind but the icon: it may be called again.
 */
export function createDesktop(ports: DesktopPorts): Desktop {
  const ends: (() => void)[] = [];
  const end = () => {
    for (const each of ends.splice(0).reverse()) each();
  };
  try {
    const parts = createParts(ports, (each) => ends.push(each));
    return {
      ...parts,
      dispose: () => {
        end();
        ports.tray.dispose();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

function createParts(
  ports: DesktopPorts,
  atEnd: (end: () => void) => void,
): Omit<Desktop, 'dispose'> {
  const { stint, tray } = ports;
  let iconMissing = false;
  const sight = createSight(ports.timers);
  const { popup, dragEdge, end } = createElectronPopup(ports, sight, () => iconMissing);
  atEnd(() => {
    end();
    popup.dispose();
  });
  const saveText = createSaveText(popup);
  const control = createTrayControl({
    ...ports,
    surface: tray,
    popup,
    quit: () => quitAsAsked(stint),
  });
  atEnd(() => control.dispose());
  atEnd(serveIpc(createCheck({ ...ports, saveText, dragEdge, sight }, popup)));
  atEnd(stint.onSnapshot((snapshot) => popup.push(snapshot)));
  atEnd(
    wakeWithMachine(() => {
      control.refresh();
      stint.wake();
    }),
  );
  atEnd(
    keepIcon(ports, popup, (missing) => {
      iconMissing = missing;
      // A window's type is told once, when it is made.
      popup.renew();
      tray.standIn?.(missing);
      stint.iconMissing(missing);
    }),
  );
  if (ports.opensAtOnce) popup.open();
  return { control, openPopup: () => popup.open(), saveText };
}

function keepIcon(
  { tray, timers, mayOpen }: DesktopPorts,
  popup: Popup,
  missing: (missing: boolean) => void,
): () => void {
  const { watch } = tray;
  if (watch === undefined) return () => undefined;
  return watchIcon({
    watch,
    missing,
    missingFromStart: () => mayOpen && popup.open(),
    timers,
  });
}

type ElectronPopup = {
  readonly popup: Popup;
  readonly dragEdge: WindowCommands['dragEdge'];
  readonly end: () => void;
};

function createElectronPopup(
  ports: DesktopPorts,
  sight: Sight,
  iconMissing: () => boolean,
): ElectronPopup {
  const { stint, clock, timers } = ports;
  let window: ElectronWindow | undefined;
  const look = followLook(stint, () => window?.refit());
  const setup = createWindowSetup(ports, { look: look.now, iconMissing });
  const popup = createPopup({
    createWindow(events) {
      const begun = () => window?.push(stint.snapshot());
      const made = createPopupWindow(setup, { ...events, begun });
      window = made;
      // A failure is told by the snapshot.
      void stint.command({ type: 'show/first' });
      const hide = () => {
        made.hide();
        stint.storeDrafts();
      };
      return { ...made, show: () => showFresh(ports, made, sight), hide };
    },
    timers,
    clock,
    keepHiddenMs: () => keepHiddenMs(stint.snapshot()),
    blurGraceMs: process.platform === 'win32' ? 400 : 0,
    openingGraceMs: 1500,
    staysOpen: iconMissing,
  });
  function dragEdge({ edge, screenY, released }: EdgeDrag): void {
    if (!released) {
      window?.edge.follow(edge, screenY);
      return;
    }
    const height = window?.edge.release();
    if (height === undefined) return;
    const pixels = heightSetting(height, look.now());
    void stint.command({ type: 'settings/popup-height', pixels });
  }
  return { popup, dragEdge, end: look.end };
}

function createWindowSetup(
  { stint, page, timers, log, loadFirstPicture, tray }: DesktopPorts,
  of: Pick<PopupWindowSetup, 'look' | 'iconMissing'>,
): PopupWindowSetup {
  const out = join(app.getAppPath(), 'out');
  const picture = createFirstPicture({
    load: loadFirstPicture,
    snapshot: () => stint.snapshot(),
    log,
  });
  return {
    ...of,
    ...createPopupSession({ page, root: join(out, 'renderer'), picture, timers, log }),
    platform: process.platform,
    page,
    preload: join(out, 'preload', 'preload.cjs'),
    devTools: !app.isPackaged,
    iconBounds: () => tray.bounds(),
    chooseTextSize: (percent) => void stint.command({ type: 'settings/text-size', percent }),
    timers,
    log,
  };
}

/** A popup that comes into sight again after a while: the day may be another one, the network back. */
function showFresh({ stint }: DesktopPorts, window: ElectronWindow, sight: Sight): void {
  window.show();
  sight.awaited(() => {
    if (!window.isShown()) return;
    window.focusPage();
    window.refresh(stint.snapshot());
    stint.wake();
  });
}

function createCheck(
  ports: DesktopPorts &
    Pick<ElectronPopup, 'dragEdge'> &
    Pick<HelpPorts, 'saveText'> & { readonly sight: Sight },
  popup: Popup,
) {
  const { stint, page, log, dragEdge, sight } = ports;
  return createIpcCheck({
    stint,
    windows: {
      ready: () => popup.push(stint.snapshot()),
      close: () => popup.close(),
      pointer: (isInside) => popup.pointer(isInside),
      inSight: () => sight.reached(),
      dragEdge,
      openLink,
      help: (command) => help(command, ports),
      quit: () => quitAsAsked(stint),
    },
    popupId: () => popup.id(),
    origin: page.origin,
    log,
  });
}

function quitAsAsked(stint: Stint): void {
  stint.quitAsked();
  app.quit();
}
