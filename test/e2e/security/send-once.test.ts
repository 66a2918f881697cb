import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createConnectFocus } from '../../../src-main/adapters/focus/client.ts';
import type { Fetch } from '../../../src-main/adapters/focus/transport/fetch-port.ts';
import { startDesktopSession, type DesktopSession } from '../../support/desktop-session/session.ts';
import { launchApp, type RunningApp } from '../../support/electron/electron-app.ts';
import { createFaultServer } from '../../support/server/fault-server.ts';
import { applyThenDrop } from '../../support/server/faults.ts';
import { at, seconds } from '../../support/values.ts';

let session: DesktopSession;
let app: RunningApp;

beforeAll(async () => {
  session = await startDesktopSession();
  app = await launchApp({ session, userDataDir: join(session.home, 'stint') });
});
afterAll(async () => {
  await app.kill9();
  await session.stop();
});

/** The app's own network stack, within reach of the test. */
const netFetch: Fetch = async (url, { signal: _signal, ...init }) => {
  const answer = await app.electron.evaluate(
    async ({ net }, request) => {
      const response = await net.fetch(request.url, request.init);
      const headers = Object.fromEntries(response.headers);
      return { status: response.status, headers, text: await response.text() };
    },
    { url, init },
  );
  return new Response(answer.text, answer);
};

it('sends a create once where the server takes it and drops the connection', async () => {
  const server = await createFaultServer();
  try {
    const api = createConnectFocus({ fetch: netFetch })(server.account);
    const entry = { type: 'activity', startAt: at('08:00'), seconds: seconds(60) } as const;
    expect(await api.getSettings()).toMatchObject({ ok: true });
    server.faults.when(({ method }) => method === 'POST', applyThenDrop);
    expect(await api.createEntry(entry)).toMatchObject({ error: { applied: 'maybe' } });
    expect(server.count('POST', 'O/time-entries')).toBe(1);
    expect(server.entries()).toHaveLength(1);
  } finally {
    await server.stop();
  }
});

it('speaks HTTP/1.1 only, where a connection can be asked to serve one request', async () => {
  const switches = await app.electron.evaluate(({ app: { commandLine } }) =>
    ['disable-http2', 'disable-quic'].filter((name) => commandLine.hasSwitch(name)),
  );
  expect(switches).toEqual(['disable-http2', 'disable-quic']);
});
