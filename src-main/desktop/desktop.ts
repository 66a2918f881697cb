import { app } from 'electron';
import type { AppError, SaidError, Snapshot } from '#contract';
import type { SaveText } from '../app/ports/ports.ts';
import type { Stint } from '../app/stint.ts';
import { createIpcCheck } from './ipc/check-sender-and-command.ts';
import { serveIpc } from './ipc/electron-channels.ts';
import { openLink } from './security/external-links.ts';
import type { Popup } from './popup/open-and-close-popup.ts';
import { createSight, type Sight } from './popup/showing/once-in-sight.ts';
import type { PopupWindowSetup } from './popup/popup-window.ts';
import {
  createElectronPopup,
  type ElectronPopup,
  type ElectronPopupPorts,
} from './popup/popup-over-core.ts';
import { createSaveText } from './dialogs/save-file-dialog.ts';
import { chooseStartAtLogin } from './login/choose-start-at-login.ts';
import { createStartAtLogin } from './login/start-at-login.ts';
import { notifyOfTrouble, type Notifier } from './notifications/notify-of-trouble.ts';
import { watchIcon } from './tray/warn-where-no-panel.ts';
import { createTrayControl, type StandingTray, type TrayControl } from './tray/update-tray.ts';
import { help, type HelpPorts } from './help/help.ts';
import { wakeWithMachine } from './wake-after-sleep-or-unlock.ts';

/** Of the renderer's (src-renderer/words/status/said-by-main.ts): what went wrong, as the popup hears it. */
export type PopupWords = Pick<PopupWindowSetup, 'toldSnapshot'> & {
  readonly saidError: (error: AppError, snapshot: Snapshot) => SaidError;
};

export type DesktopPorts = Omit<ElectronPopupPorts, 'toldSnapshot' | 'sight' | 'iconMissing'> & {
  readonly notifier: Notifier;
  readonly tray: StandingTray;
  readonly words: PopupWords;
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
  const { popup, dragEdge, end } = createElectronPopup({
    ...ports,
    toldSnapshot: ports.words.toldSnapshot,
    sight,
    iconMissing: () => iconMissing,
  });
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
  atEnd(notifyOfTrouble({ ...ports, isSeen: popup.isOpen, openPopup: popup.open }));
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
      stint.system({ iconMissing: missing });
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

function createCheck(
  ports: DesktopPorts &
    Pick<ElectronPopup, 'dragEdge'> &
    Pick<HelpPorts, 'saveText'> & { readonly sight: Sight },
  popup: Popup,
) {
  const { stint, page, log, words, dragEdge, sight } = ports;
  return createIpcCheck({
    stint,
    say: (error) => words.saidError(error, stint.snapshot()),
    windows: {
      ready: () => popup.push(stint.snapshot()),
      close: () => popup.close(),
      pointer: (isInside) => popup.pointer(isInside),
      inSight: () => sight.reached(),
      dragEdge,
      openLink,
      help: (command) => help(command, ports),
      startWithSystem: chooseStartAtLogin(createStartAtLogin(app), ports),
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
