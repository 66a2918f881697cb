import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import type { Instant } from '#contract';
import { openDatabase } from '../../../../src-main/adapters/sqlite/database/open-database.ts';
import { createSeededRandom } from '../../../../src-main/demo/seed/seeded-random.ts';
import { scribble } from '../../../support/disk/damage.ts';
import { at } from '../../../support/values.ts';
import { filled, newFile, openAt } from './database-files.ts';
import { altered, ENTRIES, MINE } from '../long-life.ts';

const NOW = at('20:00');

/** A crash or a failing disk leaves whole blocks without anything in them. */
function blank(file: string, bytes: number): void {
  writeFileSync(file, readFileSync(file).fill(0, 0, bytes));
}

const begins = [
  ['a header of zeros', (log: string) => blank(log, 32)],
  ['a first block of zeros', (log: string) => blank(log, 4096)],
  ['two first blocks of zeros', (log: string) => blank(log, 8192)],
  ['three frames of zeros', (log: string) => blank(log, 32 + 3 * 4120)],
  ['a header of noise', (log: string) => scribble(log, 0, 32, createSeededRandom(1))],
  ['a first block of noise', (log: string) => scribble(log, 0, 4096, createSeededRandom(2))],
] as const;

it.each(begins)('recovers what stands in a log behind %s', (_what, damage) => {
  const file = filled({ cleanly: false });
  damage(`${file}-wal`);
  const store = openAt(file, NOW);
  expect(store.notice).toMatchObject({ kind: 'database-recovered' });
  const found = store.entriesBetween(MINE, 0 as Instant, at('23:00'));
  expect(found.length).toBeGreaterThan(ENTRIES - 60);
  expect(altered(new Map(found.map((each) => [each.id, each])), NOW)).toEqual([]);
  expect(found.find(({ id }) => id === 'e39')?.description).toBe('written later 39');
});

it('takes nothing for damage in a log that has begun anew over an older one', () => {
  const file = filled({ cleanly: false });
  const db = openDatabase(file);
  onTestFinished(() => db.close());
  expect(db.prepare('PRAGMA wal_checkpoint(RESTART)').get()).toMatchObject({ busy: 0 });
  db.prepare("UPDATE entries SET description = 'later' WHERE id = 'e5'").run();
  const copy = newFile();
  for (const part of ['', '-wal']) copyFileSync(file + part, copy + part);
  const store = openAt(copy, NOW);
  expect(store.notice).toBeUndefined();
  expect(store.entry('e5')?.description).toBe('later');
});
