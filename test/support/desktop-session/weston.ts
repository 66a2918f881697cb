import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '../until.ts';
import type { Environment } from './daemons.ts';
import { decodePng, encodePng, type Picture } from './png.ts';
import type { Screen } from './screen.ts';

const execute = promisify(execFile);
const SOCKET = 'stint-wayland';

/** Drawn in memory (older Westons know the first name, newer ones the second), and with nothing but windows in sight. */
const SETTINGS = `[core]
use-pixman=true
renderer=pixman
idle-time=0
[shell]
panel-position=none
background-color=0xff203040
`;

/** A Wayland compositor without a screen of glass: returns its WAYLAND_DISPLAY. */
export async function startWeston(
  size: { readonly width: number; readonly height: number },
  folder: string,
  env: Environment,
): Promise<string> {
  const settings = join(folder, 'weston.ini');
  await writeFile(settings, SETTINGS);
  // With --debug it lets others than its own shell take pictures.
  const flags = [`--config=${settings}`, `--socket=${SOCKET}`, '--debug'];
  const screen = [`--width=${size.width}`, `--height=${size.height}`];
  const child = spawn('weston', ['--backend=headless-backend.so', ...flags, ...screen], {
    detached: true,
    env,
    stdio: 'ignore',
  });
  child.on('error', () => undefined); // told by the wait
  child.unref();
  const socket = join(env['XDG_RUNTIME_DIR'] ?? '', SOCKET);
  await until(() => existsSync(socket), 'weston listens');
  return SOCKET;
}

/** What a person sees of it. Wayland tells nobody of windows, and has no keyboard and mouse for others. */
export function createWestonScreen(env: Environment): Screen {
  async function picture(): Promise<Picture> {
    const shots = mkdtempSync(join(env['TMPDIR'] ?? '', 'shot-'));
    try {
      await execute('weston-screenshooter', [], { env: { ...env, XDG_PICTURES_DIR: shots } });
      const [file = ''] = readdirSync(shots);
      return decodePng(readFileSync(join(shots, file)));
    } finally {
      rmSync(shots, { recursive: true });
    }
  }
  const onlyX11 = () => Promise.reject(new Error('Wayland lets nobody do that'));

  return {
    picture,
    screenshot: async (file) => writeFile(file, encodePng(await picture())),
    windows: onlyX11,
    key: onlyX11,
    move: onlyX11,
    focused: onlyX11,
    click: onlyX11,
    hold: onlyX11,
    letGo: onlyX11,
    wheel: onlyX11,
  };
}
