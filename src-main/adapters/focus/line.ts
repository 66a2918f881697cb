import type { FocusAccount } from '../../app/focus-api.ts';
import type { FocusAnswer, FocusError } from '../../domain/focus.ts';
import { authorize, type Authorization } from './authorization.ts';
import { notSent } from './errors.ts';
import type { Fetch, FetchInit, FetchResponse, Method } from './fetch-port.ts';

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export type Request = {
  readonly method: Method;
  /** From the base address on, with a slash at its start. */
  readonly path: string;
  readonly query?: Query | undefined;
  /** Sent as JSON; fields that are undefined stay out. */
  readonly body?: unknown;
};

/** Sends one request with the account's credential; rejects as `fetch` does. */
export type Ask = (request: Request, signal: AbortSignal) => Promise<FetchResponse>;

/** Holds one exchange with the account's server; whatever comes of it never tells the credential. */
export type Line = <T>(exchange: (ask: Ask) => Promise<FocusAnswer<T>>) => Promise<FocusAnswer<T>>;

const LONGEST_TEXT = 300;

export function createLine(fetch: Fetch, account: FocusAccount): Line {
  const authorization = authorize(account.credential);
  const { header } = authorization;
  if (header === undefined) {
    const error = notSent('the API key has characters that no request can carry');
    return () => Promise.resolve({ ok: false, error, quota: undefined });
  }
  return async (exchange) => {
    const answer = await exchange((request, signal) =>
      fetch(addressOf(account, request), initOf(request, header, signal)),
    );
    return answer.ok ? answer : { ...answer, error: redacted(answer.error, authorization) };
  };
}

function addressOf(account: FocusAccount, { path, query = {} }: Request): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return `${account.baseUrl}${path}${search.size > 0 ? '?' : ''}${search.toString()}`;
}

function initOf(request: Request, authorization: string, signal: AbortSignal): FetchInit {
  return {
    method: request.method,
    headers: {
      Authorization: authorization,
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'User-Agent': 'Stint',
      // Chromium sends a request again by itself when a connection that was used before breaks.
      Connection: 'close',
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'manual',
    signal,
  };
}

/** Redacted before it is shortened: half a key would no longer be recognised. */
function redacted(error: FocusError, authorization: Authorization): FocusError {
  const clean = (text: string): string => authorization.redact(text).slice(0, LONGEST_TEXT);
  if (error.kind !== 'answered') return { ...error, detail: clean(error.detail) };
  return {
    ...error,
    code: error.code === undefined ? undefined : clean(error.code),
    reason: clean(error.reason),
    requiredFields: error.requiredFields.map(clean),
    traceId: error.traceId === undefined ? undefined : clean(error.traceId),
  };
}
