import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as ask } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FaultServer } from '../server/fault-server.ts';

/** A certificate that a company would have installed in the system, and one for `localhost` that it has signed. */
export type Certificates = {
  readonly rootFile: string;
  readonly key: Buffer;
  readonly cert: Buffer;
};

/** Made for this test alone. */
export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'stint-certificates-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const make = (name: string, words: string) =>
    execFileSync(
      'openssl',
      `req -x509 -newkey rsa:2048 -nodes -days 2 -keyout ${name}.key -out ${name}.pem ${words}`.split(
        ' ',
      ),
      { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
  make('root', '-subj /CN=Company');
  const signed = '-CA root.pem -CAkey root.key -addext basicConstraints=critical,CA:FALSE';
  make('own', `-subj /CN=localhost -addext subjectAltName=DNS:localhost ${signed}`);
  const file = (name: string) => join(folder, name);
  return {
    rootFile: file('root.pem'),
    key: readFileSync(file('own.key')),
    cert: readFileSync(file('own.pem')),
  };
}

/** The same server by https, as whoever inspects a company's connections answers for it; its address. */
export async function overHttps(
  server: FaultServer,
  { key, cert }: Certificates,
): Promise<{ readonly baseUrl: string }> {
  const { host, port, pathname } = new URL(server.account.baseUrl);
  const front = createServer({ key, cert }, (incoming, answer) => {
    const { method, url } = incoming;
    // It answers to nobody who thinks that it is somebody else.
    const headers = { ...incoming.headers, host };
    const there = ask({ host: '127.0.0.1', port, method, path: url, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    there.on('error', () => answer.destroy());
    incoming.pipe(there);
  });
  onTestFinished(() => front.closeAllConnections());
  return { baseUrl: `https://localhost:${await freePortOf(front)}${pathname}` };
}

/** Listens on this computer alone, until the test is over. */
export async function freePortOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
