import { BodyCut } from '../transport/body-chunks-until-cut.ts';
import {
  createJsonSieve,
  NotJson,
  TooLarge,
  type Item,
  type SieveLimits,
} from './split-json-stream.ts';
import { createPace } from './pause-between-slices.ts';

export type JsonLimits = SieveLimits & {
  /** Bytes of the whole answer, after decompression. */
  readonly bytes: number;
};

/** So much is looked at before anybody asks whether it takes long. */
const PIECE_BYTES = 64 * 1024;

/**
 * Reads an answer in slices, however much arrives at once, and hands its items over one by one; the
 * value is the text around them. Throws a `BodyCut`, `NotJson`, `TooLarge`, and what `onItem` throws.
 */
export async function readJson(
  chunks: AsyncIterable<Uint8Array>,
  limits: JsonLimits,
  onItem?: (item: Item) => void,
): Promise<string> {
  const sieve = createJsonSieve(limits, onItem !== undefined);
  const pace = createPace();
  let bytes = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.byteLength; from += PIECE_BYTES) {
      for (const item of sieve.push(chunk.subarray(from, from + PIECE_BYTES))) {
        onItem?.(item);
        if (pace.isDue()) await pace.rest();
      }
      if (pace.isDue()) await pace.rest();
    }
    bytes += chunk.byteLength;
    if (bytes > limits.bytes) throw new TooLarge();
  }
  if (sieve.isOpen()) throw new BodyCut('the list broke off');
  return sieve.rest();
}

/** Undefined for a text without a word in it. Throws `NotJson`. */
export function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new NotJson();
  }
}
