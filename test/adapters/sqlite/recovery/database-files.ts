import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Instant } from '#contract';
import { createStore, type OpenStore } from '../../../../src-main/adapters/sqlite/store.ts';
import { entryAt, fill, MINE } from '../long-life.ts';

/** Where a database may come to lie, in a folder that is gone when the test is over. */
export function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stint-database-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return join(folder, 'stint.sqlite');
}

/** Open until the test is over. */
export function openAt(file: string, now: Instant): OpenStore {
  const store = createStore(file, () => now);
  onTestFinished(() => {
    store.close();
  });
  return store;
}

/** A database as a clean end leaves it, or, with its log, as a power cut does. */
export function filled({ cleanly = true } = {}): string {
  const file = newFile();
  const store = createStore(file);
  fill(store);
  if (cleanly) {
    store.close();
    return file;
  }
  for (let index = 0; index < 40; index += 1) {
    store.putEntry(MINE, { ...entryAt(index), description: `written later ${index}` });
  }
  const left = newFile();
  for (const part of ['', '-wal']) copyFileSync(file + part, left + part);
  store.close();
  return left;
}
