import { z } from 'zod';
import { id } from './id.ts';
import { wireTime } from './rfc3339-time.ts';

const seconds = z.int().min(0);
const type = z.enum(['activity', 'break']);
const tagIds = z.array(id).nullable().optional();

const newEntry = {
  type,
  start: wireTime.optional(),
  duration: seconds.optional(),
  description: z.string().optional(),
  tag_ids: tagIds,
  time_block_id: id.optional(),
  planned_start: wireTime.optional(),
  planned_duration: seconds.optional(),
};

/** Body of both single creates. */
export const createPayload = z.object({
  ...newEntry,
  project_id: id.optional(),
  billable: z.boolean().optional(),
  user_id: id.optional(),
});
export type CreatePayload = z.infer<typeof createPayload>;

/** Body of the bulk create: a bare array. */
export const bulkCreatePayload = z
  .array(z.object({ ...createPayload.shape, task_id: id.optional() }))
  .max(1000);

/** Body of PUT: replaces everything it can name; project and billable are not among it. */
export const replacePayload = z.object(newEntry);
export type ReplacePayload = z.infer<typeof replacePayload>;

/** Body of PATCH: absent leaves as is, `null` clears; `duration` cannot be cleared. */
export const changePayload = z.object({
  type: type.optional(),
  start: wireTime.nullable().optional(),
  duration: seconds.optional(),
  description: z.string().nullable().optional(),
  billable: z.boolean().optional(),
  reset_billable_to_default: z.boolean().optional(),
  tag_ids: tagIds,
  task_id: id.nullable().optional(),
  project_id: id.nullable().optional(),
  time_block_id: id.nullable().optional(),
  planned_start: wireTime.nullable().optional(),
  planned_duration: seconds.nullable().optional(),
});
export type ChangePayload = z.infer<typeof changePayload>;

/** Body of the bulk PATCH: a bare array. */
export const bulkChangePayload = z.array(z.object({ ...changePayload.shape, id })).max(1000);

export const startPayload = z.object({
  type,
  start: wireTime.optional(),
  description: z.string().optional(),
  project_id: id.optional(),
  task_id: id.optional(),
  time_block_id: id.optional(),
  billable: z.boolean().optional(),
  tag_ids: tagIds,
});

export const stopPayload = z.object({ end: wireTime });

/** Body of a time block's create, which hangs on the task in the path. */
export const timeBlockPayload = z.object({
  start: wireTime,
  duration: seconds.optional(),
  completed: z.boolean().optional(),
});

/** Body of a task's create. An empty name is none, as everywhere in Go's validator. */
export const taskPayload = z.object({
  name: z.string().min(1),
  project_id: id.optional(),
  priority: z.enum(['none', 'low', 'medium', 'high']).optional(),
  pinned: z.boolean().optional(),
});
export type TaskPayload = z.infer<typeof taskPayload>;
