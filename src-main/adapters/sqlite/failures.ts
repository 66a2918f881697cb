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

export function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  return error instanceof Damage || code === CODE.corrupt || code === CODE.notADatabase;
}

/** While a file is opened, SQL that is known to be right fails only where its tables are not ours. */
export function isDamageAtOpening(error: unknown): boolean {
  return isDamage(error) || codeOf(error) === CODE.error;
}

/** Why Stint cannot start with this file, in a person's words; the file was left as it is. */
export function openingFailure(file: string, cause: unknown): Error {
  const words = wordsOf(cause);
  return words === undefined && cause instanceof Error
    ? cause
    : new Error(`${words ?? 'The database cannot be opened'}: ${file} (${detailOf(cause)})`, {
        cause,
      });
}

function wordsOf(error: unknown): string | undefined {
  switch (codeOf(error)) {
    case CODE.readOnly:
    case CODE.cannotOpen:
    case CODE.permission:
      return 'Stint cannot write to its data folder';
    case CODE.full:
      return 'The disk is full, so Stint cannot keep what you track';
    case CODE.busy:
      return "Another program keeps Stint's database open";
    case CODE.ioError:
      return 'The disk failed when Stint read or wrote its database';
    default:
      return systemWords(error);
  }
}

function systemWords(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return 'Stint cannot write to its data folder';
  }
  return code === 'ENOSPC' ? 'The disk is full, so Stint cannot keep what you track' : undefined;
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Only the primary code, without the extension in the higher bytes. */
function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
