import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import {
  createConnectFocus,
  type ConnectFocusOptions,
} from '../../../src-main/adapters/focus/client.ts';
import type { FocusAccount, FocusApi } from '../../../src-main/app/ports/focus-api.ts';

export type Arrival = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
};

export type Respond = (response: ServerResponse, arrival: Arrival) => void;

export type WireServer = {
  readonly origin: string;
  readonly arrivals: Arrival[];
  /** A client of this server, in organization 7 and workspace 9. */
  client(change?: Partial<FocusAccount>, limits?: ConnectFocusOptions['limits']): FocusApi;
};

export const KEY = 'toggl_sk_0123456789abcdef0123456789abcdef';

/** A real HTTP server that answers what the test says, byte by byte where it wants; closed with the test. */
export async function openWireServer(respond: Respond): Promise<WireServer> {
  const arrivals: Arrival[] = [];
  const server = createServer((request, response) => {
    void read(request).then((arrival) => {
      arrivals.push(arrival);
      respond(response, arrival);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    arrivals,
    client: (change, limits) => connectTo(`${origin}/api`, change, limits),
  };
}

export function connectTo(
  baseUrl: string,
  change: Partial<FocusAccount> = {},
  limits: ConnectFocusOptions['limits'] = {},
): FocusApi {
  const credential = { kind: 'key', key: KEY } as const;
  const account = { baseUrl, organizationId: 7, workspaceId: 9, credential };
  return createConnectFocus({ fetch, limits })({ ...account, ...change });
}

/** A port of this machine on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

export function answering(
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Respond {
  return (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

async function read(request: IncomingMessage): Promise<Arrival> {
  const url = new URL(request.url ?? '', 'http://localhost');
  const sent = await text(request);
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    body: sent === '' ? undefined : JSON.parse(sent),
  };
}
