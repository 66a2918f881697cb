import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApiRequest, ApiResponse } from './focus.ts';

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
  /** Stands between the wire and the server: a test may lose, delay or forge here. Left out, requests are just answered. */
  readonly intercept?: ((exchange: Exchange) => void) | undefined;
};

export type Listener = {
  /** On the loopback address; port 0 takes any free one. Rejects where the port is taken. */
  open(port: number): Promise<number>;
  /** Ends every connection, too. */
  close(): Promise<void>;
};

const MOST_BYTES = 1_048_576;

const tooLarge: ApiResponse = {
  status: 413,
  headers: { 'Content-Type': 'application/json', Connection: 'close' },
  body: JSON.stringify({
    error: 'payload_too_large',
    error_description: `a request may carry ${MOST_BYTES} bytes`,
  }),
};

/** Undefined where the body is larger than a request may be. */
async function readBody(message: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
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

export function createListener({ handle, intercept }: ListenerOptions): Listener {
  async function receive(message: IncomingMessage, raw: ServerResponse): Promise<void> {
    const body = await readBody(message);
    if (body === undefined) {
      send(raw, tooLarge);
      return;
    }
    const request: ApiRequest = {
      method: message.method ?? '',
      url: message.url ?? '',
      authorization: message.headers.authorization,
      body,
    };
    const exchange: Exchange = {
      request,
      apply: () => handle(request),
      send: (response) => send(raw, response),
      raw,
    };
    if (intercept === undefined) {
      exchange.send(exchange.apply());
    } else {
      intercept(exchange);
    }
  }

  const server = createServer((message, raw) => {
    receive(message, raw).catch(() => raw.destroy());
  });
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
