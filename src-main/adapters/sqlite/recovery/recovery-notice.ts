import { z } from 'zod';
import type { AppError } from '#contract';
import type { Database } from '../database/open-database.ts';
import { RECOVERY_KEY } from './recover-damaged-database.ts';
import { parsed } from '../database/json-column.ts';
import { PUT_ASIDE_KEY } from './put-unreadable-rows-aside.ts';

const recoveryShape = z.object({ entries: z.int(), waiting: z.int(), damagedFile: z.string() });
const countShape = z.int().positive();

export type Notice = Extract<
  AppError,
  { readonly kind: 'database-recovered' | 'records-put-aside' }
>;

/** The greater of two mishaps first; the other one is told by the run after. */
export function noticeOf(db: Database): Notice | undefined {
  const { data } = recoveryShape.safeParse(valueOf(db, RECOVERY_KEY));
  if (data !== undefined) return { kind: 'database-recovered', ...data };
  const count = countShape.safeParse(valueOf(db, PUT_ASIDE_KEY));
  return count.success ? { kind: 'records-put-aside', count: count.data } : undefined;
}

/** A run that is killed tells it once more at the next start. */
export function endTelling(db: Database, { kind }: Notice): void {
  const key = kind === 'database-recovered' ? RECOVERY_KEY : PUT_ASIDE_KEY;
  if (db.isOpen()) db.prepare('DELETE FROM meta WHERE key = ?').run(key);
}

function valueOf(db: Database, key: string): unknown {
  return parsed(db.prepare('SELECT value FROM meta WHERE key = ?').get(key)?.['value']);
}
