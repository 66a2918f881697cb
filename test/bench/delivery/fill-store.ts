import { DatabaseSync } from '@photostructure/sqlite';
import type { AccountId, Store } from '../../../src-main/app/ports/ports.ts';
import { createStore } from '../../../src-main/adapters/sqlite/store.ts';
import type { Account } from '../../../src-main/app/ports/ports.ts';
import { at } from '../../support/values.ts';

export type Fill = {
  /** Entries that wait to be sent, the latest ones. */
  readonly queued: number;
  /** Entries that Toggl Focus has, before those. */
  readonly delivered: number;
  /** Where the entries end; the one before begins ten minutes earlier, and so on. */
  readonly endAt?: number;
  readonly account?: Account;
};

/** What `fillStore` fills for where no other account is given. */
export const FILLED: Account = {
  kind: 'focus',
  organizationId: 7_001,
  workspaceId: 9_001,
  connectedAt: at('00:00'),
  secretKept: true,
};

const STEP_MS = 600_000;

/**
 * Makes a database at `file` as a long life of Stint would: an account, and entries back to back with
 * a task and a description each. A million take some ten seconds, since SQLite makes them by itself.
 */
export function fillStore(
  file: string,
  { queued, delivered, endAt = at('08:00'), account = FILLED }: Fill,
): AccountId {
  const id = `${account.kind}:${account.organizationId}/${account.workspaceId}` as AccountId;
  const store: Store = createStore(file);
  store.setAccount(account);
  store.close();
  const db = new DatabaseSync(file);
  db.exec('PRAGMA synchronous = OFF');
  db.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
     INSERT INTO entries (id, account, origin, start_at, seconds, type, task, description, state, server_id)
     SELECT 'filled-' || i, ?2, 'stint', ?3 - i * ${STEP_MS}, 300 + i % 300, 'activity',
       json_object('id', 650001 + i % 40, 'name', 'Task ' || (i % 40), 'projectName', 'Project'),
       'what was done in session ' || i,
       iif(i <= ?4, 'queued', 'delivered'), iif(i <= ?4, NULL, 710000000 + i)
     FROM n WHERE ?1 > 0`,
  ).run(queued + delivered, id, endAt, queued);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  return id;
}
