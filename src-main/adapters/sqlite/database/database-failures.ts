import { OpeningFailure, type OpeningTrouble } from '../../../app/ports/opening-failure.ts';

/** What went wrong with a database file, told apart by SQLite's result codes (sqlite.org/rescode.html). */

const CODE = {
  error: 1,
  permission: 3,
  busy: 5,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const;

/** The file is not what Stint has written: SQLite says so, or our own look at it does. */
export class Damage extends Error {}

export const DAMAGED =
  'the database is damaged. Quit Stint and start it again: it keeps the damaged file and recovers what can be read';

export function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  return (
    error instanceof Damage ||
    code === CODE.corrupt ||
    code === CODE.notADatabase ||
    isBeyondReading(error)
  );
}

/** A number that JavaScript cannot hold. */
export function isBeyondReading(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_OUT_OF_RANGE';
}

/** While a file is opened, SQL that is known to be right fails only where its tables are not ours. */
export function isDamageAtOpening(error: unknown): boolean {
  return isDamage(error) || codeOf(error) === CODE.error;
}

/** Whether it is alone is asked before the file is opened. */
type FileTrouble = Exclude<OpeningTrouble, 'not-alone'>;

const WORDS: Readonly<Record<FileTrouble, string>> = {
  'cannot-write': 'Stint cannot write to its data folder',
  'disk-full': 'The disk is full, so Stint cannot keep what you track',
  'in-use': "Another program keeps Stint's database open",
  'disk-failed': 'The disk failed when Stint read or wrote its database',
  other: 'The database cannot be opened',
};

/** Why Stint cannot start with this file, in a person's words; the file was left as it is. */
export function openingFailure(file: string, cause: unknown): OpeningFailure {
  const trouble = troubleOf(cause);
  const ours = trouble === 'other' && codeOf(cause) === undefined;
  const words = `${WORDS[trouble]}: ${file} (${detailOf(cause)})`;
  return new OpeningFailure(trouble, ours ? detailOf(cause) : words, cause);
}

function troubleOf(error: unknown): FileTrouble {
  switch (codeOf(error)) {
    case CODE.readOnly:
    case CODE.cannotOpen:
    case CODE.permission:
      return 'cannot-write';
    case CODE.full:
      return 'disk-full';
    case CODE.busy:
      return 'in-use';
    case CODE.ioError:
      return 'disk-failed';
    default:
      return systemTrouble(error);
  }
}

function systemTrouble(error: unknown): FileTrouble {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'cannot-write';
  if (code === 'EBUSY') return 'in-use';
  return code === 'ENOSPC' ? 'disk-full' : 'other';
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Only the primary code, without the extension in the higher bytes. */
function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
