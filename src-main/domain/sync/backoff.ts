/** Delays in milliseconds; `attempt` counts failures in a row from 1. */
export type BackoffPolicy = { readonly baseMs: number; readonly capMs: number };

/** Two seconds after the first failure, never more than a quarter of an hour. */
export const BACKOFF: BackoffPolicy = { baseMs: 2_000, capMs: 900_000 };

/**
 * Full jitter (AWS Architecture Blog, "Exponential Backoff And Jitter"): any moment between the base
 * and the doubling bound, so that a fleet that lost its server together does not come back together.
 */
export function backoffMs(policy: BackoffPolicy, attempt: number, random: number): number {
  const bound = Math.min(policy.capMs, policy.baseMs * 2 ** Math.min(attempt, 30));
  return Math.round(policy.baseMs + random * Math.max(0, bound - policy.baseMs));
}
