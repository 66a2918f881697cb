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
import { dirname, join, relative, sep } from 'node:path';
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

/** Where the Electron of an app stands: the checkout's own, or that of an app within it. */
export function placeOfRuntime(root, app) {
  const name = relative(root, app).replaceAll(sep, '-');
  return join(root, 'node_modules/.cache/stint', name === '' ? 'electron' : `electron-${name}`);
}

/**
 * An Electron of the app's own: a build without a default app runs nothing but what stands in its
 * `resources/app`, here a link to the app. Made of hard links, so it takes no room.
 * Returns the executable.
 */
export function runtimeFolder(root, electron, app) {
  const place = placeOfRuntime(root, app);
  const origin = join(place, 'origin');
  if (existsSync(origin) && readFileSync(origin, 'utf8') !== electron) {
    rmSync(place, { recursive: true, force: true });
  }
  if (!existsSync(origin)) {
    mkdirSync(dirname(place), { recursive: true });
    const work = mkdtempSync(`${place}-linking-`);
    try {
      mirror(electron, work);
      mkdirSync(join(work, 'resources'), { recursive: true });
      symlinkSync(relative(join(place, 'resources'), app), join(work, 'resources/app'));
      writeFileSync(join(work, 'origin'), electron);
      settle(work, place);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return join(place, 'electron');
}
