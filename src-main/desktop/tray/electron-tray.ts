import { Menu, Tray, type Rectangle } from 'electron';
import { trayImage } from './icons.ts';
import type { TrayMenuItem } from './model.ts';
import type { TrayAction } from './toggle.ts';
import type { TraySurface } from './tray.ts';

export type TrayEvents = {
  click(): void;
  middleClick(): void;
  act(action: TrayAction): void;
};

const STARTING = 'Stint is starting';

export type ElectronTray = TraySurface & {
  /** Where the icon is, undefined where the desktop does not tell (Linux). */
  bounds(): Rectangle | undefined;
  dispose(): void;
};

/** The icon through Electron, which says of itself that Stint is starting until it is told otherwise. */
export function createElectronTray(platform: NodeJS.Platform, events: TrayEvents): ElectronTray {
  const tray = new Tray(trayImage('idle', platform));
  tray.setToolTip(STARTING);
  let menu: Electron.Menu | undefined;

  tray.on('click', () => events.click());
  // Windows only: Electron 33 takes Linux's SecondaryActivate in and tells nobody, macOS has no such event.
  tray.on('middle-click', () => events.middleClick());
  // On Linux the panel shows the exported menu by itself and this event never comes.
  tray.on('right-click', () => {
    if (menu !== undefined) tray.popUpContextMenu(menu);
  });
  // Otherwise macOS keeps the second of two quick clicks back as half of a double click.
  tray.setIgnoreDoubleClickEvents(true);

  return {
    setIcon: (icon) => tray.setImage(trayImage(icon, platform)),
    setTooltip: (tooltip) => tray.setToolTip(tooltip),
    setTitle: (title) => tray.setTitle(title, { fontType: 'monospacedDigit' }),
    setMenu: (items) => {
      menu = Menu.buildFromTemplate(items.map((item) => template(item, events)));
      // A menu that is set would take the left click on macOS; the panel of Linux only knows a set one.
      if (platform === 'linux') tray.setContextMenu(menu);
    },
    bounds: () => {
      const bounds = tray.getBounds();
      return bounds.width === 0 || bounds.height === 0 ? undefined : bounds;
    },
    dispose: () => tray.destroy(),
  };
}

function template(item: TrayMenuItem, events: TrayEvents): Electron.MenuItemConstructorOptions {
  if (item.kind === 'separator') return { type: 'separator' };
  return { label: item.label, click: () => events.act(item.action) };
}
