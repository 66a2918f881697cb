import { z } from 'zod';
import type { AppError } from '#contract';
import type { Database } from './database.ts';
import { RECOVERY_KEY } from './recovery.ts';

const recoveryShape = z.object({ entries: z.int(), waiting: z.int(), damagedFile: z.string() });

export function recoveryTold(
  db: Database,
): Extract<AppError, { readonly kind: 'database-recovered' }> | undefined {
  const row = db.prepare('SELECT value FROM meta WHERE key = ?').get(RECOVERY_KEY);
  if (row === undefined) return undefined;
  const { data } = recoveryShape.safeParse(JSON.parse(String(row['value'])));
  return data && { kind: 'database-recovered', ...data };
}

/** A run that is killed tells it once more at the next start. */
export function endTelling(db: Database): void {
  if (db.isOpen()) db.prepare('DELETE FROM meta WHERE key = ?').run(RECOVERY_KEY);
}
