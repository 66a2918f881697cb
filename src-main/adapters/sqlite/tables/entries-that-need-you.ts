import type { NeedsYouStore } from '../../../app/ports/needs-you-store.ts';
import type { Database } from '../database/open-database.ts';
import { readRows } from '../rows/read-rows-skip-damaged.ts';
import { soundEntry } from '../rows/validate-row-values.ts';

export function createNeedsYouStore(db: Database): NeedsYouStore {
  return {
    entriesInNeed(account, behind, most) {
      // Those that are counted as refused and in conflict, spelt as the partial indexes are.
      const statement = db.prepare(
        `SELECT * FROM entries WHERE id IN (
             SELECT id FROM entries
               WHERE account = ?1 AND status IS NOT NULL AND presence <> 'removed'
             UNION ALL SELECT id FROM entries
               WHERE account = ?1 AND sent IS NOT NULL AND presence = 'kept' AND status IS NULL
                 AND json_extract(sent, '$.conflict') IS NOT NULL)
           AND (start_at, id) > (?2, ?3) ORDER BY start_at, id LIMIT ?4`,
      );
      const { startAt, id } = behind ?? { startAt: -1, id: '' };
      return readRows(db, () => statement.all(account, startAt, id, most), soundEntry);
    },
  };
}
