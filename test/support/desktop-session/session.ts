import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitForName } from './bus-client.ts';
import {
  followMouseConfig,
  startBus,
  startDisplay,
  startGuard,
  startKeyring,
  startWindowManager,
  type Environment,
} from './daemons.ts';
import { createKeyring, type Keyring } from './keyring.ts';
import { endAll, markedProcesses } from './processes.ts';
import { removeFolder } from './remove-folder.ts';
import { createScreen, type Screen } from './screen.ts';
import { startTrayHost, type TrayHost } from './tray-host.ts';
import { createWestonScreen, startWeston } from './weston.ts';

export type SessionOptions = {
  readonly width?: number;
  readonly height?: number;
  /** Device pixels to a CSS pixel; the screen's size is in device pixels. */
  readonly scale?: number;
  readonly display?: 'x11' | 'wayland';
  /** Of X11: `none` is a desktop that gives a new window no place and no focus. */
  readonly windowManager?: 'openbox' | 'openbox-focus-follows-mouse' | 'none';
  /** `none` is a desktop without a keychain service. */
  readonly keyring?: 'unlocked' | 'none';
};

/** A desktop of one's own: nothing in it touches the person's display, bus, keyring or home. */
export type DesktopSession = {
  /** The environment that apps of this session are started with. */
  readonly env: Environment;
  /** Of X11, empty on Wayland. */
  readonly display: string;
  readonly busAddress: string;
  readonly home: string;
  readonly scale: number;
  readonly tray: TrayHost;
  readonly screen: Screen;
  readonly keyring: Keyring;
  /** Writes the whole screen to a PNG file. */
  screenshot(file: string): Promise<void>;
  /** Ends every process of the session, apps included, and removes its home. */
  stop(): Promise<void>;
};

const MARK = 'STINT_DESKTOP_SESSION';
const STOP_GRACE_MS = 1000;

/** Variables that would tie the session to the desktop or the npm it was started from. */
const FOREIGN =
  /^(WAYLAND_DISPLAY|DISPLAY|XAUTHORITY|NODE_OPTIONS|SSH_AUTH_SOCK|(ELECTRON|DBUS|GNOME|XDG|VITEST|npm)_.*)$/;

function privateEnvironment(home: string, mark: string): Record<string, string> {
  const folder = (name: string) => {
    const path = join(home, name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !FOREIGN.test(entry[0]),
  );
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    XDG_CONFIG_HOME: folder('.config'),
    XDG_CACHE_HOME: folder('.cache'),
    XDG_DATA_HOME: folder('.local/share'),
    XDG_RUNTIME_DIR: folder('run'),
    TMPDIR: folder('tmp'),
    XDG_CURRENT_DESKTOP: 'GNOME', // chooses the keyring for Electron, and where GNOME differs the menu
    [MARK]: mark,
  };
}

type Size = { readonly width: number; readonly height: number };

async function startScreen(
  env: Record<string, string>,
  home: string,
  options: SessionOptions & Size,
): Promise<void> {
  env['XDG_SESSION_TYPE'] = options.display ?? 'x11';
  if (options.display === 'wayland') {
    env['WAYLAND_DISPLAY'] = await startWeston(options, home, env);
    return;
  }
  env['DISPLAY'] = await startDisplay(options, home, env);
  const { windowManager = 'openbox' } = options;
  if (windowManager === 'none') return;
  const followMouse = windowManager === 'openbox-focus-follows-mouse';
  await startWindowManager(env, followMouse ? await followMouseConfig(home) : undefined);
}

async function startServices(
  env: Record<string, string>,
  home: string,
  options: SessionOptions & Size,
): Promise<TrayHost> {
  const [bus] = await Promise.all([startBus(home, env), startScreen(env, home, options)]);
  env['DBUS_SESSION_BUS_ADDRESS'] = bus;
  if (options.keyring !== 'none') {
    startKeyring(env);
    await waitForName(bus, 'org.freedesktop.secrets');
  }
  return startTrayHost(bus, { x: options.width - 60, y: 12 });
}

/**
 * Starts what a person's desktop has: a display with a window manager, a message bus, an unlocked
 * keyring and a panel with a tray. Linux only, with the programs that `scripts/bootstrap/packages.mjs` lists.
 */
export async function startDesktopSession(options: SessionOptions = {}): Promise<DesktopSession> {
  const { width = 1280, height = 800, scale = 1 } = options;
  const home = mkdtempSync(join(tmpdir(), 'stint-desktop-'));
  const mark = randomUUID();
  const dismissGuard = startGuard(`${MARK}=${mark}`, home);
  const env = privateEnvironment(home, mark);

  async function stop(tray?: TrayHost): Promise<void> {
    tray?.stop();
    await endAll(() => markedProcesses(`${MARK}=${mark}`), STOP_GRACE_MS);
    await removeFolder(home);
    dismissGuard();
  }

  try {
    const tray = await startServices(env, home, { ...options, width, height });
    const screen =
      options.display === 'wayland'
        ? createWestonScreen(env)
        : createScreen(join(home, 'Xvfb_screen0'), env);
    return {
      env,
      display: env['DISPLAY'] ?? '',
      busAddress: env['DBUS_SESSION_BUS_ADDRESS'] ?? '',
      home,
      scale,
      tray,
      screen,
      keyring: createKeyring(env['DBUS_SESSION_BUS_ADDRESS'] ?? ''),
      screenshot: screen.screenshot,
      stop: () => stop(tray),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
