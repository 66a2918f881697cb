import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { Demo } from '../../src-main/app/ports/ports.ts';
import { createDemo } from '../../src-main/demo/demo-account.ts';
import { createFocusServer } from '../../src-main/demo/server.ts';

const STANDALONE = fileURLToPath(new URL('../../src-main/demo/standalone.ts', import.meta.url));

const settings = (baseUrl: string, key: string) =>
  fetch(`${baseUrl}/users/me/settings`, { headers: { authorization: `Bearer ${key}` } });

test('the server listens on the loopback address, on a port of its own choice', async () => {
  const server = createFocusServer({
    file: ':memory:',
    keys: ['k'],
    organizationId: 1,
    workspaceId: 2,
  });
  const { baseUrl } = await server.start();
  expect(baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api$/);
  expect((await settings(baseUrl, 'k')).status).toBe(200);
  await server.stop();
  await expect(settings(baseUrl, 'k')).rejects.toThrow();
});

test('the embedded demo lets its own key in, and makes another at the next start', async () => {
  const demo: Demo = createDemo({ file: ':memory:' });
  const keys = [];
  for (let start = 0; start < 2; start += 1) {
    const { baseUrl, credential } = await demo.start();
    const key = credential.kind === 'key' ? credential.key : '';
    expect((await settings(baseUrl, key)).status).toBe(200);
    keys.push(key);
    await demo.stop();
  }
  expect(keys[0]).toMatch(/^toggl_sk_[0-9a-f]{32}$/);
  expect(keys[1]).not.toBe(keys[0]);
});

test('starting a demo that runs answers with the same account', async () => {
  const demo = createDemo({ file: ':memory:' });
  expect(await demo.start()).toEqual(await demo.start());
  await demo.stop();
});

test('a demo whose file cannot be opened says so and can be started again', async () => {
  const demo = createDemo({ file: '/no/such/folder/demo.sqlite' });
  await expect(demo.start()).rejects.toThrow();
  await expect(demo.start()).rejects.toThrow();
  await demo.stop();
});

test('the standalone server prints its address, serves, and ends on SIGTERM', async () => {
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      STANDALONE,
      '--key',
      'k',
      '--quota',
      '7',
      '--organization',
      '1',
      '--workspace',
      '2',
      '--seed',
      'nothing',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { baseUrl } = JSON.parse(line) as { baseUrl: string };
  const answer = await settings(baseUrl, 'k');
  expect(answer.headers.get('x-toggl-quota-remaining')).toBe('6');
  expect(await answer.json()).toMatchObject({ current_workspace_id: 2 });
  const tasks = await fetch(`${baseUrl}/organizations/1/workspaces/2/tasks/stream`, {
    headers: { authorization: 'Bearer k' },
  });
  expect(await tasks.json()).toEqual([]);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('the standalone server refuses to start without a key', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', STANDALONE], { stdio: 'ignore' });
  expect(await once(child, 'exit')).toEqual([1, null]);
});
