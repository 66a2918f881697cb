import {
  closeSync,
  existsSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { Database } from '../database/open-database.ts';
import { Damage } from '../database/database-failures.ts';
import { ALWAYS_BYTES, UNCLEAN_BYTES } from './how-large-files-are-checked.ts';
import { isLogDamaged, PAGE_BYTES } from './read-raw-pages.ts';

const MAGIC = 'SQLite format 3\0';

export type Checkup = 'whole file' | 'what is used first';

/**
 * Looks at a file before SQLite does, and throws `Damage` for what SQLite would take for an empty
 * database, for a shorter history or for another disk trouble. Returns how far to look once it is open.
 *
 * `PRAGMA integrity_check` reads the whole file and all its indexes (a broken index hides entries
 * without an error), which would be felt at each start of a large one. So it depends on the size, and
 * on a reason to look: damage was met while the last run worked, or that run did not end cleanly,
 * which the log that it left behind tells (a clean end removes it).
 */
export function checkFile(file: string): Checkup {
  if (!existsSync(file)) throw new Damage('only the log is left');
  const { size } = statSync(file);
  if (!isHeaderOurs(file)) throw new Damage(`not a database of Stint's, ${size} bytes`);
  if (existsSync(suspicion(file))) return 'whole file';
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  const unclean = log !== undefined && log.size > 0;
  if (unclean && isLogDamaged(file)) {
    throw new Damage('commits stand behind a broken place in the log');
  }
  return size <= (unclean ? UNCLEAN_BYTES : ALWAYS_BYTES) ? 'whole file' : 'what is used first';
}

/** Throws `Damage`, or SQLite's own error, where the open database is not sound. */
export function checkContent(db: Database, checkup: Checkup): void {
  if (checkup === 'whole file') {
    const result = String(db.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check']);
    if (result !== 'ok') throw new Damage(result);
  }
}

/** The next start looks at the whole file and recovers from it. */
export function suspectDamage(file: string): void {
  writeFileSync(suspicion(file), '');
}

export function forgetSuspicion(file: string): void {
  rmSync(suspicion(file), { force: true });
}

const suspicion = (file: string): string => `${file}.suspect`;

/** Source: sqlite.org/fileformat2.html, section 1.3, "The Database Header". */
function isHeaderOurs(file: string): boolean {
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  try {
    if (readSync(handle, header, 0, 100, 0) < 100) return false;
  } finally {
    closeSync(handle);
  }
  return header.toString('latin1', 0, 16) === MAGIC && isFormatOurs(header);
}

function isFormatOurs(header: Buffer): boolean {
  const [writeVersion = 0, readVersion = 0, ...fixed] = header.subarray(18, 24);
  return (
    header.readUInt16BE(16) === PAGE_BYTES &&
    [writeVersion, readVersion].every((version) => version === 1 || version === 2) &&
    fixed.join() === '0,64,32,32' &&
    header.readUInt32BE(44) <= 4 &&
    header.readUInt32BE(56) === 1
  );
}
