import { DatabaseSync } from '@photostructure/sqlite';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFocus } from '../../src-main/demo/focus-without-network.ts';
import { readJournal } from '../../src-main/demo/data/request-journal.ts';
import { openDemo } from '../support/server/demo-api.ts';
import { TASK_A } from '../support/server/fault-server.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stint-demo-'));
  file = join(folder, 'demo.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('entries outlive the server, and the data set is planted once', async () => {
  let id: number;
  {
    await using demo = await openDemo({ file });
    id = await demo.create({ duration: 60 });
  }
  await using demo = await openDemo({ file });
  expect(await demo.get(`O/time-entries/${id}`)).toMatchObject({ duration: 60 });
  expect(await demo.get('O/tasks/stream')).toHaveLength(40);
});

test('data of an unknown version is left as it is', async () => {
  await (await openDemo({ file })).server.stop();
  const database = new DatabaseSync(file);
  database.exec('UPDATE meta SET version = 99');
  database.close();
  await expect(openDemo({ file })).rejects.toThrow(/of version 99.*left as it is/);
});

test('data of the version before is brought up to date and keeps what is in it', async () => {
  let id: number;
  {
    await using demo = await openDemo({ file });
    id = await demo.create({ duration: 60 });
  }
  const database = new DatabaseSync(file);
  database.exec(`DROP TABLE time_blocks; DROP INDEX entries_by_time_block;
    DELETE FROM sqlite_sequence WHERE name = 'time_blocks'; UPDATE meta SET version = 1`);
  database.close();
  for (let opening = 0; opening < 2; opening += 1) {
    await using demo = await openDemo({ file });
    expect(await demo.get(`O/time-entries/${id}`)).toMatchObject({ duration: 60 });
    const block = { start: '2026-09-14T10:00:00Z' };
    const { status } = await demo.call('POST', `O/tasks/${TASK_A.id}/time-blocks`, block);
    expect(status).toBe(201);
  }
});

test('the journal shows each request as the server got it, also to another process', async () => {
  await using demo = await openDemo({ file, now: () => 1_789_376_400_000 });
  const body = { type: 'activity', duration: 60, description: 'a call' };
  await demo.call('POST', 'O/time-entries?x=1', body);
  expect(readJournal(file)).toEqual([
    {
      at: 1_789_376_400_000,
      method: 'POST',
      path: '/api/organizations/7001/workspaces/9001/time-entries?x=1',
      status: 201,
      body: JSON.stringify(body),
    },
  ]);
});

test('no key ever reaches the file', async () => {
  await using demo = await openDemo({ file });
  await demo.get('/users/me/settings');
  const database = new DatabaseSync(file, { readOnly: true });
  const row: unknown = database.prepare('SELECT * FROM requests').get();
  database.close();
  expect(JSON.stringify(row)).not.toContain(demo.server.account.credential.key);
});

test('the journal keeps the last thousand requests', () => {
  const place = { organizationId: 1, workspaceId: 2 };
  const focus = createFocus({ file: ':memory:', keys: ['k'], seed: 'nothing', ...place });
  for (let index = 0; index < 1003; index += 1) {
    focus.handle({ method: 'GET', url: `/api/${index}`, authorization: 'Bearer k', body: '' });
  }
  const journal = focus.journal.read();
  focus.close();
  expect(journal).toHaveLength(1000);
  expect(journal[0]?.path).toBe('/api/3');
});

test('a file that a journal without bounds has filled is small again at the next start', () => {
  const options = { file, keys: [], seed: 'tasks', organizationId: 1, workspaceId: 2 } as const;
  createFocus(options).close();
  const database = new DatabaseSync(file);
  database.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 70)
    INSERT INTO requests (at, method, path, status, body)
    SELECT i, 'POST', '/', 401, printf('%.*c', 1000000, 'x') FROM n`);
  database.close();
  const again = createFocus(options);
  expect(again.journal.read()).toEqual([]);
  again.close();
  expect(statSync(file).size).toBeLessThan(5_000_000);
});
