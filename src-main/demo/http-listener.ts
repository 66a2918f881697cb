import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MOST_BYTES, refusalOfHead, tooLarge } from './refuse-by-headers.ts';
import type { ApiRequest, ApiResponse } from './focus-without-network.ts';

/** One request on its way: what comes of it is the exchange's to say. */
export type Exchange = {
  readonly request: ApiRequest;
  /** Carries the request out. */
  readonly apply: () => ApiResponse;
  readonly send: (response: ApiResponse) => void;
  /** For those who answer with anything, or with nothing. */
  readonly raw: ServerResponse;
};

export type ListenerOptions = {
  readonly handle: (request: ApiRequest) => ApiResponse;
  /** Refuses a request whose body is not worth reading; undefined lets it in. Left out, each is let in. */
  readonly admit?: ((authorization: string | undefined) => ApiResponse | undefined) | undefined;
  /** Stands between the wire and the server: a test may lose, delay or forge here. Left out, requests are just answered. */
  readonly intercept?: ((exchange: Exchange) => void) | undefined;
  /** How long a request may take to arrive, headers and body each. */
  readonly patienceMs?: number | undefined;
};

export type Listener = {
  /** On the loopback address; port 0 takes any free one. Rejects where the port is taken. */
  open(port: number): Promise<number>;
  /** Ends every connection, too. */
  close(): Promise<void>;
};

/** A client of Stint's kind has one request out at a time, and a few behind it at the most. */
const MOST_CONNECTIONS = 64;
const PATIENCE_MS = 10_000;
const MOST_PASSED_BY = 4 * MOST_BYTES;

/** Undefined where the body is larger than a request may be. */
async function readBody(message: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop must not end the connection: the answer is still to be given.
  const arriving = message.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of arriving) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(raw: ServerResponse, response: ApiResponse): void {
  raw.writeHead(response.status, response.headers);
  raw.end(response.body);
}

/**
 * Answers at once, and ends the connection when the rest of the request has gone by unread: a client
 * that is still sending would take an earlier end for a failure. What never ends is cut off.
 */
function refuse(
  message: IncomingMessage,
  raw: ServerResponse,
  { status, headers, body }: ApiResponse,
): void {
  let bytes = 0;
  message.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength;
    if (bytes > MOST_PASSED_BY) message.destroy();
  });
  message.on('end', () => raw.end());
  message.resume();
  raw.writeHead(status, {
    ...headers,
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  });
  raw.write(body);
}

/** Whoever sends nothing, or drop by drop, holds no connection for long. */
function timeLimits(patienceMs: number) {
  return {
    headersTimeout: patienceMs,
    requestTimeout: patienceMs,
    connectionsCheckingInterval: patienceMs,
  };
}

export function createListener(options: ListenerOptions): Listener {
  const { handle, admit, intercept, patienceMs = PATIENCE_MS } = options;

  async function receive(message: IncomingMessage, raw: ServerResponse): Promise<void> {
    const { authorization } = message.headers;
    const refused = refusalOfHead(message) ?? admit?.(authorization);
    if (refused !== undefined) {
      refuse(message, raw, refused);
      return;
    }
    const body = await readBody(message);
    if (body === undefined) {
      refuse(message, raw, tooLarge);
      return;
    }
    const { method = '', url = '' } = message;
    const request: ApiRequest = { method, url, authorization, body };
    const exchange: Exchange = {
      request,
      apply: () => handle(request),
      send: (response) => send(raw, response),
      raw,
    };
    if (intercept === undefined) exchange.send(exchange.apply());
    else intercept(exchange);
  }

  const server = createServer(timeLimits(patienceMs), (message, raw) => {
    receive(message, raw).catch(() => raw.destroy());
  });
  server.maxConnections = MOST_CONNECTIONS;
  return {
    async open(port) {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    },
    async close() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
