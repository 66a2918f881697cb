import type { Instant } from '#contract';
import type { Store } from '../../../app/ports/ports.ts';
import type { Database } from '../database/open-database.ts';
import { parsed, taskColumn } from '../database/json-column.ts';
import { readRow, readRows } from '../rows/read-rows-skip-damaged.ts';
import { text } from '../rows/entry-rows.ts';
import { focusTaskIn, taskIn, useOfTaskIn } from '../rows/validate-row-values.ts';

type TaskStore = Pick<
  Store,
  | 'taskCache'
  | 'taskCacheFacts'
  | 'putTasks'
  | 'setTasksRead'
  | 'task'
  | 'taskStatuses'
  | 'recentTasks'
  | 'usesOfTasks'
  | 'touchTask'
>;

export function createTaskStore(db: Database): TaskStore {
  const key = (account: string): string => `tasks-read ${account}`;
  return {
    taskCache(account) {
      const statement = db.prepare('SELECT value FROM tasks WHERE account = ?');
      return readRows(db, () => statement.all(account), focusTaskIn);
    },
    taskCacheFacts(account) {
      const read = db.prepare('SELECT value FROM meta WHERE key = ?').get(key(account));
      const count = db.prepare('SELECT count(*) AS n FROM tasks WHERE account = ?').get(account);
      return {
        count: Number(count?.['n'] ?? 0),
        readAt: instantIn(read?.['value']),
      };
    },
    putTasks(account, tasks) {
      db.transaction(() => {
        const insert = db.prepare('INSERT OR REPLACE INTO tasks VALUES (?, ?, ?)');
        for (const task of tasks) insert.run(account, task.id, JSON.stringify(task));
      });
    },
    setTasksRead(account, at, onlyIds) {
      db.transaction(() => {
        if (onlyIds !== undefined) {
          db.prepare(
            'DELETE FROM tasks WHERE account = ? AND id NOT IN (SELECT value FROM json_each(?))',
          ).run(account, JSON.stringify(onlyIds));
        }
        db.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(key(account), String(at));
      });
    },
    task(account, id) {
      const statement = db.prepare('SELECT value FROM tasks WHERE account = ? AND id = ?');
      return readRow(db, () => statement.get(account, id), focusTaskIn);
    },
    taskStatuses(account) {
      const rows = db
        .prepare(
          `SELECT DISTINCT json_extract(value, '$.statusId') AS id,
             json_extract(value, '$.statusName') AS name
           FROM tasks WHERE account = ? AND json_extract(value, '$.statusId') IS NOT NULL
           ORDER BY 2, 1`,
        )
        .all(account);
      return rows.map(({ id, name }) => ({ id: Number(id), name: text(name) ?? '' }));
    },
    ...uses(db),
  };
}

type Uses = 'recentTasks' | 'usesOfTasks' | 'touchTask';

function uses(db: Database): Pick<TaskStore, Uses> {
  return {
    recentTasks(account, most) {
      const statement = db.prepare(
        'SELECT task FROM recents WHERE account = ? ORDER BY used_at DESC LIMIT ?',
      );
      return readRows(db, () => statement.all(account, most), taskIn);
    },
    usesOfTasks(account, most) {
      const statement = db.prepare(
        'SELECT task, used_at FROM recents WHERE account = ? ORDER BY used_at DESC LIMIT ?',
      );
      return readRows(db, () => statement.all(account, most), useOfTaskIn);
    },
    touchTask(account, task, at) {
      db.prepare(
        `INSERT INTO recents VALUES (?, ?, ?, ?) ON CONFLICT (account, task_id) DO UPDATE
         SET used_at = excluded.used_at, task = excluded.task WHERE excluded.used_at > used_at`,
      ).run(account, task.id, at, taskColumn(task));
    },
  };
}

function instantIn(value: unknown): Instant | undefined {
  const at = parsed(value);
  return typeof at === 'number' ? (at as Instant) : undefined;
}
