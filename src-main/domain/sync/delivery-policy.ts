import type { Seconds } from '#contract';
import { BACKOFF, type BackoffPolicy } from './backoff.ts';

/** The figures of delivery, in one place; tests and simulations bring their own. */
export type DeliveryPolicy = {
  /** How long a request waits for its answer before it is given up. */
  readonly patienceMs: number;
  /** How long an unclear request may still be on its way before its entry is looked up. */
  readonly graceMs: number;
  readonly backoff: BackoffPolicy;
  /**
   * Within how long after its time a Stint looks for what is late: each at a moment of its own, so that a
   * fleet which sent anew after the same outage does not come back together for its looks.
   */
  readonly lookSpreadMs: number;
  /** Wait after a 402 that does not say when the quota starts anew: a quarter of its hour. */
  readonly quotaPause: Seconds;
};

export const DELIVERY_POLICY: DeliveryPolicy = {
  patienceMs: 30_000,
  graceMs: 10_000,
  backoff: BACKOFF,
  lookSpreadMs: 300_000,
  quotaPause: 900 as Seconds,
};
