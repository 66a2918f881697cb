import type { z } from 'zod';
import type { FocusAccount, RequestLimits } from '../../app/focus-api.ts';
import type { FocusAnswer, FocusError } from '../../domain/focus.ts';
import { authorize, type Authorization } from './authorization.ts';
import { orAborted, readBody, type BodyRead } from './body.ts';
import { answered, failed, noAnswer, notSent, unreadable } from './errors.ts';
import type { Fetch, FetchInit, FetchResponse, Method } from './fetch-port.ts';
import { readQuota } from './headers.ts';

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** One request and how to read its answer. */
export type Call<T> = {
  readonly method: Method;
  /** From the base address on, with a slash at its start. */
  readonly path: string;
  readonly query?: Query | undefined;
  /** Sent as JSON; fields that are undefined stay out. */
  readonly body?: unknown;
  readonly size: 'small' | 'stream';
  /** Gets the parsed JSON of a 2xx, `undefined` for an empty body. */
  readonly answer: z.ZodType<T>;
};

export type Send = <T>(call: Call<T>) => Promise<FocusAnswer<T>>;

export type FocusLimits = Readonly<Record<Call<unknown>['size'], RequestLimits>>;

/** Sends one request for the account. Never throws, never follows a redirect, never tells the credential. */
export function createSend(fetch: Fetch, limits: FocusLimits, account: FocusAccount): Send {
  const authorization = authorize(account.credential);
  return async (call) => {
    const { header } = authorization;
    if (header === undefined) {
      const error = notSent('the API key has characters that no request can carry');
      return { ok: false, error, quota: undefined };
    }
    const answer = await exchange(call, {
      fetch: (signal) => fetch(addressOf(account, call), initOf(call, header, signal)),
      limits: limits[call.size],
    });
    return answer.ok ? answer : { ...answer, error: redacted(answer.error, authorization) };
  };
}

const LONGEST_TEXT = 300;

type Exchange = {
  readonly fetch: (signal: AbortSignal) => Promise<FetchResponse>;
  readonly limits: RequestLimits;
};

async function exchange<T>(call: Call<T>, { fetch, limits }: Exchange): Promise<FocusAnswer<T>> {
  const time = new AbortController();
  const timer = setTimeout(() => {
    time.abort(new Error(`no complete answer within ${limits.timeout} seconds`));
  }, limits.timeout * 1000);
  try {
    const response = await orAborted(fetch(time.signal), time.signal);
    const body = await readBody(response, limits.maxBytes, time.signal);
    return { ...outcome(call, response, body), quota: readQuota(response.headers) };
  } catch (thrown) {
    return { ok: false, error: failed(thrown), quota: undefined };
  } finally {
    clearTimeout(timer);
  }
}

type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: FocusError };

function outcome<T>(call: Call<T>, response: FetchResponse, body: BodyRead): Outcome<T> {
  const { status } = response;
  if (status >= 400) return { ok: false, error: answered(response, body) };
  if (status >= 300) return { ok: false, error: unreadable(status, 'a redirect') };
  if (body.state === 'cut') return { ok: false, error: noAnswer(body.detail) };
  if (body.state === 'too-large') return { ok: false, error: unreadable(status, 'too large') };
  const json = parseJson(body.text);
  if (json === undefined) return { ok: false, error: unreadable(status, 'not JSON') };
  const read = call.answer.safeParse(json.value);
  if (read.success) return { ok: true, value: read.data };
  const places = read.error.issues.map((issue) => issue.path.join('.') || 'its root').slice(0, 5);
  return {
    ok: false,
    error: unreadable(status, `not the expected shape at: ${places.join(', ')}`),
  };
}

/** An empty body is the value `undefined`; undefined itself means that the text is not JSON. */
function parseJson(text: string): { readonly value: unknown } | undefined {
  if (text.trim() === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function addressOf(account: FocusAccount, { path, query = {} }: Call<unknown>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return `${account.baseUrl}${path}${search.size > 0 ? '?' : ''}${search.toString()}`;
}

function initOf(call: Call<unknown>, authorization: string, signal: AbortSignal): FetchInit {
  return {
    method: call.method,
    headers: {
      Authorization: authorization,
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'User-Agent': 'Stint',
      // Chromium sends a request again by itself when a connection that was used before breaks.
      Connection: 'close',
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
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
