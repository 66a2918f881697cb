import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../../src-main/adapters/log/log-file.ts';

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

it('writes no secret that it was told of, in whatever form', async () => {
  const folder = temporaryFolder();
  const { log, flush, hide } = createLog({ folder, level: 'info' });
  hide((text) => text.replaceAll('0123', '[hidden]'));
  hide((text) => text.replaceAll('abcd', '[hidden]'));
  log('info', 'odd', { note: '0123 and abcd' });
  await flush();
  expect(read(folder)).toContain('odd note="[hidden] and [hidden]"');
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

it('lets only its owner into the folder and read the files, whatever the umask', async () => {
  const umask = process.umask(0);
  onTestFinished(() => void process.umask(umask));
  const folder = join(temporaryFolder(), 'logs');
  const { log, flush } = createLog({ folder, level: 'info', maxBytes: 100 });
  for (let line = 0; line < 9; line += 1) log('info', 'line', { line });
  await flush();
  const paths = ['.', 'stint.log', 'stint.old.log'].map((name) => join(folder, name));
  expect(paths.map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600, 0o600]);
});

it('goes on without a file where the folder cannot be made', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  const { log, flush } = createLog({ folder: join(file, 'logs'), level: 'info' });
  log('error', 'line');
  log('error', 'line');
  await expect(flush()).resolves.toBeUndefined();
});

it('reads what is kept, older lines first, without a secret that it was told of later', async () => {
  const folder = temporaryFolder();
  const { log, hide, read: readAll } = createLog({ folder, level: 'info', maxBytes: 200 });
  for (let line = 0; line < 9; line += 1) log('info', 'line', { line, note: 'abcd' });
  hide((text) => text.replaceAll('abcd', '[hidden]'));
  const text = await readAll();
  const lines = [...text.matchAll(/line=(\d)/g)].map(([, line]) => Number(line));
  expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  expect(lines.at(-1)).toBe(8);
  expect(text).not.toContain('abcd');
});

it('reads nothing where nothing was written', async () => {
  expect(await createLog({ folder: temporaryFolder(), level: 'info' }).read()).toBe('');
});
