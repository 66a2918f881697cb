import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import type { Instant } from '#contract';
import { openDatabase } from '../../../../src-main/adapters/sqlite/database/open-database.ts';
import { recover } from '../../../../src-main/adapters/sqlite/recovery/recover-damaged-database.ts';
import { createStore, type OpenStore } from '../../../../src-main/adapters/sqlite/store.ts';
import { accountId } from '../../../../src-main/app/state/connection-and-live-state.ts';
import { between, createSeededRandom } from '../../../../src-main/demo/seed/seeded-random.ts';
import type { Entry } from '../../../../src-main/domain/entry.ts';
import { cut, scribble } from '../../../support/disk/damage.ts';
import { filled, newFile, openAt } from './database-files.ts';
import { ACCOUNT, altered, ENTRIES, entryAt, MINE, WAITING } from '../long-life.ts';
import { at, entry, session, task } from '../../../support/values.ts';

const NOW = at('20:00');
const DAMAGED = 'stint.sqlite.damaged-20261124T200000Z';

const open = (file: string): OpenStore => openAt(file, NOW);

/** Empty where nothing was recovered. */
function damagedFileOf({ notice }: OpenStore): string {
  return notice?.kind === 'database-recovered' ? notice.damagedFile : '';
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
  expect(store.settings()).toMatchObject({ leftClick: 'toggle', gapsFrom: 5 });
  expect(store.session(MINE)).toEqual(session({ startAt: at('19:00'), timeBlockId: 730 }));
  expect(store.pinnedTasks(MINE)).toEqual([task(5), task(3)]);
  expect(store.recentTasks(MINE, 9)).toHaveLength(7);
});

it('recovers the entries of another host than Toggl’s as those of that host', () => {
  const file = newFile();
  const store = createStore(file);
  const account = { ...ACCOUNT, otherHost: '[::1]:4010' };
  const id = accountId(account);
  store.setAccount(account);
  store.putEntry(id, entryAt(0));
  store.close();
  scribble(file, 0, 100, createSeededRandom(1));
  const recovered = open(file);
  expect(recovered.entriesBetween(id, 0 as Instant, NOW)).toHaveLength(1);
  expect(recovered.account('[::1]:4010')).toEqual(account);
  expect(recovered.account()).toBeUndefined();
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
      expect(existsSync(damagedFileOf(store))).toBe(true);
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
  const damaged = () => {
    met += 1;
  };
  const db = openDatabase(file, { damaged, unreadable: () => undefined });
  expect(() => db.prepare('SELECT sum(seconds), max(reason) FROM entries').get()).toThrow(
    'the database is damaged. Quit Stint and start it again',
  );
  expect(met).toBe(1);
  db.close();
});

it('tells of a file of no bytes instead of beginning anew without a word', () => {
  const file = newFile();
  writeFileSync(file, '');
  const store = open(file);
  expect(store.notice).toMatchObject({ entries: 0, waiting: 0 });
  expect(statSync(damagedFileOf(store)).size).toBe(0);
});

it('keeps a file that is no database aside as it was', () => {
  const file = newFile();
  const list = 'a shopping list, for example'.repeat(50);
  writeFileSync(file, list);
  expect(readFileSync(damagedFileOf(open(file)), 'utf8')).toBe(list);
});

it('refuses a folder in place of the database and leaves it', () => {
  const file = newFile();
  mkdirSync(file);
  expect(() => createStore(file)).toThrow('A folder stands where Stint keeps its database');
  expect(statSync(file).isDirectory()).toBe(true);
});

it('refuses at once what is no file, which might be read without an end', () => {
  for (const make of [
    (file: string) => execFileSync('mkfifo', [file]),
    (file: string) => symlinkSync('/dev/zero', file),
  ]) {
    const file = newFile();
    make(file);
    expect(() => createStore(file)).toThrow('Something that is no file stands where Stint keeps');
    expect(lstatSync(file).isFile()).toBe(false);
  }
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

it('recovers from the log alone when the database itself is gone', () => {
  const file = filled({ cleanly: false });
  unlinkSync(file);
  const store = open(file);
  expect(damagedFileOf(store)).toBe(join(dirname(file), `${DAMAGED}-wal`));
  expect(existsSync(damagedFileOf(store))).toBe(true);
  const found = read(store);
  expect(found.get('e39')?.description).toBe('written later 39');
  expectHonest(found);
});

it('makes nothing of what a creation that was cut off left beside it', () => {
  const other = filled({ cleanly: false });
  const file = newFile();
  copyFileSync(`${other}-wal`, `${file}.new-wal`);
  const store = open(file);
  expect(store.notice).toBeUndefined();
  expect(read(store).size).toBe(0);
});

it('keeps each damaged file, however soon the next damage comes', () => {
  const file = newFile();
  for (const content of ['first', 'second']) {
    writeFileSync(file, content);
    createStore(file, () => NOW).close();
  }
  expect(readFileSync(join(dirname(file), DAMAGED), 'utf8')).toBe('first');
  expect(readFileSync(join(dirname(file), `${DAMAGED}-2`), 'utf8')).toBe('second');
});
