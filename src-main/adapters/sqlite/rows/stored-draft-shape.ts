import { z } from 'zod';
import type { Instant, Seconds } from '#contract';
import { draftShape, taskFields, taskViewOf } from '../../../app/ports/draft-shape.ts';
import type { StoredDraft } from '../../../app/ports/draft-store.ts';
import { MAX_DURATION_SECONDS, MAX_INSTANT_MS } from '../../../domain/limits.ts';

/** An entry as it was, which may come from Toggl Focus. */
const values = z
  .object({
    startAt: z.int().nonnegative().max(MAX_INSTANT_MS),
    seconds: z.int().nonnegative().max(MAX_DURATION_SECONDS),
    type: z.enum(['activity', 'break']),
    task: z.object(taskFields).transform(taskViewOf).optional(),
    description: z.string().optional(),
    billable: z.boolean().optional(),
    tags: z.array(z.object({ id: z.int(), name: z.string() })).optional(),
  })
  .transform((entry) => ({
    startAt: entry.startAt as Instant,
    seconds: entry.seconds as Seconds,
    type: entry.type,
    task: entry.task,
    description: entry.description,
    billable: entry.billable,
    tags: entry.tags,
  }));

/** What was typed, as Stint writes it. */
export const storedDraftShape: z.ZodType<StoredDraft> = z.object({
  draft: draftShape,
  before: values.optional(),
});
