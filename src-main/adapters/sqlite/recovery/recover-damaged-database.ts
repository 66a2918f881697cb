import { existsSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Instant } from '#contract';
import { freeStamp, moveDatabase, partThere, removeDatabase } from '../database/database-files.ts';
import { openDatabase, type Database } from '../database/open-database.ts';
import { createEntryStore } from '../tables/entries.ts';
import { createPinStore } from '../tables/pinned-tasks.ts';
import { readPages } from './read-raw-pages.ts';
import { recognise, type Found } from './recognise-salvaged-row.ts';
import { salvageRecords } from './salvage-records.ts';
import { keepEntryOnce } from './entry-found-twice.ts';
import { keepUnreadable } from './put-unreadable-rows-aside.ts';

export type Recovery = {
  /** Entries that could be read, delivered ones included. */
  readonly entries: number;
  /** How many of them are not known to be in Toggl Focus. */
  readonly waiting: number;
  readonly damagedFile: string;
};

/** Where the fresh database says what it was made from, until a run that told so has ended. */
export const RECOVERY_KEY = 'recovery';

/**
 * Makes a fresh database of whatever can be read from a damaged one, puts it in its place and keeps
 * the damaged one beside it as `<file>.damaged-<UTC stamp>`. Entries, running sessions, account,
 * settings, favourites and quota are carried over; cached tasks and plans are not, since Toggl Focus
 * has them.
 * Throws where the fresh one cannot be written; the damaged one is then where it was.
 */
export function recover(file: string, at: Instant): void {
  const stamp = freeStamp(file, at);
  const damagedFile = damagedName(file, stamp) + (partThere(file) ?? '');
  const unfinished = `${file}.recovering`;
  removeDatabase(unfinished);
  const db = openDatabase(unfinished);
  try {
    db.transaction(() => {
      const counts = fill(db, salvageRecords(readPages(file)), at);
      const recovery: Recovery = { ...counts, damagedFile };
      writeMeta(db, RECOVERY_KEY, JSON.stringify(recovery));
    });
    db.close();
  } catch (error) {
    db.close();
    removeDatabase(unfinished);
    throw error;
  }
  // From this name on it is complete; what is cut off after it is gone on with at the next start.
  renameSync(unfinished, recoveredName(file, stamp));
  finishRecovery(file);
}

/** Goes on where a recovery was cut off between the two files. Call it before the file is opened. */
export function finishRecovery(file: string): void {
  const complete = unfinishedRecovery(file);
  if (complete === undefined) return;
  const stamp = basename(complete).slice(recoveredName(basename(file), '').length);
  moveDatabase(file, damagedName(file, stamp));
  renameSync(complete, file);
}

/** The fresh database of a recovery that was cut off before it got its place. */
export function unfinishedRecovery(file: string): string | undefined {
  const folder = dirname(file);
  if (!existsSync(folder)) return undefined;
  const prefix = recoveredName(basename(file), '');
  const complete = readdirSync(folder).find((name) => name.startsWith(prefix));
  return complete === undefined ? undefined : join(folder, complete);
}

function recoveredName(file: string, stamp: string): string {
  return `${file}.recovered-${stamp}`;
}

function damagedName(file: string, stamp: string): string {
  return `${file}.damaged-${stamp}`;
}

type Counts = Pick<Recovery, 'entries' | 'waiting'>;

function fill(db: Database, records: Iterable<readonly unknown[]>, at: Instant): Counts {
  const store = createEntryStore(db);
  for (const record of records) {
    const found = recognise(record, at);
    if (found?.kind === 'unreadable') keepUnreadable(db, record, at);
    else if (found !== undefined) keep(db, store, found);
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

function keep(
  db: Database,
  store: ReturnType<typeof createEntryStore>,
  found: Exclude<Found, { readonly kind: 'unreadable' }>,
): void {
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
      keepEntryOnce(store, found);
  }
}

function writeMeta(db: Database, key: string, value: string): void {
  db.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(key, value);
}
