import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../../src-main/adapters/log/log.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stint-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const read = (folder: string) => readFileSync(join(folder, 'stint.log'), 'utf8');

it('writes a line with time, level, event and facts', async () => {
  const folder = join(temporaryFolder(), 'logs');
  const { log, flush } = createLog({ folder, level: 'info' });
  log('warn', 'delivery.rejected', { id: 'e-1', status: 422, retry: false, reason: undefined });
  await flush();
  expect(read(folder)).toMatch(
    /^\d{4}-\d\d-\d\dT[\d:.]+Z warn delivery\.rejected id="e-1" status=422 retry=false\r?\n$/,
  );
});

it('touches no file before the first line', async () => {
  const folder = temporaryFolder();
  await createLog({ folder, level: 'info' }).flush();
  expect(readdirSync(folder)).toEqual([]);
});

it('leaves out what is below its level', async () => {
  const folder = temporaryFolder();
  const { log, flush } = createLog({ folder, level: 'warn' });
  log('info', 'one');
  log('error', 'two');
  log('warn', 'three');
  await flush();
  expect(
    read(folder)
      .split('\n')
      .map((line) => line.split(' ')[2]?.trim()),
  ).toEqual(['two', 'three', undefined]);
});

it('writes neither keys nor addresses, and keeps a fact on its line', async () => {
  const folder = temporaryFolder();
  const { log, flush } = createLog({ folder, level: 'info' });
  log('info', 'odd', { note: 'toggl_sk_0123456789abcdef\nme@example.com' });
  await flush();
  expect(read(folder).trim().split('\n')).toHaveLength(1);
  expect(read(folder)).toContain('odd note="[hidden]');
  expect(read(folder)).not.toMatch(/toggl_sk|example/);
});

it('starts a new file when the old one is full, and keeps one old file', async () => {
  const folder = temporaryFolder();
  const { log, flush } = createLog({ folder, level: 'info', maxBytes: 2000 });
  for (let line = 0; line < 200; line += 1) log('info', 'line', { line });
  await flush();
  expect(readdirSync(folder).sort()).toEqual(['stint.log', 'stint.old.log']);
  expect(statSync(join(folder, 'stint.log')).size).toBeLessThan(2200);
  expect(read(folder)).toContain('line=199');
});

it('lets only its owner read the file', async () => {
  const folder = temporaryFolder();
  const { log, flush } = createLog({ folder, level: 'info' });
  log('info', 'line');
  await flush();
  expect(statSync(join(folder, 'stint.log')).mode & 0o077).toBe(0);
});

it('goes on without a file where the folder cannot be made', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  const { log, flush } = createLog({ folder: join(file, 'logs'), level: 'info' });
  log('error', 'line');
  log('error', 'line');
  await expect(flush()).resolves.toBeUndefined();
});
