import { z } from 'zod';
import type { Instant } from '#contract';
import { MAX_INSTANT_MS } from '../../../domain/limits.ts';

const instant = z
  .int()
  .nonnegative()
  .max(MAX_INSTANT_MS)
  .transform((value) => value as Instant);

/** The last moment at which a run that was not quit knew the person to be there. */
export const aliveShape = z.object({ workId: z.string(), at: instant });

/** What has to be decided of time away. */
export const questionsShape = z
  .array(
    z.object({
      id: z.string(),
      why: z.enum(['away', 'stopped', 'clock']),
      workId: z.string(),
      fromAt: instant,
      toAt: instant,
    }),
  )
  .readonly();
