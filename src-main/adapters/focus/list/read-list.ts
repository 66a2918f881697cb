import type { z } from 'zod';
import type { FocusAnswer, ListFacts, Listing } from '../../../domain/focus-types.ts';
import { createBatches } from './gather-batches.ts';
import { BodyCut } from '../transport/body-chunks-until-cut.ts';
import { exchange, type ReadSuccess } from '../request/send-and-read-answer.ts';
import { within } from '../request/request-with-timeout.ts';
import type { AuthorizedRequest, Request } from '../request/authorized-request.ts';
import {
  createListItems,
  readAround,
  type Around,
  type ListItems,
} from './skip-unreadable-items.ts';
import { LIST_LIMITS, type ListLimits } from '../timeouts-and-size-limits.ts';
import { readJson, type JsonLimits } from '../json/read-json-body-in-slices.ts';
import { watchStalls } from '../request/stall-timeout.ts';

/** A request whose answer is a list. */
export type ListCall<T> = Request & { readonly item: z.ZodType<T> };

export type ReadList = <T>(
  call: ListCall<T>,
) => Promise<FocusAnswer<Listing<T> & Pick<Around, 'page' | 'perPage'>>>;

/** A request whose answer is a list that may be longer than memory should hold. */
export type BatchCall<T> = ListCall<T> & {
  readonly onBatch: (items: readonly T[]) => void;
  readonly signal: AbortSignal;
};

export type ReadBatches = <T>(
  call: BatchCall<T>,
) => Promise<FocusAnswer<ListFacts & { readonly count: number }>>;

/** Reads a list as a whole. Never throws. */
export function createReadList(authorized: AuthorizedRequest, limits: ListLimits): ReadList {
  return <T>(call: ListCall<T>) =>
    authorized((ask, withoutSecret) =>
      within(limits, (patience) => {
        const items: T[] = [];
        const list = createListItems(call.item, (item) => void items.push(withoutSecret(item)));
        return exchange(ask, call, patience, async (_status, chunks) => ({
          ...(await readInto(list, limits)(_status, chunks)),
          items,
        }));
      }),
    );
}

/**
 * Reads a list in batches, and keeps none of it. `limits.timeout` is the longest silence. Throws only
 * what `onBatch` throws.
 */
export function createReadBatches(authorized: AuthorizedRequest, limits: ListLimits): ReadBatches {
  return <T>(call: BatchCall<T>) =>
    authorized(async (ask, withoutSecret) => {
      const watch = watchStalls(
        { silence: limits.timeout, inAll: LIST_LIMITS.longestInAll },
        call.signal,
      );
      const { signal } = watch;
      const batches = createBatches<T>(LIST_LIMITS.batch, (batch) => {
        if (signal.aborted) throw new BodyCut(signal.reason);
        call.onBatch(batch);
      });
      const list = createListItems(call.item, (item) => batches.add(withoutSecret(item)));
      try {
        const patience = { signal, heard: () => watch.heard() };
        return await exchange(ask, call, patience, async (status, chunks) => {
          const { leftOut, isList } = await readInto(list, limits)(status, chunks);
          return { leftOut, isList, count: batches.end() };
        });
      } finally {
        watch.end();
      }
    });
}

function readInto(
  list: ListItems,
  { maxBytes, maxItems }: ListLimits,
): ReadSuccess<ListFacts & Around> {
  const limits: JsonLimits = {
    bytes: maxBytes,
    items: maxItems,
    itemBytes: LIST_LIMITS.itemBytes,
    restBytes: LIST_LIMITS.restBytes,
  };
  return async (_status, chunks) => {
    const text = await readJson(chunks, limits, (item) => list.take(item));
    return { ...readAround(text), leftOut: list.leftOut };
  };
}
