import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it } from 'vitest';
import { beginAnew } from '../../../../src-main/adapters/sqlite/recovery/start-with-empty-database.ts';
import { recover } from '../../../../src-main/adapters/sqlite/recovery/recover-damaged-database.ts';
import { createStore } from '../../../../src-main/adapters/sqlite/store.ts';
import { mountSmallDisk } from '../../../support/disk/small-disk.ts';
import { at } from '../../../support/values.ts';
import { filled, newFile, openAt } from './database-files.ts';
import { ENTRIES, MINE } from '../long-life.ts';

const NOW = at('20:00');
const KEPT = 'stint.sqlite.kept-20261124T200000Z';

const namesBeside = (file: string) => readdirSync(dirname(file)).sort();

it('keeps the old database under a dated name, its log with it, and opens an empty one', () => {
  const file = filled({ cleanly: false });
  const bytes = readFileSync(file);
  beginAnew(file, NOW);
  expect(namesBeside(file)).toEqual(['stint.sqlite', KEPT, `${KEPT}-wal`]);
  expect(readFileSync(join(dirname(file), KEPT))).toEqual(bytes);
  expect(openAt(file, NOW).counts(MINE).queued).toBe(0);
  expect(openAt(join(dirname(file), KEPT), NOW).entry('e39')?.description).toBe('written later 39');
});

it('never writes over what was kept before, be it in the same second', () => {
  const file = newFile();
  for (const content of ['first', 'second', 'third']) {
    writeFileSync(file, content);
    beginAnew(file, NOW);
  }
  const kept = namesBeside(file).filter((name) => name.startsWith('stint.sqlite.kept-'));
  expect(kept).toEqual([KEPT, `${KEPT}-2`, `${KEPT}-3`]);
  expect(kept.map((name) => readFileSync(join(dirname(file), name), 'utf8'))).toEqual([
    'first',
    'second',
    'third',
  ]);
});

it('makes way for a new database where a folder stands, and keeps that', () => {
  const file = newFile();
  mkdirSync(file);
  writeFileSync(join(file, 'inside'), 'kept');
  beginAnew(file, NOW);
  expect(openAt(file, NOW).notice).toBeUndefined();
  expect(readFileSync(join(dirname(file), KEPT, 'inside'), 'utf8')).toBe('kept');
});

it('keeps what a recovery that was cut off had recovered, and does not begin with it', () => {
  const file = filled();
  recover(file, NOW);
  renameSync(file, `${file}.recovered-20261124T200000Z`);
  beginAnew(file, at('21:00'));
  expect(openAt(file, NOW).entry('e1')).toBeUndefined();
  const kept = 'stint.sqlite.kept-20261124T210000Z-recovered';
  const recovered = openAt(join(dirname(file), kept), NOW);
  expect(recovered.notice).toMatchObject({ entries: ENTRIES });
});

it('changes nothing where there is no room for an empty database', () => {
  const disk = mountSmallDisk();
  const file = join(disk.folder, 'stint.sqlite');
  writeFileSync(file, 'of a newer Stint');
  disk.fill();
  expect(() => beginAnew(file, NOW)).toThrow('The disk is full');
  disk.free();
  expect(namesBeside(file)).toEqual(['stint.sqlite']);
  expect(readFileSync(file, 'utf8')).toBe('of a newer Stint');
});

it('is the way on from a database of a newer Stint, which is left as it is', () => {
  const file = newFile();
  createStore(file).close();
  const newer = new DatabaseSync(file);
  newer.exec('PRAGMA user_version = 99');
  newer.close();
  expect(() => createStore(file)).toThrow('the data is from a newer Stint');
  beginAnew(file, NOW);
  expect(openAt(file, NOW).notice).toBeUndefined();
});
