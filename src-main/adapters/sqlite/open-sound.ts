import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import type { Instant } from '#contract';
import { checkContent, checkFile, forgetSuspicion, suspectDamage } from './checkup.ts';
import { openDatabase, type Database } from './database.ts';
import { isDamageAtOpening, openingFailure } from './failures.ts';
import { finishRecovery, recover } from './recovery.ts';

/**
 * Opens the database at `file`, makes it where there is none, and recovers it where it is damaged.
 * `:memory:` is a database of this run only. Throws, in a person's words, where it cannot be opened for another reason: the file is left then.
 */
export function openSound(file: string, now: () => Instant): Database {
  if (file === ':memory:') return openDatabase(file);
  try {
    finishRecovery(file);
    if (!existsSync(file)) createAtOnce(file);
    if (statSync(file).isDirectory())
      throw new Error(`A folder stands where Stint keeps its database: ${file}`);
    return open(file) ?? recovered(file, now());
  } catch (error) {
    throw openingFailure(file, error);
  }
}

/** Under its name only when it is complete: a file of no bytes is damage, and no start that was cut off. */
function createAtOnce(file: string): void {
  const unfinished = `${file}.new`;
  rmSync(unfinished, { force: true });
  openDatabase(unfinished).close();
  renameSync(unfinished, file);
}

/** Undefined where it is damaged. */
function open(file: string): Database | undefined {
  let db: Database | undefined;
  try {
    const checkup = checkFile(file);
    db = openDatabase(file, () => suspectDamage(file));
    checkContent(db, checkup);
    forgetSuspicion(file);
    return db;
  } catch (error) {
    db?.close();
    if (!isDamageAtOpening(error)) throw error;
    return undefined;
  }
}

function recovered(file: string, at: Instant): Database {
  recover(file, at);
  forgetSuspicion(file);
  return openDatabase(file, () => suspectDamage(file));
}
