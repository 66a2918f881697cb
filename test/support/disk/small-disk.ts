import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, rmdirSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export type SmallDisk = {
  readonly folder: string;
  /** Leaves no byte of it, until `free` is called. */
  fill(): void;
  free(): void;
  /** From now on nothing can be written on it, by root neither. */
  lock(): void;
  unlock(): void;
};

/**
 * A disk of a megabyte or more in memory, gone when the test is over. Mounting it takes root on Linux;
 * elsewhere the test fails and says so, since a disk that cannot be full proves nothing.
 */
export function mountSmallDisk(megabytes = 1): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'stint-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  } catch (cause) {
    rmdirSync(folder);
    throw new Error('A disk for this test can only be mounted by root on Linux.', { cause });
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder]);
    rmdirSync(folder);
  });
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill() {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, Buffer.alloc(bavail * bsize));
    },
    free: () => rmSync(ballast),
    lock() {
      execFileSync('mount', ['-o', 'remount,ro', folder]);
    },
    unlock() {
      execFileSync('mount', ['-o', 'remount,rw', folder]);
    },
  };
}
