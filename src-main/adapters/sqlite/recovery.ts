import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Instant } from '#contract';
import { openDatabase, type Database } from './database.ts';
import { createEntryStore } from './entries.ts';
import { createPinStore } from './pins.ts';
import { readPages } from './page-image.ts';
import { recognise, type Found } from './recovered-rows.ts';
import { salvageRecords } from './salvage.ts';

export type Recovery = {
  /** Entries that could be read, delivered ones included. */
  readonly entries: number;
  /** How many of them are not known to be in Toggl Focus. */
  readonly waiting: number;
  readonly damagedFile: string;
};

/** Where the fresh database says what it was made from, until a run that told so has ended. */
export const RECOVERY_KEY = 'recovery';

/** A database is these files. */
const PARTS = ['', '-wal', '-shm'];

/**
 * Makes a fresh database of whatever can be read from a damaged one, puts it in its place and keeps
 * the damaged one beside it as `<file>.damaged-<UTC stamp>`. Entries, running sessions, account,
 * settings, favourites and quota are carried over; cached tasks and plans are not, since Toggl Focus
 * has them.
 * Throws where the fresh one cannot be written; the damaged one is then where it was.
 */
export function recover(file: string, at: Instant): void {
  const stamp = new Date(at).toISOString().replaceAll(/[-:]/g, '').replace(/\.\d+/, '');
  const unfinished = `${file}.recovering`;
  remove(unfinished);
  const db = openDatabase(unfinished);
  try {
    db.transaction(() => {
      const counts = fill(db, salvageRecords(readPages(file)), at);
      const recovery: Recovery = { ...counts, damagedFile: damagedName(file, stamp) };
      writeMeta(db, RECOVERY_KEY, JSON.stringify(recovery));
    });
    db.close();
  } catch (error) {
    db.close();
    remove(unfinished);
    throw error;
  }
  // From this name on it is complete; what is cut off after it is gone on with at the next start.
  renameSync(unfinished, `${file}.recovered-${stamp}`);
  finishRecovery(file);
}

/** Goes on where a recovery was cut off between the two files. Call it before the file is opened. */
export function finishRecovery(file: string): void {
  const folder = dirname(file);
  const prefix = `${basename(file)}.recovered-`;
  if (!existsSync(folder)) return;
  const complete = readdirSync(folder).find((name) => name.startsWith(prefix));
  if (complete === undefined) return;
  const damaged = damagedName(file, complete.slice(prefix.length));
  for (const part of PARTS) {
    if (existsSync(file + part)) renameSync(file + part, damaged + part);
  }
  renameSync(join(folder, complete), file);
}

function damagedName(file: string, stamp: string): string {
  return `${file}.damaged-${stamp}`;
}

function remove(file: string): void {
  for (const part of PARTS) rmSync(file + part, { force: true });
}

type Counts = Pick<Recovery, 'entries' | 'waiting'>;

function fill(db: Database, records: Iterable<readonly unknown[]>, at: Instant): Counts {
  const store = createEntryStore(db);
  for (const record of records) {
    const found = recognise(record, at);
    if (found !== undefined) keep(db, store, found);
  }
  db.prepare(
    `INSERT OR REPLACE INTO recents
     SELECT account, json_extract(task, '$.id'), max(start_at), task FROM entries
     WHERE task IS NOT NULL GROUP BY 1, 2`,
  ).run();
  const row = db
    .prepare(
      `SELECT count(*) AS entries, coalesce(sum(state <> 'delivered'), 0) AS waiting FROM entries
       WHERE presence <> 'removed'`,
    )
    .get();
  return { entries: Number(row?.['entries']), waiting: Number(row?.['waiting']) };
}

function keep(db: Database, store: ReturnType<typeof createEntryStore>, found: Found): void {
  switch (found.kind) {
    case 'meta':
      // When the tasks were read means nothing without them.
      if (!found.key.startsWith('tasks-read ')) writeMeta(db, found.key, found.value);
      return;
    case 'session':
      store.setSession(found.account, found.session);
      return;
    case 'pin':
      createPinStore(db).setPinned(found.account, found.task, found.pinnedAt);
      return;
    case 'entry':
      keepEntry(store, found);
  }
}

function keepEntry(
  store: ReturnType<typeof createEntryStore>,
  { account, entry }: Extract<Found, { readonly kind: 'entry' }>,
): void {
  // Of two versions of a record the delivered one is the later.
  if (store.entry(entry.id)?.delivery.state === 'delivered') return;
  const free = entry.origin === 'server' || !store.startTaken(account, entry.startAt);
  store.putEntry(account, free ? entry : { ...entry, origin: 'server' });
}

function writeMeta(db: Database, key: string, value: string): void {
  db.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(key, value);
}
