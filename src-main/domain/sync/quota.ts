import type { Instant, QuotaView } from '#contract';
import type { QuotaReading } from '../focus-types.ts';
import { MAX_WAIT_SECONDS } from '../limits.ts';
import { requestsAnHour } from './requests-an-hour-by-plan.ts';

/** The server's last words about the quota and when they came. */
export type QuotaRecord = QuotaReading & {
  readonly at: Instant;
  /** The most that were ever said to be left. */
  readonly most?: number | undefined;
};

/** Within an hour, whatever was written down: no window is longer. */
function resetOf(quota: QuotaRecord): Instant {
  return (quota.at + Math.min(quota.resetsIn, MAX_WAIT_SECONDS) * 1000) as Instant;
}

/** What is left of the current window; undefined when the last known window is over or none is known. */
export function quotaLeft(quota: QuotaRecord | undefined, now: Instant): QuotaView | undefined {
  if (quota === undefined || now < quota.at || now >= resetOf(quota)) return undefined;
  const { remaining, most = remaining } = quota;
  return {
    remaining,
    resetsAt: resetOf(quota),
    perHour: requestsAnHour(Math.max(most, remaining)),
  };
}

/** Until when nothing may be sent, because the server said that no request is left. */
export function spentUntil(quota: QuotaRecord | undefined, now: Instant): Instant | undefined {
  const left = quotaLeft(quota, now);
  return left !== undefined && left.remaining <= 0 ? left.resetsAt : undefined;
}

/** Requests that no read may use, so that a stop late in the hour still finds one. */
const RESERVE = 5;

/** Until when no read may be sent, since only the reserve is left for writes. */
export function readsPausedUntil(
  quota: QuotaRecord | undefined,
  now: Instant,
): Instant | undefined {
  const left = quotaLeft(quota, now);
  return left !== undefined && left.remaining <= RESERVE ? left.resetsAt : undefined;
}

/**
 * The ledger after a request: the headers' word or, where they are absent, one less than before. What
 * was carried out with nothing left shows that the ledger is wrong.
 */
export function quotaAfter(
  known: QuotaRecord | undefined,
  answer: { readonly quota: QuotaReading | undefined; readonly ok: boolean },
  now: Instant,
): QuotaRecord | undefined {
  if (answer.quota !== undefined) {
    const most = Math.max(known?.most ?? 0, answer.quota.remaining);
    return { ...answer.quota, at: now, most };
  }
  const left = quotaLeft(known, now);
  if (known === undefined || left === undefined) return undefined;
  if (left.remaining <= 0 && answer.ok) return undefined;
  return { ...known, remaining: Math.max(0, left.remaining - 1) };
}
