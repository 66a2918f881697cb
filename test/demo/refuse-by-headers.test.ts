import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createListener } from '../../src-main/demo/http-listener.ts';
import { createFocusServer, type FocusServer } from '../../src-main/demo/server.ts';

type Door = { readonly server: FocusServer; readonly file: string; readonly baseUrl: string };

async function openDoor(): Promise<Door> {
  const folder = mkdtempSync(join(tmpdir(), 'stint-door-'));
  const file = join(folder, 'demo.sqlite');
  const server = createFocusServer({ file, keys: ['k'], organizationId: 1, workspaceId: 2 });
  const { baseUrl } = await server.start();
  onTestFinished(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });
  return { server, file, baseUrl };
}

const entriesOf = (baseUrl: string) => `${baseUrl}/organizations/1/workspaces/2/time-entries`;

/** The status of the answer; the connection may end as the server likes. */
async function statusOf(asked: ClientRequest): Promise<number> {
  asked.on('error', () => undefined);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  asked.destroy();
  return answer.statusCode ?? 0;
}

/** Sends headers alone, as a page or a stranger may set them, and never the body that they announce. */
function ask(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const announced = { 'Content-Length': '900000', ...headers };
  const asked = request(url, { method: 'POST', headers: announced });
  asked.flushHeaders();
  return statusOf(asked);
}

const large = JSON.stringify({ type: 'activity', description: 'x'.repeat(1_000_000) });

test('a request without the key is refused before its body is sent', async () => {
  const { baseUrl } = await openDoor();
  expect(await ask(entriesOf(baseUrl), {})).toBe(401);
  expect(await ask(entriesOf(baseUrl), { authorization: 'Bearer x' })).toBe(401);
});

test('a body that is announced larger than a request may be is refused before it is sent', async () => {
  const { baseUrl } = await openDoor();
  const headers = { authorization: 'Bearer k', 'Content-Length': '1048577' };
  expect(await ask(entriesOf(baseUrl), headers)).toBe(413);
});

test('requests without the key leave nothing behind, in the file or in the journal', async () => {
  const { server, file, baseUrl } = await openDoor();
  const before = statSync(`${file}-wal`).size + statSync(file).size;
  for (let count = 0; count < 30; count += 1) {
    // The server may end the connection while the body is still on its way.
    await fetch(entriesOf(baseUrl), { method: 'POST', body: large }).catch(() => undefined);
  }
  expect(statSync(`${file}-wal`).size + statSync(file).size).toBe(before);
  expect(server.readJournal()).toEqual([]);
});

test('a body over one megabyte that was not announced answers 413, and leaves the journal alone', async () => {
  const { server, baseUrl } = await openDoor();
  const asked = request(entriesOf(baseUrl), {
    method: 'POST',
    headers: { authorization: 'Bearer k' },
  });
  asked.end('x'.repeat(1_100_000));
  expect(await statusOf(asked)).toBe(413);
  expect(server.readJournal()).toEqual([]);
});

test('an endless body without the key ends with its connection', async () => {
  const { baseUrl } = await openDoor();
  const { port } = new URL(baseUrl);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.write(
    `POST /api/x HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nTransfer-Encoding: chunked\r\n\r\n`,
  );
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  const pour = () => {
    while (!socket.destroyed && socket.write(chunk));
  };
  socket.on('drain', pour);
  pour();
  await closed;
});

test('the journal keeps the beginning of a long body, and of a long path', async () => {
  const { server, baseUrl } = await openDoor();
  const headers = { authorization: 'Bearer k' };
  await fetch(entriesOf(baseUrl), { method: 'POST', headers, body: large });
  await fetch(`${baseUrl}/users/me/settings?x=${'y'.repeat(9000)}`, { headers });
  const [post, get] = server.readJournal();
  expect(post?.body).toBe(large.slice(0, 10_000));
  expect(get?.path).toHaveLength(2000);
});

test.each([
  'evil.example',
  'evil.example:PORT',
  '127.0.0.1',
  '127.0.0.1:1',
  'localhost.evil.example:PORT',
  '0.0.0.0:PORT',
])('a name that was pointed at this computer reaches nothing: Host %s', async (host) => {
  const { baseUrl } = await openDoor();
  const headers = { authorization: 'Bearer k', host: host.replace('PORT', new URL(baseUrl).port) };
  expect(await ask(entriesOf(baseUrl), headers)).toBe(403);
});

test.each(['127.0.0.1:PORT', 'localhost:PORT', 'LOCALHOST:PORT'])(
  'Host %s is this computer',
  async (host) => {
    const { baseUrl } = await openDoor();
    const { port } = new URL(baseUrl);
    const headers = { authorization: 'Bearer k', host: host.replace('PORT', port) };
    const asked = request(`${baseUrl}/users/me/settings`, { headers });
    asked.end();
    expect(await statusOf(asked)).toBe(200);
  },
);

test.each(['https://evil.example', 'http://127.0.0.1:1', 'null', 'app://stint'])(
  'a web page reaches nothing, whatever key it has guessed: Origin %s',
  async (origin) => {
    const { server, baseUrl } = await openDoor();
    const headers = { authorization: 'Bearer k', origin };
    expect(await ask(entriesOf(baseUrl), headers)).toBe(403);
    const preflight = await fetch(entriesOf(baseUrl), {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(403);
    expect(
      [...preflight.headers.keys()].filter((name) => name.startsWith('access-control')),
    ).toEqual([]);
    expect(server.readJournal()).toEqual([]);
  },
);

test('a connection that never finishes its request is ended, and so is one that never begins', async () => {
  const answered = { status: 200, headers: {}, body: '' };
  const listener = createListener({ handle: () => answered, patienceMs: 100 });
  const port = await listener.open(0);
  onTestFinished(() => listener.close());
  for (const begun of [
    '',
    'GET / HTTP/1.1\r\nHost: ',
    `POST / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 5\r\n\r\nab`,
  ]) {
    const socket = connect(port, '127.0.0.1');
    socket.resume();
    socket.write(begun);
    await once(socket, 'close');
  }
});

test('no more connections are held than a client needs', async () => {
  const listener = createListener({ handle: () => ({ status: 200, headers: {}, body: '' }) });
  const port = await listener.open(0);
  onTestFinished(() => listener.close());
  const sockets = Array.from({ length: 80 }, () =>
    connect(port, '127.0.0.1').on('error', () => undefined),
  );
  await Promise.race(sockets.map((socket) => once(socket, 'close')));
});
