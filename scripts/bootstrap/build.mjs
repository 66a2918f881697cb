import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { capture, Refusal, say } from './run.mjs';

const folders = ['src-main', 'src-renderer', 'scripts/licences'];
const files = ['electron.vite.config.ts', 'package.json', 'package-lock.json'];

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function hashOfSources(root) {
  const hash = createHash('sha256');
  const sources = folders.flatMap((folder) => filesBelow(join(root, folder)));
  for (const file of [...sources, ...files.map((name) => join(root, name))]) {
    hash.update(`${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Makes the bundles in `out/` where the sources are not those that the last ones were made from. */
export async function ensureBuild(root) {
  const stamp = join(root, 'out/.sources');
  const sources = hashOfSources(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  say('building');
  const electronVite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const { code, output } = await capture(process.execPath, [electronVite, 'build'], { cwd: root });
  if (code !== 0) throw new Refusal(`the build failed:\n${output}`);
  writeFileSync(stamp, sources);
}
