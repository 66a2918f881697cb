import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { settle } from './registry-electron.mjs';

function linkOrCopy(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to); // another file system, or one without hard links
  }
}

function mirror(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) mirror(source, target);
    else linkOrCopy(source, target);
  }
}

/**
 * An Electron of this checkout's own, whose app is the checkout: a build without a default app runs
 * nothing but what stands in its `resources/app`. Made of hard links, so it takes no room.
 * Returns the executable.
 */
export function runtimeFolder(root, electron) {
  const cache = join(root, 'node_modules/.cache/stint');
  const place = join(cache, 'electron');
  const origin = join(place, 'origin');
  if (existsSync(origin) && readFileSync(origin, 'utf8') !== electron) {
    rmSync(place, { recursive: true, force: true });
  }
  if (!existsSync(origin)) {
    mkdirSync(cache, { recursive: true });
    const work = mkdtempSync(join(cache, 'linking-'));
    try {
      mirror(electron, work);
      mkdirSync(join(work, 'resources'), { recursive: true });
      symlinkSync(relative(join(place, 'resources'), root), join(work, 'resources/app'));
      writeFileSync(join(work, 'origin'), electron);
      settle(work, place);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return join(place, 'electron');
}
