import { execFile } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { createPackage } from '@electron/asar';
import { resolveElectron } from '../../../scripts/bootstrap/electron.mjs';

export type Packaged = {
  readonly executable: string;
  /** The app's own files: its archive, and what lies unpacked beside it. */
  readonly bytes: number;
  /** The version of the runtime. */
  readonly electron: string;
};

const execute = promisify(execFile);

function bytesBelow(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + bytesBelow(join(path, name)), 0);
}

/** Packs a built checkout as `npm run dist` does, but for the installer, on the Electron that is at hand. */
export async function packStint(root: string, output: string): Promise<Packaged> {
  const electron = dirname((await resolveElectron(root)).command);
  const version = await versionOf(electron);
  rmSync(output, { recursive: true, force: true });
  await execute(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      '--dir',
      `-c.electronDist=${electron}`,
      `-c.electronVersion=${version}`,
      `-c.directories.output=${output}`,
    ],
    { cwd: root },
  );
  const folder = join(output, 'linux-unpacked');
  // The runtime of a checkout links to its sources; no packaged app has that.
  rmSync(join(folder, 'resources/app'), { force: true });
  const own = ['app.asar', 'app.asar.unpacked'].map((name) => join(folder, 'resources', name));
  return {
    executable: join(folder, 'stint'),
    bytes: own.filter((path) => existsSync(path)).reduce((sum, path) => sum + bytesBelow(path), 0),
    electron: version,
  };
}

/** The floor on the very runtime of a packaged Stint, fuses and all. */
export async function packFloor(stint: Packaged, floor: string, output: string): Promise<Packaged> {
  const from = dirname(stint.executable);
  rmSync(output, { recursive: true, force: true });
  cpSync(from, output, { recursive: true });
  const resources = join(output, 'resources');
  rmSync(join(resources, 'app.asar.unpacked'), { recursive: true, force: true });
  const archive = join(resources, 'app.asar');
  await createPackage(floor, archive);
  cpSync(join(floor, 'popup.html'), join(resources, 'popup.html'));
  return { ...stint, executable: join(output, 'stint'), bytes: bytesBelow(archive) };
}

async function versionOf(electron: string): Promise<string> {
  const script = 'process.stdout.write(process.versions.electron)';
  const { stdout } = await execute(join(electron, 'electron'), ['-e', script], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  return stdout;
}

/** Scripts and styles of the popup, each file by itself, as a download would have them. */
export function rendererGzipBytes(root: string): number {
  const assets = join(root, 'out/renderer/assets');
  return readdirSync(assets)
    .filter((name) => /\.(js|css)$/.test(name))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0);
}
