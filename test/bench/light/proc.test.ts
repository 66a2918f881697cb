import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { effortOf, memoryOf } from './proc.ts';

it('weighs an app that runs, and refuses to weigh one that has ended', async () => {
  const app = spawn('cat');
  const pid = app.pid ?? 0;
  expect(memoryOf(pid)).toMatchObject({ processes: 1 });
  expect(memoryOf(pid).pssMiB).toBeGreaterThan(0);

  const ended = once(app, 'exit');
  app.kill();
  await ended;

  expect(() => memoryOf(pid)).toThrow('the app ended while it was measured');
  expect(() => effortOf(pid)).toThrow('the app ended while it was measured');
});
