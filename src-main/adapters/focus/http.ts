import type { z } from 'zod';
import type { RequestLimits } from '../../app/focus-api.ts';
import type { FocusAnswer } from '../../domain/focus.ts';
import { chunksOf, orAborted, readBody } from './body.ts';
import { failed } from './errors.ts';
import { readQuota } from './headers.ts';
import type { Ask, Line, Request } from './line.ts';
import { outcomeOf } from './outcome.ts';

/** One request and how to read its answer. */
export type Call<T> = Request & {
  readonly size: 'small' | 'stream';
  /** Gets the parsed JSON of a 2xx, `undefined` for an empty body. */
  readonly answer: z.ZodType<T>;
};

export type Send = <T>(call: Call<T>) => Promise<FocusAnswer<T>>;

export type FocusLimits = Readonly<Record<Call<unknown>['size'], RequestLimits>>;

/** Sends one request and reads its whole answer. Never throws, never follows a redirect. */
export function createSend(line: Line, limits: FocusLimits): Send {
  return (call) => line((ask) => exchange(call, ask, limits[call.size]));
}

async function exchange<T>(
  call: Call<T>,
  ask: Ask,
  limits: RequestLimits,
): Promise<FocusAnswer<T>> {
  const time = new AbortController();
  const timer = setTimeout(() => {
    time.abort(new Error(`no complete answer within ${limits.timeout} seconds`));
  }, limits.timeout * 1000);
  try {
    const response = await orAborted(ask(call, time.signal), time.signal);
    const body = await readBody(chunksOf(response, time.signal), limits.maxBytes);
    return { ...outcomeOf(response, body, call.answer), quota: readQuota(response.headers) };
  } catch (thrown) {
    return { ok: false, error: failed(thrown), quota: undefined };
  } finally {
    clearTimeout(timer);
    // `net.fetch` keeps the connection of a body that was only cancelled, because it was too large.
    time.abort();
  }
}
