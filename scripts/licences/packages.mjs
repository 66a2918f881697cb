import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LICENCE_FILE = /^(licen[cs]e|copying|notice)(-[\w-]+)?(\.(txt|md))?$/i;

const readManifest = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** The package that a file of node_modules belongs to: its folder, or undefined for a file of Stint's own. */
export function packageFolderOf(file) {
  if (!/[\\/]node_modules[\\/]/.test(file)) return undefined;
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    // One without a name only tells what kind of modules lie below it.
    if (existsSync(manifest) && readManifest(folder).name) return folder;
  }
  return undefined;
}

/** Name, version and licence texts of an installed package. */
export function describePackage(folder) {
  const { name, version, license } = readManifest(folder);
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return { name, version, licence: license, texts };
}

function installedFolder(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === dirname(folder)) throw new Error(`${name} is not installed`);
  }
}

/** The folders of what package.json names as dependencies, and of what those need in their turn. */
export function productionFolders(root) {
  const found = new Set();
  function follow(folder) {
    for (const name of Object.keys(readManifest(folder).dependencies ?? {})) {
      const needed = installedFolder(name, folder);
      if (found.has(needed)) continue;
      found.add(needed);
      follow(needed);
    }
  }
  follow(root);
  return [...found];
}
