import type { Store } from '../../../app/ports/ports.ts';
import type { RewriteEntryStore } from '../../../app/ports/rewrite-entry-store.ts';
import type { Database } from '../database/open-database.ts';
import { ENTRY_COLUMNS, entryColumns } from '../rows/entry-rows.ts';
import { refuseUnkeepable } from '../rows/refuse-unkeepable.ts';
import { readRows } from '../rows/read-rows-skip-damaged.ts';
import { soundEntry } from '../rows/validate-row-values.ts';

/** SQLite writes the indexes anew of each column that a statement names, be it the same or not. */
export function createRewriteEntryStore(
  db: Database,
  putEntry: Store['putEntry'],
): RewriteEntryStore {
  return {
    entriesWithIds(ids) {
      const statement = db.prepare(
        'SELECT * FROM entries WHERE id IN (SELECT value FROM json_each(?))',
      );
      return readRows(db, () => statement.all(JSON.stringify(ids)), soundEntry);
    },
    rewriteEntry(account, before, next) {
      refuseUnkeepable(next);
      const from = entryColumns(account, before);
      const to = entryColumns(account, next).map((value, at) => ({ value, at }));
      const changed = to.filter(({ value, at }) => value !== from[at]);
      if (changed.length === 0) return;
      const set = changed.map(({ at }) => `${ENTRY_COLUMNS[at]} = ?`).join(', ');
      const { changes } = db
        .prepare(`UPDATE entries SET ${set} WHERE id = ? AND account = ?`)
        .run(...changed.map(({ value }) => value), before.id, account);
      if (Number(changes) === 0) putEntry(account, next);
    },
  };
}
