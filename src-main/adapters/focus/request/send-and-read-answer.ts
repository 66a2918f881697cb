import type { FocusAnswer } from '../../../domain/focus-types.ts';
import { MOST_ERROR_BYTES } from '../timeouts-and-size-limits.ts';
import { chunksOf, orAborted } from '../transport/body-chunks-until-cut.ts';
import { readBody } from '../transport/read-error-body.ts';
import { answered, failed, foreign, misread } from './failure-to-focus-error.ts';
import type { FetchResponse } from '../transport/fetch-port.ts';
import { readQuota } from '../transport/quota-and-retry-headers.ts';
import type { Ask, Request } from './authorized-request.ts';

export type ExchangeResult<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly error: Extract<FocusAnswer<T>, { readonly ok: false }>['error'];
    };

/** Reads the body of an answer with a status of success; throws for one that is not as it should be. */
export type ReadSuccess<T> = (status: number, chunks: AsyncIterable<Uint8Array>) => Promise<T>;

export type Patience = {
  readonly signal: AbortSignal;
  /** Called as bytes arrive. */
  readonly heard?: () => void;
};

/** One request and its answer. Throws only what is no fault of the answer; never follows a redirect. */
export async function exchange<T>(
  ask: Ask,
  request: Request,
  { signal, heard }: Patience,
  read: ReadSuccess<T>,
): Promise<FocusAnswer<T>> {
  let response: FetchResponse;
  try {
    signal.throwIfAborted();
    response = await orAborted(ask(request, signal), signal);
  } catch (thrown) {
    return { ok: false, error: failed(thrown), quota: undefined };
  }
  const chunks = chunksOf(response, signal, heard);
  try {
    const exchangeResult = await readAnswer(response, chunks, read);
    const isToggls = exchangeResult.ok || exchangeResult.error.kind === 'answered';
    return { ...exchangeResult, quota: isToggls ? readQuota(response.headers) : undefined };
  } finally {
    await chunks.return(undefined);
  }
}

async function readAnswer<T>(
  response: FetchResponse,
  chunks: AsyncIterable<Uint8Array>,
  read: ReadSuccess<T>,
): Promise<ExchangeResult<T>> {
  const { status, headers } = response;
  if (status >= 400) {
    const body = await readBody(chunks, MOST_ERROR_BYTES);
    return { ok: false, error: answered(response, body) };
  }
  if (status >= 300) return { ok: false, error: foreign(status, 'a redirect', headers) };
  try {
    return { ok: true, value: await read(status, chunks) };
  } catch (thrown) {
    return { ok: false, error: misread(thrown, status) };
  }
}
