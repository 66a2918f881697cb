import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startApp } from '../../support/electron/electron-app.ts';
import { allSent, connect, noticeSaying, track } from '../../support/electron/popup-steps.ts';
import { TASK_A } from '../../support/server/fault-server.ts';
import { openServer, sharedSession } from '../../support/stint-run.ts';

const session = sharedSession();

/** As after `startx` alone, in a container, or where the variable was lost on the way. */
it.each([
  ['there is none', { DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '' }],
  ['nobody listens at it', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' }],
  ['its address makes no sense', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=;nonsense' }],
])('opens, and tracks, on a desktop whose session bus cannot be had: %s', async (_, env) => {
  const server = await openServer();
  const app = await startApp({
    session: session(),
    userDataDir: join(session().home, randomUUID()),
    env: { STINT_API_URL: server.account.baseUrl, ...env },
    by: 'person',
  });
  const page = await app.page(20_000);
  await noticeSaying(page, 'No panel shows the icon of Stint.');
  await connect(page, server);
  await track(page, TASK_A.name);
  await allSent(page);
  expect(server.entries()).toHaveLength(1);
  await app.close();
});
