import type { IncomingMessage } from 'node:http';
import type { ApiResponse } from './focus-without-network.ts';

/** Bytes that a request may carry. */
export const MOST_BYTES = 1_048_576;

function refusal(status: number, error: string, error_description: string): ApiResponse {
  return {
    status,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ error, error_description }),
  };
}

export const tooLarge = refusal(
  413,
  'payload_too_large',
  `a request may carry ${MOST_BYTES} bytes`,
);
const foreign = refusal(403, 'forbidden', 'this server answers programs of this computer alone');

/** A name that somebody pointed at this computer is not its own: with one, a web page would be of the same origin. */
function isOwnName(message: IncomingMessage): boolean {
  const { host = '' } = message.headers;
  const { localPort } = message.socket;
  return [`127.0.0.1:${localPort}`, `localhost:${localPort}`].includes(host.toLowerCase());
}

/** What the headers alone forbid. Only pages send an Origin, and none of them is to reach this server. */
export function refusalOfHead(message: IncomingMessage): ApiResponse | undefined {
  if (message.headers.origin !== undefined || !isOwnName(message)) return foreign;
  return Number(message.headers['content-length'] ?? 0) > MOST_BYTES ? tooLarge : undefined;
}
