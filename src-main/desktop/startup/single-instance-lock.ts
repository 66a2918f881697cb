import { accessSync, constants, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { OpeningFailure } from '../../app/ports/opening-failure.ts';

/** As much of Electron's app as telling one Stint from another takes. */
export type Lockable = {
  hasSingleInstanceLock(): boolean;
  requestSingleInstanceLock(): boolean;
};

/**
 * One Stint per data folder: false where another one has it, which then was told of this launch. The
 * lock is a file: where none can be made nobody gets it, and that is for a person to know.
 */
export function isFirstIn(folder: string, app: Lockable): boolean {
  return app.requestSingleInstanceLock() || !mayWrite(folder) || !isOthers(folder);
}

/** Throws where the folder is still not this Stint's. */
export function takeFolder(folder: string, app: Lockable): void {
  if (app.hasSingleInstanceLock() || app.requestSingleInstanceLock()) return;
  if (!mayWrite(folder)) {
    throw new OpeningFailure('cannot-write', `Stint cannot write to ${folder}`, undefined);
  }
  if (isOthers(folder)) {
    throw new OpeningFailure('in-use', `Another Stint keeps its data in ${folder}`, undefined);
  }
  const words = `Stint cannot make sure that it is the only one with its data in ${folder}`;
  throw new OpeningFailure('not-alone', words, undefined);
}

/**
 * Whether the lock is another process's. Chromium keeps it as a link to `computer-pid`, of its own pid where it then
 * finds no place for its socket, in the folder for temporary files (source: chrome/browser/process_singleton_posix.cc).
 */
function isOthers(folder: string): boolean {
  if (process.platform === 'win32') return true;
  try {
    const pid = /-(\d+)$/.exec(readlinkSync(join(folder, 'SingletonLock')))?.[1];
    return pid !== undefined && Number(pid) !== process.pid;
  } catch {
    return false;
  }
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
