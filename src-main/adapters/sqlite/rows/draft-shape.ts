import { z } from 'zod';
import type { Instant, Seconds } from '#contract';
import type { StoredDraft } from '../../../app/ports/draft-store.ts';
import { MAX_DURATION_SECONDS, MAX_INSTANT_MS } from '../../../domain/limits.ts';

const text = z.string().optional();
const id = z.int().positive();
const instant = z
  .int()
  .nonnegative()
  .max(MAX_INSTANT_MS)
  .transform((value) => value as Instant);
const seconds = z
  .int()
  .nonnegative()
  .max(MAX_DURATION_SECONDS)
  .transform((value) => value as Seconds);
const entryType = z.enum(['activity', 'break']);

const task = z
  .object({ id, name: z.string(), projectName: text, projectColor: text, clientName: text })
  .transform((view) => ({
    id: view.id,
    name: view.name,
    projectName: view.projectName,
    projectColor: view.projectColor,
    clientName: view.clientName,
  }));

const choice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unset') }),
  z.object({ kind: z.literal('no-task') }),
  z.object({ kind: z.literal('task'), task, timeBlockId: id.optional() }),
]);
const work = { choice: choice.optional(), description: text };

const form = z.object({
  ...work,
  panel: z.enum(['edit', 'add', 'split', 'move', 'shift']),
  dayAt: instant,
  rowKey: text,
  selected: z.array(z.string()).readonly().optional(),
  began: z.object({ startAt: instant, seconds }).optional(),
  entryType: entryType.optional(),
  start: text,
  end: text,
  duration: text,
  text,
});

const values = z
  .object({ startAt: instant, seconds, type: entryType, task: task.optional(), description: text })
  .transform((entry) => ({
    startAt: entry.startAt,
    seconds: entry.seconds,
    type: entry.type,
    task: entry.task,
    description: entry.description,
  }));

/** What was typed, as Stint writes it: a page begins with it, and is not to begin with anything else. */
export const draftShape: z.ZodType<StoredDraft> = z.object({
  draft: z.object({
    start: z.object(work).optional(),
    timer: z.object({ ...work, timerId: z.string(), start: text }).optional(),
    form: form.optional(),
  }),
  before: values.optional(),
});
