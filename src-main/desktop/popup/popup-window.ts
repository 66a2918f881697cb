import {
  BrowserWindow,
  nativeTheme,
  type BrowserWindowConstructorOptions,
  type Rectangle,
} from 'electron';
import type { Look, Snapshot, TextSize, ToldSnapshot } from '#contract';
import type { Log, Timers } from '../../app/ports/ports.ts';
import { pushSnapshot } from '../ipc/electron-channels.ts';
import type { Page } from '../security/page-address-and-csp.ts';
import { assertHardened, webPreferences } from '../security/window-web-preferences.ts';
import { whenReadyToShow } from './showing/show-after-first-frame.ts';
import { createShown } from './showing/tell-page-of-showing.ts';
import { watchLife } from './watch-for-dead-page.ts';
import { createFit } from './size/fit-window.ts';
import type { DraggedEdge } from './size/drag-edge.ts';
import { popupSize, zoomOf } from './size/popup-size.ts';
import { textSizeBeside, textSizeByKey } from './size/text-size-keys.ts';
import type { PopupEvents, PopupWindow } from './open-and-close-popup.ts';
import { createPushes, type Pushes } from './skip-known-snapshots.ts';
import type { PopupSession } from './browser-session.ts';
import { BACKGROUND } from './window-background.ts';

export type PopupWindowSetup = PopupSession & {
  readonly platform: NodeJS.Platform;
  readonly page: Page;
  readonly preload: string;
  readonly devTools: boolean;
  readonly iconBounds: () => Rectangle | undefined;
  /** Whether no panel shows the icon: the popup is then a window among others, with a place in the task bar. */
  readonly iconMissing: () => boolean;
  readonly look: () => Look;
  /** A key, or the wheel with Ctrl, asks for another text size. */
  readonly chooseTextSize: (percent: TextSize) => void;
  readonly toldSnapshot: (snapshot: Snapshot) => ToldSnapshot;
  readonly timers: Timers;
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
    /** The look is another one: text and window follow. */
    refit(): void;
    readonly edge: DraggedEdge;
  };

export function createPopupWindow(setup: PopupWindowSetup, events: WindowEvents): ElectronWindow {
  const options: BrowserWindowConstructorOptions = {
    ...popupSize(setup.look()),
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
    ...windowType(setup),
    webPreferences: { ...webPreferences(setup), zoomFactor: zoomOf(setup.look()) },
  };
  assertHardened(options.webPreferences);
  const window = new BrowserWindow(options);
  if (setup.platform === 'darwin') {
    window.setVisibleOnAllWorkspaces(true, {
      visibleOnFullScreen: true,
      skipTransformProcessType: true,
    });
  }
  const pushes = createPushes((snapshot) =>
    pushSnapshot(window.webContents, setup.toldSnapshot(snapshot)),
  );
  window.webContents.on('did-navigate', (_event, url) => {
    if (setup.page.isAt(url)) events.begun();
  });
  listen(window, events, setup);
  // Asked for again, the popup is made anew.
  const failed = (error: string) => {
    if (window.isDestroyed()) return;
    setup.log('error', 'popup-load-failed', { error });
    window.destroy();
  };
  watchLife(window.webContents, setup.page, setup.timers, failed);
  const fit = createFit(window, setup);
  const shown = createShown(window, setup.timers);
  void load(window, setup).catch((error: unknown) => failed(errorCode(error)));
  return {
    id: window.webContents.id,
    show: () => {
      standAs(window, setup.iconMissing() ? 'window' : 'popup');
      fit.anew();
      shown.show();
    },
    isShown: () => !window.isDestroyed() && window.isVisible(),
    focusPage: () => window.webContents.focus(),
    hide: shown.hide,
    focus: () => window.focus(),
    refit: () => {
      if (!window.isDestroyed()) fit.again();
    },
    edge: fit.edge,
    ...pushes,
    destroy: () => window.destroy(),
  };
}

/**
 * macOS: a panel takes the keyboard without taking the person out of the app in front, or of its space. Linux: hardly
 * any task bar, pager or list of windows shows a utility window, and Electron tells them in no other way. LXQt's does,
 * but a toolbar, which it does not list, gets no keyboard from openbox while another window has it. Where no panel
 * shows the icon they shall show the popup.
 */
function windowType({ platform, iconMissing }: PopupWindowSetup): { readonly type?: string } {
  if (platform === 'darwin') return { type: 'panel' };
  return platform === 'linux' && !iconMissing() ? { type: 'utility' } : {};
}

/** What it is already is not set again: each is a message to the window manager. */
function standAs(window: BrowserWindow, kind: 'popup' | 'window'): void {
  if (window.isAlwaysOnTop() === (kind === 'popup')) return;
  window.setAlwaysOnTop(kind === 'popup');
  window.setSkipTaskbar(kind === 'popup');
}

async function load(window: BrowserWindow, { page, confined }: PopupWindowSetup): Promise<void> {
  await confined;
  if (!window.isDestroyed()) await window.loadURL(page.url);
}

function listen(window: BrowserWindow, events: PopupEvents, setup: PopupWindowSetup): void {
  const { log, timers } = setup;
  const frame = whenReadyToShow(timers, (because) => {
    if (because === 'late') log('error', 'popup-page-late');
    events.ready();
  });
  window.once('ready-to-show', () => frame.drawn());
  window.webContents.once('did-stop-loading', () => frame.loaded());
  const recolour = () => window.setBackgroundColor(background());
  nativeTheme.on('updated', recolour);
  window.on('blur', () => {
    if (!window.webContents.isDevToolsFocused()) events.blur();
  });
  window.on('focus', () => events.focus());
  listenForTextSize(window, setup);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log('error', 'popup-page-gone', { reason });
    window.destroy();
  });
  window.once('closed', () => {
    nativeTheme.off('updated', recolour);
    frame.gone();
    events.gone();
  });
}

function listenForTextSize(window: BrowserWindow, setup: PopupWindowSetup): void {
  const { webContents } = window;
  webContents.on('before-input-event', (event, input) => {
    const percent = textSizeByKey(input, setup.look().textSize, setup.platform);
    if (percent === undefined) return;
    event.preventDefault();
    setup.chooseTextSize(percent);
  });
  webContents.on('zoom-changed', (_event, direction) =>
    setup.chooseTextSize(textSizeBeside(setup.look().textSize, direction === 'in' ? 1 : -1)),
  );
}

function background(): string {
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
