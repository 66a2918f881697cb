import { pinnedInOrder } from '../../../domain/pinned-task-order.ts';
import type { Store } from '../../../app/ports/ports.ts';
import type { Database } from '../database/open-database.ts';
import { taskColumn } from '../database/json-column.ts';
import { readRows } from '../rows/read-rows-skip-damaged.ts';
import { focusTaskIn, pinIn } from '../rows/validate-row-values.ts';

type PinStore = Pick<Store, 'pinnedTasks' | 'setPinned'>;

export function createPinStore(db: Database): PinStore {
  return {
    pinnedTasks(account) {
      const own = db.prepare('SELECT task, pinned_at FROM pins WHERE account = ?');
      const inFocus = db.prepare(
        `SELECT value FROM tasks WHERE account = ? AND json_extract(value, '$.pinned') = 1`,
      );
      return pinnedInOrder(
        readRows(db, () => own.all(account), pinIn),
        readRows(db, () => inFocus.all(account), focusTaskIn),
      );
    },
    setPinned(account, task, pinnedAt) {
      if (pinnedAt === undefined) {
        db.prepare('DELETE FROM pins WHERE account = ? AND task_id = ?').run(account, task.id);
        return;
      }
      // Pinned once more, it keeps its place.
      db.prepare(
        `INSERT INTO pins VALUES (?, ?, ?, ?)
         ON CONFLICT (account, task_id) DO UPDATE SET task = excluded.task`,
      ).run(account, task.id, pinnedAt, taskColumn(task));
    },
  };
}
