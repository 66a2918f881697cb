import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, Refusal, run, say } from './run.mjs';

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for, by the record that npm itself keeps
 * there. Optional packages do not count: those of other platforms are never installed.
 *
 * @param {string} root
 * @returns {boolean}
 */
export function modulesAreCurrent(root) {
  const installed = packagesOf(join(root, 'node_modules/.package-lock.json'));
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, wanted]) =>
      path === '' || wanted.optional === true || installed[path]?.version === wanted.version,
  );
}

/** Runs `npm ci` where node_modules is missing or behind package-lock.json. */
export async function ensureModules(root) {
  if (modulesAreCurrent(root)) return;
  say('installing the packages of package-lock.json (npm ci)');
  const [command, args, options] = npm();
  const code = await run(command, [...args, 'ci'], { cwd: root, ...options });
  if (code !== 0) {
    throw new Refusal('npm ci failed (its words are above). Put that right and start again.');
  }
}
