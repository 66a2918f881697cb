import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { isFirstIn, takeFolder } from '../../../src-main/desktop/startup/single-instance-lock.ts';
import { mountSmallDisk } from '../../support/disk/small-disk.ts';

/** Electron's lock, which is got at the given request or never. */
function locks(...answers: readonly boolean[]) {
  const left = [...answers];
  let held = false;
  return {
    hasSingleInstanceLock: () => held,
    requestSingleInstanceLock: () => (held = left.shift() ?? false),
  };
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stint-folder-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** As Chromium notes the owner of a folder. */
function owned(pid: number): string {
  const folder = newFolder();
  symlinkSync(`some-computer-${pid}`, join(folder, 'SingletonLock'));
  return folder;
}

it('is the first where it gets the lock, and not where another one has it', () => {
  expect(isFirstIn(newFolder(), locks(true))).toBe(true);
  expect(isFirstIn(owned(process.pid + 1), locks(false))).toBe(false);
});

it.each([
  [
    'the place for temporary files is full, so that the lock is left as its own',
    () => owned(process.pid),
  ],
  ['nothing is noted', newFolder],
  [
    'something else stands where the lock does',
    () => {
      const folder = newFolder();
      writeFileSync(join(folder, 'SingletonLock'), '');
      return folder;
    },
  ],
])('stays to tell a person that it cannot tell whether it is the first: %s', (_why, make) => {
  const folder = make();
  const lock = locks(false, false, true);
  expect(isFirstIn(folder, lock)).toBe(true);
  expect(() => takeFolder(folder, lock)).toThrow(
    `Stint cannot make sure that it is the only one with its data in ${folder}`,
  );
  takeFolder(folder, lock);
});

it('stays to tell a person where nothing can be written, and takes the folder when it can', () => {
  const disk = mountSmallDisk();
  disk.lock();
  const lock = locks(false, false, true);
  expect(isFirstIn(disk.folder, lock)).toBe(true);
  expect(() => takeFolder(disk.folder, lock)).toThrow(`Stint cannot write to ${disk.folder}`);
  disk.unlock();
  takeFolder(disk.folder, lock);
  // Once it has it, it asks no more.
  takeFolder(disk.folder, lock);
});

it('says that another one was faster', () => {
  const folder = owned(process.pid + 1);
  expect(() => takeFolder(folder, locks())).toThrow(`Another Stint keeps its data in ${folder}`);
});

it('stays where the folder is not there and cannot be made', () => {
  expect(isFirstIn(join(newFolder(), 'nowhere'), locks())).toBe(true);
});
