import { createServer, request as forward, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { FaultServer } from './fault-server.ts';
import { startPrismProxy } from './prism-proxy.ts';

/** A server whose every request and answer is checked against Toggl's own description. */
export type WatchedServer = FaultServer & {
  /** What broke the description so far, with the request that did. */
  violations(): readonly string[];
};

/** The same server for an app that shows its answers to nobody: Prism stands before it, and this before Prism. */
export async function watch(server: FaultServer): Promise<WatchedServer> {
  const prism = await startPrismProxy(server.account.baseUrl);
  onTestFinished(() => prism.stop());
  const found: string[] = [];
  const relay = createServer((incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming;
    const onward = forward(`${prism.baseUrl}${url}`, { method, headers }, (answer) => {
      found.push(...violationsOf(answer).map((violation) => `${method} ${url}: ${violation}`));
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  const port = await listen(relay, 0);
  const shut = (): void => {
    relay.closeAllConnections();
    relay.close();
  };
  onTestFinished(shut);
  return {
    ...server,
    account: { ...server.account, baseUrl: `http://127.0.0.1:${port}` },
    // Prism would answer in the place of a server that is down.
    down() {
      shut();
      return Promise.resolve();
    },
    async up() {
      await listen(relay, port);
    },
    violations: () => found,
  };
}

function violationsOf({ headers }: IncomingMessage): readonly string[] {
  const header = headers['sl-violations'];
  return header === undefined ? [] : [header].flat();
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
