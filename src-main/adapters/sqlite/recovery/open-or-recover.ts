import { existsSync, readlinkSync, statSync } from 'node:fs';
import type { Instant } from '#contract';
import { createDatabase } from './start-with-empty-database.ts';
import { checkContent, checkFile, forgetSuspicion, suspectDamage } from './integrity-check.ts';
import { openDatabase, type Database, type Troubles } from '../database/open-database.ts';
import {
  Damage,
  DAMAGED,
  isDamageAtOpening,
  openingFailure,
} from '../database/database-failures.ts';
import { isTaken } from '../database/database-files.ts';
import { finishRecovery, recover } from './recover-damaged-database.ts';
import { putUnreadableAside } from './put-unreadable-rows-aside.ts';

/**
 * Opens the database at `file`, makes it where there is none, and recovers it where it is damaged.
 * `:memory:` is a database of this run only. Throws, in a person's words, where it cannot be opened for another reason: the file is left then.
 */
export function openOrRecover(file: string, now: () => Instant): Database {
  if (file === ':memory:') return openDatabase(file);
  try {
    finishRecovery(file);
    refuseLinkToNothing(file);
    if (!existsSync(file) && !holdsCommits(`${file}-wal`)) createDatabase(file);
    refuseOtherThanFile(file);
    return open(file, now) ?? recovered(file, now);
  } catch (error) {
    throw openingFailure(file, error);
  }
}

/** The disk that it leads to may be away for a while: a new database in its place would hide the one there. */
function refuseLinkToNothing(file: string): void {
  if (existsSync(file) || !isTaken(file)) return;
  throw new Error(`${file} is a link to ${readlinkSync(file)}, and nothing is there`);
}

/** To read a pipe or a device for a database might never end. */
function refuseOtherThanFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || found.isFile()) return;
  const what = found.isDirectory() ? 'A folder' : 'Something that is no file';
  throw new Error(`${what} stands where Stint keeps its database: ${file}`);
}

/** A log whose database is gone: what was committed last stands in it. */
function holdsCommits(log: string): boolean {
  return (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Undefined where it is damaged. */
function open(file: string, now: () => Instant): Database | undefined {
  let db: Database | undefined;
  try {
    const checkup = checkFile(file);
    db = openDatabase(file, troublesOf(file, now));
    checkContent(db, checkup);
    putUnreadableAside(db, checkup === 'whole file' ? 'every row' : checkup, now());
    forgetSuspicion(file);
    return db;
  } catch (error) {
    db?.close();
    if (!isDamageAtOpening(error)) throw error;
    return undefined;
  }
}

function recovered(file: string, now: () => Instant): Database {
  recover(file, now());
  forgetSuspicion(file);
  const db = openDatabase(file, troublesOf(file, now));
  putUnreadableAside(db, 'every row', now());
  return db;
}

/** A row that goes bad while Stint runs is met by whatever reads it, long after the look at the start. */
function troublesOf(file: string, now: () => Instant): Troubles {
  return {
    damaged: () => suspectDamage(file),
    unreadable(db) {
      try {
        putUnreadableAside(db, 'every row', now());
      } catch (cause) {
        // What cannot even be moved (text that is no JSON any more, and stands in an index) is damage.
        suspectDamage(file);
        throw new Damage(DAMAGED, { cause });
      }
    },
  };
}
