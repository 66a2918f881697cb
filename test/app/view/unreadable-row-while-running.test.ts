import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { createCore } from '../../support/core/core.ts';

it('shows all the rest when a row goes bad under a running Stint, and tells of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stint-late-row-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const core = createCore(undefined, folder);
  await core.connect();
  for (const taskId of [1, 2]) {
    await core.command({ type: 'timer/start', taskId });
    await core.time.pass(60_000);
    await core.command({ type: 'timer/stop' });
  }
  const db = new DatabaseSync(join(folder, 'stint.sqlite'));
  db.exec(`UPDATE entries SET since_at = 9007199254740993 WHERE task LIKE '{"id":1,%'`);
  db.close();
  const { today, notice } = core.snapshot();
  expect(today.entries).toMatchObject([{ task: { id: 2 } }]);
  expect(notice).toEqual({ kind: 'records-put-aside', count: 1 });
});
