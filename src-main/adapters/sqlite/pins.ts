import type { FocusTask } from '../../domain/focus.ts';
import { taskView } from '../../domain/task-view.ts';
import type { Store } from '../../app/ports.ts';
import type { Database } from './database.ts';
import { taskColumn, taskOf } from './rows.ts';

type PinStore = Pick<Store, 'pinnedTasks' | 'setPinned'>;

export function createPinStore(db: Database): PinStore {
  return {
    pinnedTasks(account) {
      const own = db
        .prepare('SELECT task FROM pins WHERE account = ? ORDER BY pinned_at, task_id')
        .all(account)
        .flatMap((row) => taskOf(row['task']) ?? []);
      const ofOthers = db
        .prepare(
          `SELECT value FROM tasks WHERE account = ?1 AND json_extract(value, '$.pinned') = 1
             AND id NOT IN (SELECT task_id FROM pins WHERE account = ?1)`,
        )
        .all(account)
        .map((row) => JSON.parse(String(row['value'])) as FocusTask)
        .filter(({ archived }) => !archived);
      return [...own, ...ofOthers.map(taskView)];
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
