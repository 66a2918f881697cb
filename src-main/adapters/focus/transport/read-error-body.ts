import { BodyCut } from './body-chunks-until-cut.ts';

export type BodyRead =
  | { readonly state: 'whole'; readonly text: string }
  | { readonly state: 'too-large' }
  | { readonly state: 'cut'; readonly detail: string };

/** Reads a body, of which `begin` is here already, as UTF-8 up to `maxBytes` (after decompression). */
export async function readBody(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  begin?: Uint8Array,
): Promise<BodyRead> {
  const pieces = begin === undefined ? [] : [begin];
  let size = begin?.byteLength ?? 0;
  try {
    for await (const chunk of chunks) {
      pieces.push(chunk);
      size += chunk.byteLength;
      if (size > maxBytes) break;
    }
  } catch (thrown) {
    if (thrown instanceof BodyCut) return { state: 'cut', detail: thrown.message };
    throw thrown;
  }
  if (size > maxBytes) return { state: 'too-large' };
  return { state: 'whole', text: Buffer.concat(pieces).toString('utf8') };
}
