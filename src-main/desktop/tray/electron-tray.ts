import { Menu, Tray } from 'electron';
import { trayImage } from './icon-images.ts';
import type { TrayMenuItem } from './tray-menu.ts';
import type { TrayAction } from './click-action.ts';
import { tooltipText } from './escape-tooltip.ts';
import type { StandingTray } from './update-tray.ts';

export type TrayEvents = {
  click(): void;
  middleClick(): void;
  readonly act: (action: TrayAction) => void;
};

export const STARTING = 'Stint is starting';

/** The icon through Electron, which says of itself that Stint is starting until it is told otherwise. */
export function createElectronTray(platform: NodeJS.Platform, events: TrayEvents): StandingTray {
  let menu: Electron.Menu | undefined;
  const tray = new Tray(trayImage('idle', platform));
  showTooltip(STARTING);
  listen(tray, events, () => menu);

  function showTooltip(tooltip: string): void {
    tray.setToolTip(tooltipText(tooltip, platform, process.getSystemVersion()));
  }

  return {
    setIcon: (icon) => tray.setImage(trayImage(icon, platform)),
    setTooltip: showTooltip,
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

function listen(tray: Tray, events: TrayEvents, menu: () => Electron.Menu | undefined): void {
  tray.on('click', () => events.click());
  // Windows only: Electron 33 takes Linux's SecondaryActivate in and tells nobody, macOS has no such event.
  tray.on('middle-click', () => events.middleClick());
  // On Linux the panel shows the exported menu by itself and this event never comes.
  tray.on('right-click', () => {
    const shown = menu();
    if (shown !== undefined) tray.popUpContextMenu(shown);
  });
  // Otherwise macOS keeps the second of two quick clicks back as half of a double click.
  tray.setIgnoreDoubleClickEvents(true);
}

function template(item: TrayMenuItem, events: TrayEvents): Electron.MenuItemConstructorOptions {
  if (item.kind === 'separator') return { type: 'separator' };
  return { label: item.label, click: () => events.act(item.action) };
}
