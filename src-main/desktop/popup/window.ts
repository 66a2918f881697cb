import {
  BrowserWindow,
  nativeTheme,
  screen,
  type BrowserWindowConstructorOptions,
  type Rectangle,
} from 'electron';
import type { Log } from '../../app/ports.ts';
import { pushSnapshot } from '../ipc.ts';
import type { Page } from '../page.ts';
import { assertHardened, webPreferences } from '../web-preferences.ts';
import { placePopup } from './placement.ts';
import type { PopupEvents, PopupWindow } from './popup.ts';
import { createPushes, type Pushes } from './pushes.ts';
import type { PopupSession } from './session.ts';

const SIZE = { width: 360, height: 640 };
/** The page's own backgrounds, so that nothing flashes before its first frame. */
const BACKGROUND = { light: '#fbfaf8', dark: '#191816' };

export type PopupWindowSetup = PopupSession & {
  readonly platform: NodeJS.Platform;
  readonly page: Page;
  readonly preload: string;
  readonly devTools: boolean;
  readonly iconBounds: () => Rectangle | undefined;
  readonly log: Log;
};

export type WindowEvents = PopupEvents & {
  /** The page begins: what is pushed from now on is there before its first script. */
  begun(): void;
};

export type ElectronWindow = PopupWindow &
  Pushes & {
    isShown(): boolean;
    /** Gives the page the keyboard that the window has. */
    focusPage(): void;
  };

export function createPopupWindow(setup: PopupWindowSetup, events: WindowEvents): ElectronWindow {
  const options: BrowserWindowConstructorOptions = {
    ...SIZE,
    show: false,
    frame: false,
    resizable: false,
    maximizable: false,
    minimizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    title: 'Stint',
    backgroundColor: background(),
    // A panel takes the keyboard without taking the person out of the app in front, or of its space.
    ...(setup.platform === 'darwin' ? { type: 'panel' } : {}),
    webPreferences: webPreferences(setup),
  };
  assertHardened(options.webPreferences);
  const window = new BrowserWindow(options);
  if (setup.platform === 'darwin') {
    window.setVisibleOnAllWorkspaces(true, {
      visibleOnFullScreen: true,
      skipTransformProcessType: true,
    });
  }
  const pushes = createPushes((snapshot) => pushSnapshot(window.webContents, snapshot));
  window.webContents.on('did-navigate', () => events.begun());
  listen(window, events, setup.log);
  void load(window, setup);
  return {
    id: window.webContents.id,
    show: () => {
      window.setBounds(place(setup.iconBounds()));
      window.show();
    },
    isShown: () => !window.isDestroyed() && window.isVisible(),
    focusPage: () => window.webContents.focus(),
    hide: () => window.hide(),
    focus: () => window.focus(),
    ...pushes,
    destroy: () => window.destroy(),
  };
}

async function load(
  window: BrowserWindow,
  { page, confined, log }: PopupWindowSetup,
): Promise<void> {
  await confined;
  if (window.isDestroyed()) return;
  try {
    await window.loadURL(page.url);
  } catch (error) {
    log('error', 'popup-load-failed', { error: errorCode(error) });
  }
}

function listen(window: BrowserWindow, events: PopupEvents, log: Log): void {
  const recolour = () => window.setBackgroundColor(background());
  nativeTheme.on('updated', recolour);
  window.once('ready-to-show', () => events.ready());
  window.on('blur', () => {
    if (!window.webContents.isDevToolsFocused()) events.blur();
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log('error', 'popup-page-gone', { reason });
    window.destroy();
  });
  window.once('closed', () => {
    nativeTheme.off('updated', recolour);
    events.gone();
  });
}

function place(icon: Rectangle | undefined): Rectangle {
  return placePopup({
    size: SIZE,
    icon,
    cursor: screen.getCursorScreenPoint(),
    displays: screen.getAllDisplays(),
  });
}

function background(): string {
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
