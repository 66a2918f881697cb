import type { z } from 'zod';
import type { RequestLimits } from '../../../app/ports/focus-api.ts';
import type { FocusAnswer } from '../../../domain/focus-types.ts';
import { WrongShape, wrongShape } from './failure-to-focus-error.ts';
import { exchange, type Patience, type ReadSuccess } from './send-and-read-answer.ts';
import type { AuthorizedRequest, Request } from './authorized-request.ts';
import { parseJson, readJson } from '../json/read-json-body-in-slices.ts';

/** One request and how to read its answer. */
export type Call<T> = Request & {
  /** Gets the parsed JSON of a 2xx, `undefined` for an empty body. */
  readonly answer: z.ZodType<T>;
  /** With this status an empty body is a success; with any other it says nothing. */
  readonly emptyWith?: 201 | 204;
};

export type Send = <T>(call: Call<T>) => Promise<FocusAnswer<T>>;

/** Sends one request and reads its whole answer, a single object. Never throws. */
export function createSend(authorized: AuthorizedRequest, limits: RequestLimits): Send {
  return (call) =>
    authorized((ask, withoutSecret) =>
      within(limits, (patience) => {
        const read = readWhole(call, limits.maxBytes);
        return exchange(ask, call, patience, async (status, chunks) =>
          withoutSecret(await read(status, chunks)),
        );
      }),
    );
}

/** Gives the work up when the time is over, whatever it has reached by then. */
export async function within<T>(
  limits: RequestLimits,
  work: (patience: Patience) => Promise<T>,
): Promise<T> {
  const time = new AbortController();
  const timer = setTimeout(() => {
    time.abort(new Error(`no complete answer within ${limits.timeout} seconds`));
  }, limits.timeout * 1000);
  try {
    return await work({ signal: time.signal });
  } finally {
    clearTimeout(timer);
    // `net.fetch` keeps the connection of a body that was only cancelled, because it was too large.
    time.abort();
  }
}

function readWhole<T>({ answer, emptyWith }: Call<T>, bytes: number): ReadSuccess<T> {
  return async (status, chunks) => {
    const text = await readJson(chunks, { bytes, restBytes: bytes, items: 0, itemBytes: 0 });
    const json = parseJson(text);
    if (json === undefined && status !== emptyWith) throw new WrongShape('no body');
    const read = answer.safeParse(json);
    if (!read.success) throw wrongShape(read.error);
    return read.data;
  };
}
