import type { FetchResponse } from './fetch-port.ts';

/** The connection ended, or time ran out, before the body did. */
export class BodyCut extends Error {
  constructor(thrown: unknown) {
    super(thrown instanceof Error ? thrown.message : String(thrown));
    this.name = 'BodyCut';
  }
}

/**
 * A body as it arrives; leaving the loop ends the transfer. Throws a `BodyCut`. The signal is watched
 * here too, because an abort does not always end the body stream of `net.fetch`.
 */
export async function* chunksOf(
  { body }: FetchResponse,
  signal: AbortSignal,
  onChunk: () => void = () => undefined,
): AsyncGenerator<Uint8Array, undefined> {
  if (body === null) return;
  const reader = body.getReader();
  const next = async (): ReturnType<typeof reader.read> => {
    try {
      return await orAborted(reader.read(), signal);
    } catch (thrown) {
      throw new BodyCut(thrown);
    }
  };
  try {
    for (let read = await next(); !read.done; read = await next()) {
      onChunk();
      if (read.value !== undefined) yield read.value;
    }
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
