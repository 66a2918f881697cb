import type { FocusAccount } from '../../../app/ports/focus-api.ts';
import type { FocusAnswer, FocusError } from '../../../domain/focus-types.ts';
import { authorize, type Authorization } from './authorization-header.ts';
import { notSent } from './failure-to-focus-error.ts';
import type { Fetch, FetchInit, FetchResponse, Method } from '../transport/fetch-port.ts';
import type { WithoutSecret } from './hide-secret-in-answer.ts';

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

/**
 * One request to the account's server and its answer; a failure that comes of it never tells the credential,
 * and what is read of an answer goes through `withoutSecret`.
 */
export type AuthorizedRequest = <T>(
  exchange: (ask: Ask, withoutSecret: WithoutSecret) => Promise<FocusAnswer<T>>,
) => Promise<FocusAnswer<T>>;

const LONGEST_TEXT = 300;
/** Of a longer one no more is read; at its end half a secret may stand, in however long a form. */
const MOST_READ = 10_000;
const LONGEST_FORM = 1000;

export function createAuthorizedRequest(fetch: Fetch, account: FocusAccount): AuthorizedRequest {
  const authorization = authorize(account.credential);
  const { header } = authorization;
  if (header === undefined) {
    const error = notSent('the API key has characters that no request can carry');
    return () => Promise.resolve({ ok: false, error, quota: undefined });
  }
  return async (exchange) => {
    const ask: Ask = (request, signal) =>
      fetch(addressOf(account, request), initOf(request, header, signal));
    const answer = await exchange(ask, authorization.withoutSecret);
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
  const clean = (text: string): string => {
    const read = authorization.redact(text.slice(0, MOST_READ));
    return (text.length > MOST_READ ? read.slice(0, -LONGEST_FORM) : read).slice(0, LONGEST_TEXT);
  };
  if (error.kind !== 'answered') return { ...error, detail: clean(error.detail) };
  return {
    ...error,
    code: error.code === undefined ? undefined : clean(error.code),
    reason: clean(error.reason),
    requiredFields: error.requiredFields.map(clean),
    traceId: error.traceId === undefined ? undefined : clean(error.traceId),
  };
}
