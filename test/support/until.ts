import { setTimeout as pause } from 'node:timers/promises';

const STEP_MS = 25;

/** The answer, or an error when it has not come in time: who ends meanwhile may never give one. */
export async function within<T>(limitMs: number, answer: T | Promise<T>): Promise<T> {
  const waited = new AbortController();
  const tooLate = pause(limitMs, undefined, { signal: waited.signal }).then(() => {
    throw new Error(`no answer within ${limitMs} ms`);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    tooLate.catch(() => undefined);
    waited.abort();
  }
}

/**
 * Asks again and again until the answer is neither undefined nor false, and returns it. What throws
 * while it is not ready yet counts as no answer, and so does what is not answered within half of the time;
 * the last error is told when the time is over.
 */
export async function until<T>(
  ask: () => T | false | undefined | Promise<T | false | undefined>,
  description: string,
  timeoutMs = 10_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  let lastError: unknown;
  do {
    try {
      const answer = await within(timeoutMs / 2, ask());
      if (answer !== undefined && answer !== false) return answer;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    await pause(STEP_MS);
  } while (Date.now() < end);
  throw new Error(`not within ${timeoutMs} ms: ${description}`, { cause: lastError });
}
