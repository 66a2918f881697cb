import type { RequestLimits } from '../../app/ports/focus-api.ts';
import type { Seconds } from '#contract';

const MEGABYTE = 1024 * 1024;

const PATIENCE = 30 as Seconds;

export type ListLimits = RequestLimits & { readonly maxItems: number };

export type FocusLimits = {
  /** A single object; parsed in one go, so it has to be small. */
  readonly small: RequestLimits;
  /** A hundred tasks with long notes pass a megabyte. */
  readonly page: ListLimits;
  /** A whole workspace, or what was tracked in a few weeks, held in memory. */
  readonly stream: ListLimits;
  /** Years, handed on in batches; the time is the longest silence. */
  readonly batches: ListLimits;
};

export const FOCUS_LIMITS: FocusLimits = {
  small: { timeout: PATIENCE, maxBytes: MEGABYTE / 4 },
  page: { timeout: PATIENCE, maxBytes: 16 * MEGABYTE, maxItems: 1_000 },
  stream: { timeout: PATIENCE, maxBytes: 64 * MEGABYTE, maxItems: 50_000 },
  batches: { timeout: PATIENCE, maxBytes: 1024 * MEGABYTE, maxItems: 500_000 },
};

/** Whatever refuses a request does so in a few words. */
export const MOST_ERROR_BYTES = MEGABYTE / 16;

/** Of each list, whichever it is. */
export const LIST_LIMITS = {
  /** However steadily a list in batches drips in: other requests wait in the queue behind it. */
  longestInAll: 900 as Seconds,
  /** Items that are handed on at a time. */
  batch: 500,
  itemBytes: MEGABYTE,
  /** What stands around the items is a few numbers. */
  restBytes: MEGABYTE / 16,
} as const;
