import { setTimeout as pause } from 'node:timers/promises';

const STEP_MS = 25;

/**
 * Asks again and again until the answer is neither undefined nor false, and returns it. What throws
 * while it is not ready yet counts as no answer; the last error is told when the time is over.
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
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    await pause(STEP_MS);
  } while (Date.now() < end);
  throw new Error(`not within ${timeoutMs} ms: ${description}`, { cause: lastError });
}
