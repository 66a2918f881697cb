import type { ApiRequest, ApiResponse } from '../../../src-main/demo/focus-without-network.ts';
import type { Exchange } from '../../../src-main/demo/http-listener.ts';

/** What becomes of one request. Whether it was carried out is the fault's to say: by `apply`, or not at all. */
export type Fault = (exchange: Exchange) => void;

export type Answer = {
  readonly headers?: Readonly<Record<string, string>>;
  /** A value is sent as JSON, a text as it is. Left out: an error in the shape of Toggl Focus. */
  readonly body?: unknown;
};

const bodyOf = (status: number, body: unknown) => {
  if (typeof body === 'string') return body;
  const error = { error: `fault_${status}`, error_description: 'made by a test', trace_id: 'f0' };
  return JSON.stringify(body ?? error);
};

/** The connection ends and the request was never carried out. */
export const dropBeforeApply: Fault = ({ raw }) => raw.destroy();

/** The request is carried out and its answer is lost. */
export const applyThenDrop: Fault = ({ apply, raw }) => {
  apply();
  raw.destroy();
};

/** Answers without carrying the request out; no quota headers but those given. */
export function answer(status: number, { headers = {}, body }: Answer = {}): Fault {
  return ({ send }) =>
    send({
      status,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: bodyOf(status, body),
    });
}

/** Carries the request out and answers something else. */
export function applyThenAnswer(status: number, how: Answer = {}): Fault {
  return (exchange) => {
    exchange.apply();
    answer(status, how)(exchange);
  };
}

/** 402 with no request left for so many seconds. */
export function quotaSpent(resetsIn: number): Fault {
  return answer(402, {
    headers: { 'X-Toggl-Quota-Remaining': '0', 'X-Toggl-Quota-Resets-In': String(resetsIn) },
    body: { error: 'quota_exceeded', error_description: 'the request quota is spent' },
  });
}

/** A page of a captive portal or a proxy, with status 200. The request was not carried out. */
export const html: Fault = answer(200, {
  headers: { 'Content-Type': 'text/html' },
  body: '<!doctype html><title>Sign in to this network</title>',
});

/** Valid JSON of so many bytes. The request was not carried out. */
export function hugeBody(bytes: number): Fault {
  return answer(200, { body: JSON.stringify('x'.repeat(bytes - 2)) });
}

/** Sends the client elsewhere. The request was not carried out. */
export function redirect(location: string, status = 302): Fault {
  return answer(status, { headers: { Location: location }, body: '' });
}

/** Carries the request out; half of the answer comes through. Use it on requests that have a body to cut. */
export const truncated: Fault = ({ apply, raw }) => {
  const { status, headers, body } = apply();
  raw.writeHead(status, { ...headers, 'Content-Length': String(Buffer.byteLength(body)) });
  raw.write(body.slice(0, body.length / 2), () => raw.destroy());
};

/** Carries the request out and changes the answer on its way. */
export function rewritten(change: (response: ApiResponse) => ApiResponse): Fault {
  return ({ apply, send }) => send(change(apply()));
}

/** A good answer whose quota headers some proxy took away. */
export const withoutQuota: Fault = rewritten(({ headers, ...response }) => ({
  ...response,
  headers: Object.fromEntries(
    Object.entries(headers).filter(([name]) => !name.startsWith('X-Toggl-Quota')),
  ),
}));

/** Answers as always, so many milliseconds late. */
export function delay(ms: number): Fault {
  return ({ apply, send }) => {
    setTimeout(() => send(apply()), ms);
  };
}

export type Stall = {
  readonly fault: Fault;
  /** Settles once a request hangs in it. */
  readonly arrived: Promise<ApiRequest>;
  /** Lets the hanging request, and those to come, be carried out and answered. */
  release(): void;
};

/** A request hangs, not carried out, until it is released. */
export function stall(): Stall {
  let release: () => void = () => undefined;
  let arrive: (request: ApiRequest) => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const arrived = new Promise<ApiRequest>((resolve) => {
    arrive = resolve;
  });
  return {
    fault({ request, apply, send }) {
      arrive(request);
      void released.then(() => send(apply()));
    },
    arrived,
    release: () => release(),
  };
}
