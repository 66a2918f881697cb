import type { Instant } from '#contract';
import type { Store } from '../../app/ports.ts';
import type { FocusTask } from '../../domain/focus.ts';
import type { Database } from './database.ts';
import { taskColumn, taskOf } from './rows.ts';

type TaskStore = Pick<
  Store,
  'taskCache' | 'taskCacheFacts' | 'setTaskCache' | 'putTask' | 'task' | 'recentTasks' | 'touchTask'
>;

export function createTaskStore(db: Database): TaskStore {
  const key = (account: string): string => `tasks-read ${account}`;
  return {
    taskCache: (account) =>
      db
        .prepare('SELECT value FROM tasks WHERE account = ?')
        .all(account)
        .map((row) => JSON.parse(String(row['value'])) as FocusTask),
    taskCacheFacts(account) {
      const read = db.prepare('SELECT value FROM meta WHERE key = ?').get(key(account));
      const count = db.prepare('SELECT count(*) AS n FROM tasks WHERE account = ?').get(account);
      return {
        count: Number(count?.['n'] ?? 0),
        readAt: read === undefined ? undefined : (Number(read['value']) as Instant),
      };
    },
    setTaskCache(account, { tasks, readAt }) {
      db.transaction(() => {
        db.prepare('DELETE FROM tasks WHERE account = ?').run(account);
        const insert = db.prepare('INSERT OR REPLACE INTO tasks VALUES (?, ?, ?)');
        for (const task of tasks) insert.run(account, task.id, JSON.stringify(task));
        db.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(key(account), String(readAt));
      });
    },
    putTask(account, task) {
      db.prepare('INSERT OR REPLACE INTO tasks VALUES (?, ?, ?)').run(
        account,
        task.id,
        JSON.stringify(task),
      );
    },
    task(account, id) {
      const row = db
        .prepare('SELECT value FROM tasks WHERE account = ? AND id = ?')
        .get(account, id);
      return row === undefined ? undefined : (JSON.parse(String(row['value'])) as FocusTask);
    },
    recentTasks: (account, most) =>
      db
        .prepare('SELECT task FROM recents WHERE account = ? ORDER BY used_at DESC LIMIT ?')
        .all(account, most)
        .flatMap((row) => taskOf(row['task']) ?? []),
    touchTask(account, task, at) {
      db.prepare(
        `INSERT INTO recents VALUES (?, ?, ?, ?) ON CONFLICT (account, task_id) DO UPDATE
         SET used_at = excluded.used_at, task = excluded.task WHERE excluded.used_at > used_at`,
      ).run(account, task.id, at, taskColumn(task));
    },
  };
}
