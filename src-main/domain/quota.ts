import type { Instant, QuotaView } from '#contract';
import type { QuotaReading } from './focus.ts';

/** The server's last words about the quota and when they came. */
export type QuotaRecord = QuotaReading & { readonly at: Instant };

function resetOf(quota: QuotaRecord): Instant {
  return (quota.at + quota.resetsIn * 1000) as Instant;
}

/** What is left of the current window; undefined when the last known window is over or none is known. */
export function quotaLeft(quota: QuotaRecord | undefined, now: Instant): QuotaView | undefined {
  if (quota === undefined || now >= resetOf(quota)) return undefined;
  return { remaining: quota.remaining, resetsAt: resetOf(quota) };
}

/** Until when nothing may be sent, because the server said that no request is left. */
export function spentUntil(quota: QuotaRecord | undefined, now: Instant): Instant | undefined {
  const left = quotaLeft(quota, now);
  return left !== undefined && left.remaining <= 0 ? left.resetsAt : undefined;
}
