import type { QuotaView } from '#contract';

/** While more than a fifth of the hour's requests is left, nobody has to think of them. */
const TOLD_BELOW = 1 / 5;

export function isQuotaTold({ remaining, perHour }: QuotaView): boolean {
  return remaining < perHour * TOLD_BELOW;
}
