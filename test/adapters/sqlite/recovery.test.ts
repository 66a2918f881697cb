import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Instant } from '#contract';
import { openDatabase } from '../../../src-main/adapters/sqlite/database.ts';
import { recover } from '../../../src-main/adapters/sqlite/recovery.ts';
import { createStore, type OpenStore } from '../../../src-main/adapters/sqlite/store.ts';
import { between, createSeededRandom } from '../../../src-main/demo/seeded-random.ts';
import type { Entry } from '../../../src-main/domain/entry.ts';
import { cut, scribble } from '../../support/damage.ts';
import { ACCOUNT, altered, ENTRIES, entryAt, fill, MINE, WAITING } from './long-life.ts';
import { at, entry, session, task } from '../../support/values.ts';

const NOW = at('20:00');
const DAMAGED = 'stint.sqlite.damaged-20261124T200000Z';

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stint-recovery-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return join(folder, 'stint.sqlite');
}

function open(file: string): OpenStore {
  const store = createStore(file, () => NOW);
  onTestFinished(() => {
    store.close();
  });
  return store;
}

/** A database as a clean end leaves it, or, with its log, as a power cut does. */
function filled({ cleanly = true } = {}): string {
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

function read(store: OpenStore): ReadonlyMap<string, Entry> {
  const found = store.entriesBetween(MINE, 0 as Instant, at('23:00'));
  return new Map(found.map((each) => [each.id, each]));
}

/** Nothing comes back as what it was not, and what waited is asked for before it is sent. */
function expectHonest(found: ReadonlyMap<string, Entry>): void {
  expect(altered(found, NOW)).toEqual([]);
}

it('recovers everything when only the header is broken, and keeps the damaged file', () => {
  const file = filled();
  scribble(file, 0, 100, createSeededRandom(1));
  const bytes = readFileSync(file);
  const store = open(file);
  const damagedFile = join(dirname(file), DAMAGED);
  expect(store.notice).toEqual({
    kind: 'database-recovered',
    entries: ENTRIES,
    waiting: WAITING,
    damagedFile,
  });
  expect(readFileSync(damagedFile)).toEqual(bytes);
  const found = read(store);
  expect(found.size).toBe(ENTRIES);
  expectHonest(found);
  expect(store.account()).toEqual(ACCOUNT);
  expect(store.settings()).toEqual({ leftClick: 'toggle' });
  expect(store.session(MINE)).toEqual(session({ startAt: at('19:00'), timeBlockId: 730 }));
  expect(store.pinnedTasks(MINE)).toEqual([task(5), task(3)]);
  expect(store.recentTasks(MINE, 9)).toHaveLength(7);
});

it('recovers what the log holds behind a broken place, which SQLite would forget', () => {
  const file = filled({ cleanly: false });
  const log = statSync(`${file}-wal`).size;
  scribble(`${file}-wal`, Math.floor(log * 0.8), 30, createSeededRandom(2));
  const store = open(file);
  expect(store.notice).toMatchObject({ kind: 'database-recovered' });
  expect(existsSync(join(dirname(file), `${DAMAGED}-wal`))).toBe(true);
  const found = read(store);
  expect(found.size).toBeGreaterThan(ENTRIES - 60);
  expectHonest(found);
  expect(found.get('e39')?.description).toBe('written later 39');
});

it('takes a log that merely ends in the middle of a commit for what it is', () => {
  const file = filled({ cleanly: false });
  cut(`${file}-wal`, statSync(`${file}-wal`).size - 5_000);
  const store = open(file);
  expect(store.notice).toBeUndefined();
  expect(read(store).size).toBe(ENTRIES);
});

const random = createSeededRandom(20_261_124);
const damages = Array.from({ length: 40 }, (_, index) => ({
  index,
  share: random(),
  bytes: between(random, 1, 6_000),
  cleanly: random() < 0.5,
  how: random() < 0.3 ? 'cut' : 'overwritten',
}));

it.each(damages)(
  'never fails on a file $how at $share by $bytes bytes (clean end: $cleanly)',
  ({ index, share, bytes, cleanly, how }) => {
    const file = filled({ cleanly });
    const place = Math.floor(statSync(file).size * share);
    if (how === 'cut') cut(file, place);
    else scribble(file, place, bytes, createSeededRandom(index));
    const store = open(file);
    const found = read(store);
    const pages = how === 'cut' ? ENTRIES : 3 * 30;
    expect(found.size).toBeGreaterThanOrEqual(ENTRIES - pages);
    if (store.notice !== undefined) {
      // A record on either border of what was overwritten may have got another number: nothing tells.
      expect(altered(found, NOW).length).toBeLessThanOrEqual(how === 'cut' ? 0 : 2);
      expect(existsSync(store.notice.damagedFile)).toBe(true);
    }
    expect(store.counts(MINE)).toBeDefined();
    store.putEntry(MINE, entry('new', { state: 'queued' }, { startAt: at('21:00') }));
    expect(store.entry('new')).toBeDefined();
  },
);

it('calls out damage that it meets while it works, in words that say what to do', () => {
  const file = filled();
  const size = statSync(file).size;
  for (let page = 4096 * 40; page < size; page += 4096) {
    scribble(file, page, 200, createSeededRandom(page));
  }
  let met = 0;
  const db = openDatabase(file, () => {
    met += 1;
  });
  expect(() => db.prepare('SELECT sum(seconds), max(reason) FROM entries').get()).toThrow(
    'the database is damaged. Quit Stint and start it again',
  );
  expect(met).toBe(1);
  db.close();
});

it('tells of a file of no bytes instead of beginning anew without a word', () => {
  const file = newFile();
  writeFileSync(file, '');
  const { notice } = open(file);
  expect(notice).toMatchObject({ entries: 0, waiting: 0 });
  expect(statSync(notice?.damagedFile ?? '').size).toBe(0);
});

it('keeps a file that is no database aside as it was', () => {
  const file = newFile();
  const list = 'a shopping list, for example'.repeat(50);
  writeFileSync(file, list);
  expect(readFileSync(open(file).notice?.damagedFile ?? '', 'utf8')).toBe(list);
});

it('refuses a folder in place of the database and leaves it', () => {
  const file = newFile();
  mkdirSync(file);
  expect(() => createStore(file)).toThrow('A folder stands where Stint keeps its database');
  expect(statSync(file).isDirectory()).toBe(true);
});

it('goes on with a recovery that was cut off between the two files', () => {
  const file = filled();
  scribble(file, 0, 100, createSeededRandom(1));
  recover(file, NOW);
  const folder = dirname(file);
  renameSync(file, join(folder, 'stint.sqlite.recovered-20261124T200000Z'));
  renameSync(join(folder, DAMAGED), file);
  expect(open(file).notice).toMatchObject({ entries: ENTRIES });
  expect(readdirSync(folder).sort()).toContain(DAMAGED);
});

it('tells of a recovery until a run that told of it has ended', () => {
  const file = newFile();
  writeFileSync(file, '');
  const first = createStore(file, () => NOW);
  const copy = newFile();
  for (const part of ['', '-wal']) copyFileSync(file + part, copy + part);
  expect(open(copy).notice).toEqual(first.notice);
  first.close();
  expect(open(file).notice).toBeUndefined();
});
