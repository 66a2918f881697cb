import type { z } from 'zod';
import type { RequestLimits } from '../../app/focus-api.ts';
import type { FocusAnswer, FocusError } from '../../domain/focus.ts';
import { createBatches, type Batches } from './batches.ts';
import { BodyCut, chunksOf, orAborted, readBody } from './body.ts';
import { failed, noAnswer, unreadable } from './errors.ts';
import type { FetchResponse } from './fetch-port.ts';
import { readQuota } from './headers.ts';
import { createJsonElements, UnreadableList } from './json-elements.ts';
import type { Ask, Line, Request } from './line.ts';
import { outcomeOf, wrongShape, type Outcome } from './outcome.ts';
import { watchStalls, type StallWatch } from './stall-watch.ts';
import { listOf } from './wire-lists.ts';

/** A request whose answer is a list that may be longer than memory should hold. */
export type ListCall<T> = Request & {
  readonly element: z.ZodType<T>;
  readonly onBatch: (elements: readonly T[]) => void;
  readonly signal: AbortSignal;
};

/** The value is the number of elements. */
export type ReadList = <T>(call: ListCall<T>) => Promise<FocusAnswer<number>>;

const BATCH = 500;
const MOST_ELEMENT_BYTES = 1024 * 1024;

/**
 * Reads a root array element by element. `limits.timeout` is the longest silence; `limits.maxBytes`
 * is for answers of any other form, which are read as a whole. Throws only what `onBatch` throws.
 */
export function createReadList(line: Line, limits: RequestLimits): ReadList {
  return (call) =>
    line(async (ask) => {
      const watch = watchStalls(limits.timeout, call.signal);
      try {
        return await exchange(call, ask, { limits, watch });
      } finally {
        watch.end();
      }
    });
}

type Surroundings = { readonly limits: RequestLimits; readonly watch: StallWatch };

async function exchange<T>(
  call: ListCall<T>,
  ask: Ask,
  around: Surroundings,
): Promise<FocusAnswer<number>> {
  const { signal } = around.watch;
  let response: FetchResponse;
  try {
    signal.throwIfAborted();
    response = await orAborted(ask(call, signal), signal);
  } catch (thrown) {
    return { ok: false, error: failed(thrown), quota: undefined };
  }
  return { ...(await readAnswer(call, response, around)), quota: readQuota(response.headers) };
}

async function readAnswer<T>(
  call: ListCall<T>,
  response: FetchResponse,
  { limits, watch }: Surroundings,
): Promise<Outcome<number>> {
  const { status } = response;
  const { signal } = watch;
  const chunks = chunksOf(response, signal, () => watch.heard());
  const batches = createBatches<T>(BATCH, (batch) => {
    if (signal.aborted) throw new BodyCut(signal.reason);
    call.onBatch(batch);
  });
  try {
    const begin = status < 300 ? (await chunks.next()).value : undefined;
    if (begin !== undefined && beginsAsList(begin)) {
      await readElements(begin, chunks, { element: call.element, batches });
    } else {
      const body = await readBody(chunks, limits.maxBytes, begin);
      const outcome = outcomeOf(response, body, listOf(call.element));
      if (!outcome.ok) return outcome;
      for (const element of outcome.value) batches.add(element);
    }
    return { ok: true, value: batches.end() };
  } catch (thrown) {
    return { ok: false, error: errorOf(thrown, status) };
  } finally {
    await chunks.return(undefined);
  }
}

function beginsAsList(begin: Uint8Array): boolean {
  return /^\s*\[/.test(Buffer.from(begin).toString('latin1', 0, 100));
}

type Sink<T> = { readonly element: z.ZodType<T>; readonly batches: Batches<T> };

async function readElements<T>(
  begin: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
  { element, batches }: Sink<T>,
): Promise<void> {
  const elements = await createJsonElements(MOST_ELEMENT_BYTES);
  const take = (chunk: Uint8Array): void => {
    for (const value of elements.push(chunk)) {
      const read = element.safeParse(value);
      if (!read.success) throw new UnreadableList(wrongShape(read.error, [batches.count()]));
      batches.add(read.data);
    }
  };
  take(begin);
  for await (const chunk of rest) take(chunk);
  if (!elements.isComplete()) throw new BodyCut('the list broke off');
}

function errorOf(thrown: unknown, status: number): FocusError {
  if (thrown instanceof BodyCut) return noAnswer(thrown.message);
  if (thrown instanceof UnreadableList) return unreadable(status, thrown.message);
  throw thrown;
}
