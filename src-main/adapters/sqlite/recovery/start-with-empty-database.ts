import { renameSync } from 'node:fs';
import type { Instant } from '#contract';
import { forgetSuspicion } from './integrity-check.ts';
import { freeStamp, moveDatabase, removeDatabase } from '../database/database-files.ts';
import { openDatabase } from '../database/open-database.ts';
import { openingFailure } from '../database/database-failures.ts';
import { unfinishedRecovery } from './recover-damaged-database.ts';

/**
 * Puts an empty database in the place of one that cannot be opened, and keeps that one beside it as
 * `<file>.kept-<UTC stamp>`. Throws, in a person's words, where that cannot be: all is as it was then.
 */
export function beginAnew(file: string, at: Instant): void {
  try {
    createDatabase(file, () => keepAside(file, at));
  } catch (error) {
    throw openingFailure(file, error);
  }
}

/** Under its name only when it is complete: a file of no bytes is damage, and no start that was cut off. */
export function createDatabase(file: string, makeRoom: () => void = () => undefined): void {
  const unfinished = `${file}.new`;
  removeDatabase(unfinished);
  try {
    openDatabase(unfinished).close();
    makeRoom();
    renameSync(unfinished, file);
  } catch (error) {
    removeDatabase(unfinished);
    throw error;
  }
}

function keepAside(file: string, at: Instant): void {
  const kept = `${file}.kept-${freeStamp(file, at)}`;
  // It would take the place of the new one at the next start.
  const recovered = unfinishedRecovery(file);
  if (recovered !== undefined) renameSync(recovered, `${kept}-recovered`);
  moveDatabase(file, kept);
  forgetSuspicion(file);
}
