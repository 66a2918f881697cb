import { taskView } from '../../../domain/task-view.ts';
import type { Store } from '../../../app/ports/ports.ts';
import type { Database } from '../database/open-database.ts';
import { taskColumn } from '../database/json-column.ts';
import { readRows } from '../rows/read-rows-skip-damaged.ts';
import { focusTaskIn, taskIn } from '../rows/validate-row-values.ts';

type PinStore = Pick<Store, 'pinnedTasks' | 'setPinned'>;

export function createPinStore(db: Database): PinStore {
  return {
    pinnedTasks(account) {
      const own = db.prepare('SELECT task FROM pins WHERE account = ? ORDER BY pinned_at, task_id');
      const ofOthers = db.prepare(
        `SELECT value FROM tasks WHERE account = ?1 AND json_extract(value, '$.pinned') = 1
           AND id NOT IN (SELECT task_id FROM pins WHERE account = ?1)`,
      );
      return [
        ...readRows(db, () => own.all(account), taskIn),
        ...readRows(db, () => ofOthers.all(account), focusTaskIn)
          .filter(({ archived }) => !archived)
          .map(taskView),
      ];
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
