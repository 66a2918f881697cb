import type { FetchResponse } from './fetch-port.ts';

export type BodyRead =
  | { readonly state: 'whole'; readonly text: string }
  | { readonly state: 'too-large' }
  /** The connection ended, or time ran out, before the body did. */
  | { readonly state: 'cut'; readonly detail: string };

/**
 * Reads a body as UTF-8 up to `maxBytes` (after decompression). The signal is watched here too,
 * because an abort does not always end the body stream of `net.fetch`.
 */
export async function readBody(
  response: FetchResponse,
  maxBytes: number,
  signal: AbortSignal,
): Promise<BodyRead> {
  if (response.body === null) return { state: 'whole', text: '' };
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await orAborted(reader.read(), signal);
      if (done) return { state: 'whole', text: Buffer.concat(chunks).toString('utf8') };
      size += value?.byteLength ?? 0;
      if (size > maxBytes) return { state: 'too-large' };
      if (value !== undefined) chunks.push(value);
    }
  } catch (thrown) {
    return { state: 'cut', detail: thrown instanceof Error ? thrown.message : String(thrown) };
  } finally {
    // Ends the transfer of a body that nobody wants; of a finished one it is a no-op.
    reader.cancel().catch(() => undefined);
  }
}

/** Settles with the work, or rejects with the signal's reason as soon as it aborts. */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const giveUp = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', giveUp);
    });
  });
}
