import type { Seconds } from '#contract';
import { BACKOFF, type BackoffPolicy } from './backoff.ts';

/** The figures of delivery, in one place; tests and simulations bring their own. */
export type DeliveryPolicy = {
  /** How long a request waits for its answer before it is given up. */
  readonly patienceMs: number;
  /** How long an unclear request may still be on its way before its entry is looked up. */
  readonly graceMs: number;
  readonly backoff: BackoffPolicy;
  /** Wait after a 402 that does not say when the quota starts anew: a quarter of its hour. */
  readonly quotaPause: Seconds;
};

export const DELIVERY_POLICY: DeliveryPolicy = {
  patienceMs: 30_000,
  graceMs: 10_000,
  backoff: BACKOFF,
  quotaPause: 900 as Seconds,
};
