import { lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Instant } from '#contract';

/** A database is these files. */
const PARTS = ['', '-wal', '-shm'];

/** Whether something has this name, be it a link that leads to nothing. */
export function isTaken(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** The first of its files that is there: the log may be all that is left. */
export function partThere(file: string): string | undefined {
  return PARTS.find((part) => isTaken(file + part));
}

/** All of its files, as far as they are there, or none of them. */
export function moveDatabase(from: string, to: string): void {
  const moved: string[] = [];
  try {
    for (const part of PARTS.filter((each) => isTaken(from + each))) {
      renameSync(from + part, to + part);
      moved.push(part);
    }
  } catch (error) {
    for (const part of moved) renameSync(to + part, from + part);
    throw error;
  }
}

export function removeDatabase(file: string): void {
  for (const part of PARTS) rmSync(file + part, { force: true });
}

/** `20261124T200000Z`, or with a number behind it where a copy of that second was kept already. */
export function freeStamp(file: string, at: Instant): string {
  const stamp = new Date(at).toISOString().replaceAll(/[-:]/g, '').replace(/\.\d+/, '');
  const names = readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.`));
  const isUsed = (wanted: string): boolean => names.some((name) => name.includes(wanted));
  for (let count = 1; ; count += 1) {
    const wanted = count === 1 ? stamp : `${stamp}-${count}`;
    if (!isUsed(wanted)) return wanted;
  }
}
