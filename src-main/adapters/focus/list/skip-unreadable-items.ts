import { z } from 'zod';
import type { LeftOut, ListFacts } from '../../../domain/focus-types.ts';
import { WrongShape } from '../request/failure-to-focus-error.ts';
import type { Item } from '../json/split-json-stream.ts';
import { parseJson } from '../json/read-json-body-in-slices.ts';
import { id, instant } from '../wire/absent-odd-and-long-fields.ts';

export type ListItems = {
  take(item: Item): void;
  readonly leftOut: readonly LeftOut[];
};

/** Single items may be odd; a list of such items is nobody's. */
const MOST_LEFT_OUT = 1_000;

const UNKNOWN: LeftOut = { id: undefined, startAt: undefined };
const trace = z.object({ id: id.optional().catch(undefined), start: z.unknown().optional() });

/**
 * Reads items one by one. One that cannot be read is left out and noted; something that is no object
 * at all makes the whole list nobody's.
 */
export function createListItems<T>(shape: z.ZodType<T>, onItem: (item: T) => void): ListItems {
  const leftOut: LeftOut[] = [];
  let count = 0;
  return {
    leftOut,
    take(item) {
      const value = item === undefined ? undefined : parseJson(item.toString('utf8'));
      if (item !== undefined && !isObject(value)) {
        throw new WrongShape(`not the expected shape at: ${count + leftOut.length}`);
      }
      const read = shape.safeParse(value);
      if (!read.success) {
        leftOut.push(traceOf(value));
        if (leftOut.length > MOST_LEFT_OUT) throw new WrongShape('more odd items than any list');
        return;
      }
      count += 1;
      onItem(read.data);
    },
  };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function traceOf(value: unknown): LeftOut {
  const { data } = trace.safeParse(value);
  return data === undefined ? UNKNOWN : { id: data.id, startAt: startIn(data.start) };
}

/** What is planned has none, and is told apart from one that nobody can read. */
function startIn(start: unknown): LeftOut['startAt'] {
  const read = instant.safeParse(start);
  return read.success ? (read.data ?? 'absent') : undefined;
}

const pageNumber = z.int().positive().optional().catch(undefined);

const envelope = z.object({
  data: z.array(z.unknown()).max(0).nullish(),
  items: z.array(z.unknown()).max(0).nullish(),
  page: pageNumber,
  per_page: pageNumber,
});

export type Around = Pick<ListFacts, 'isList'> & {
  readonly page: number | undefined;
  readonly perPage: number | undefined;
};

/** What stands around the items: a root array as documented, an envelope, or null. */
export function readAround(text: string): Around {
  const rest = parseJson(text);
  if (rest === undefined) throw new WrongShape('no body');
  const nothing = { page: undefined, perPage: undefined };
  if (rest === null || Array.isArray(rest)) return { ...nothing, isList: rest !== null };
  const { data } = envelope.safeParse(rest);
  const list = data?.data ?? data?.items;
  if (data === undefined || (data.data === undefined && data.items === undefined)) {
    throw new WrongShape('not the expected shape at: its root');
  }
  return { isList: Array.isArray(list), page: data.page, perPage: data.per_page };
}
