import { expect, it } from 'vitest';
import { openSocket } from '../../../src-main/desktop/bus/socket.ts';

it.each([
  ['there is no path', ''],
  ['nobody listens', '/nowhere/bus'],
  ['it is longer than a path of a socket may be', `/${'x'.repeat(200)}`],
  ['it is none that the system knows', '/run/us\0er/bus'],
  ['nobody listens at a name without a file', '\0stint-nobody'],
  ['it looks like a port', '99999'],
])('fails later, and once, where %s', async (_, path) => {
  let failures = 0;
  const failed = new Promise<void>((resolve) => {
    const socket = openSocket(path, {
      bytes: () => undefined,
      failed: () => {
        failures += 1;
        resolve();
      },
    });
    socket.send(Buffer.from('hello'));
  });
  expect(failures).toBe(0);
  await failed;
  await new Promise((resolve) => setImmediate(resolve));
  expect(failures).toBe(1);
});
