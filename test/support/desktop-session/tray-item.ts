import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MessageBus } from '@jellybrick/dbus-next';
import { z } from 'zod';
import { call, valuesOf, type Address } from './bus-client.ts';
import { clickInMenu, readMenu, type MenuEntry } from './tray-menu.ts';

export const ITEM_INTERFACE = 'org.kde.StatusNotifierItem';

/** What the icon says of itself at one moment. */
export type TrayProperties = {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  /** The text that a panel shows when the pointer rests on the icon. */
  readonly toolTip: string;
  /** Where the picture is: a PNG file of this name in this folder, as Electron does it under GNOME. */
  readonly iconName: string;
  readonly iconThemePath: string;
  /** Or the pixels themselves, in each size. */
  readonly pixmaps: readonly Buffer[];
  readonly menuPath: string | undefined;
};

/** How often the icon has told of a change since it registered. */
export type TrayChanges = { icon: number; toolTip: number; status: number; menu: number };

/** The icon of one running app, as a panel sees it. */
export type TrayItem = {
  readonly service: string;
  readonly path: string;
  readonly changes: Readonly<TrayChanges>;
  properties(): Promise<TrayProperties>;
  /** The picture that the panel shows: its pixels, or as Electron has it a PNG. */
  icon(): Promise<Buffer>;
  /** A left click, at a place of the screen. */
  activate(at?: Place): Promise<void>;
  /** A middle click. Electron's Tray on Linux passes it on to nobody (seen in 33.2.1). */
  secondaryActivate(at?: Place): Promise<void>;
  /** A right click, where the panel leaves the menu to the app. */
  contextMenu(at?: Place): Promise<void>;
  /** The whole menu, flat, separators left out. */
  menu(): Promise<readonly MenuEntry[]>;
  /** Clicks the entry with this label; throws with the labels there are when it is missing or disabled. */
  clickMenu(label: string): Promise<void>;
};

export type Place = { readonly x: number; readonly y: number };

const text = z.string().catch('');
const properties = z.object({
  Id: text,
  Title: text,
  Status: text,
  IconName: text,
  IconThemePath: text,
  IconPixmap: z.array(z.tuple([z.number(), z.number(), z.instanceof(Uint8Array)])).catch([]),
  // (icon name, icon pixmaps, title, text): panels show the title, and the text below it.
  ToolTip: z.tuple([z.string(), z.unknown(), z.string(), z.string()]).optional(),
  Menu: z.string().optional(),
});

function readProperties(body: unknown): TrayProperties {
  const read = properties.parse(valuesOf(body));
  const [, , title = '', subtitle = ''] = read.ToolTip ?? [];
  return {
    id: read.Id,
    title: read.Title,
    status: read.Status,
    toolTip: [title, subtitle].filter((part) => part !== '').join('\n'),
    iconName: read.IconName,
    iconThemePath: read.IconThemePath,
    pixmaps: read.IconPixmap.map(([, , pixels]) => Buffer.from(pixels)),
    menuPath: read.Menu === '/NO_DBUSMENU' ? undefined : read.Menu,
  };
}

export function createTrayItem(
  bus: MessageBus,
  address: { readonly service: string; readonly path: string },
  corner: Place,
): TrayItem & { readonly changes: TrayChanges } {
  const item: Address = { ...address, interface: ITEM_INTERFACE };

  async function click(member: string, at: Place = corner): Promise<void> {
    await call(bus, item, member, { signature: 'ii', body: [at.x, at.y] });
  }

  async function readAll(): Promise<TrayProperties> {
    const to = { ...item, interface: 'org.freedesktop.DBus.Properties' };
    const [body] = await call(bus, to, 'GetAll', { signature: 's', body: [ITEM_INTERFACE] });
    return readProperties(body);
  }

  async function menuAddress(): Promise<Address> {
    const { menuPath } = await readAll();
    if (menuPath === undefined) throw new Error('the tray icon has no menu');
    return { service: address.service, path: menuPath, interface: 'com.canonical.dbusmenu' };
  }

  return {
    ...address,
    changes: { icon: 0, toolTip: 0, status: 0, menu: 0 },
    properties: readAll,
    icon: async () => {
      const { iconThemePath, iconName, pixmaps } = await readAll();
      if (iconName === '') return Buffer.concat(pixmaps);
      return readFile(join(iconThemePath, `${iconName}.png`));
    },
    activate: (at) => click('Activate', at),
    secondaryActivate: (at) => click('SecondaryActivate', at),
    contextMenu: (at) => click('ContextMenu', at),
    menu: async () => readMenu(bus, await menuAddress()),
    clickMenu: async (label) => clickInMenu(bus, await menuAddress(), label),
  };
}
