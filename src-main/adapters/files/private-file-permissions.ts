import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  type Stats,
} from 'node:fs';
import { join } from 'node:path';

/** Databases with their logs and what a recovery set aside, by the beginning of their names. */
const DATABASES = /^(stint|demo)\.sqlite/;
const LOGS = /^stint\.(old\.)?log$/;

const OTHERS = 0o077;
/** A folder that others write to on purpose, `/tmp` for one, is nobody's own. */
const SHARED = 0o7000;

/**
 * Takes from everybody else what earlier versions, a copy or a backup left open: the data folder, and in
 * it the files of Stint's own. Nothing else is touched and no link is followed; what cannot be changed
 * stays as it is. Call it before a database is open: closing a file here gives up SQLite's locks on it.
 */
export function tightenOwnFiles(dataFolder: string): void {
  // Windows has no such modes.
  const owner = process.getuid?.();
  if (owner === undefined) return;
  const logs = join(dataFolder, 'logs');
  tighten(dataFolder, owner, 'folder');
  tighten(logs, owner, 'folder');
  for (const [folder, own] of [
    [dataFolder, DATABASES],
    [logs, LOGS],
  ] as const) {
    for (const name of namesIn(folder))
      if (own.test(name)) tighten(join(folder, name), owner, 'file');
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return lstatSync(folder).isDirectory() ? readdirSync(folder) : [];
  } catch {
    return [];
  }
}

function tighten(path: string, owner: number, kind: 'folder' | 'file'): void {
  try {
    if ((lstatSync(path).mode & OTHERS) === 0) return;
    const handle = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const found = fstatSync(handle);
      if (found.uid === owner && isOwn(found, kind)) fchmodSync(handle, found.mode & 0o700);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Not there, a link, or not ours to change.
  }
}

/** A second name may be that of somebody else's file. */
function isOwn(found: Stats, kind: 'folder' | 'file'): boolean {
  if (kind === 'folder') return found.isDirectory() && (found.mode & SHARED) === 0;
  return found.isFile() && found.nlink === 1;
}
