import { z } from 'zod';
import { entryId, entryIds, id, instant, range } from '../../app/ports/page-input-limits.ts';

const filter = z.strictObject({
  entryType: z.enum(['activity', 'break']).optional(),
  statusId: id.optional(),
  taskId: id.optional(),
  archived: z.boolean().optional(),
  oldestFirst: z.boolean().optional(),
});

/** What is looked at, read, and done with tasks. */
export const lookCommands = [
  z.strictObject({ type: z.literal('show/today') }),
  z.strictObject({ type: z.literal('show/first') }),
  z.strictObject({ type: z.literal('show/day'), at: instant }),
  z.strictObject({ type: z.literal('show/week'), at: instant }),
  z.strictObject({ type: z.literal('show/range'), ...range, filter: filter.optional() }),
  z.strictObject({ type: z.literal('show/task'), taskId: id }),
  z.strictObject({ type: z.literal('show/needs-you'), afterId: entryId.optional() }),
  z.strictObject({ type: z.literal('sync/now') }),
  z.strictObject({ type: z.literal('sync/again'), entryIds: entryIds.optional() }),
  z.strictObject({ type: z.literal('read/shown') }),
  z.strictObject({ type: z.literal('read/cancel') }),
  z.strictObject({ type: z.literal('read/page'), archived: z.boolean().optional() }),
  z.strictObject({ type: z.literal('read/plan') }),
  z.strictObject({ type: z.literal('read/tags'), taskId: id.optional() }),
  z.strictObject({ type: z.literal('read/workspace-name') }),
  z.strictObject({ type: z.literal('entry/check'), entryId }),
  z.strictObject({ type: z.literal('elsewhere/look') }),
  z.strictObject({ type: z.literal('elsewhere/take-over') }),
  z.strictObject({ type: z.literal('elsewhere/leave') }),
  z.strictObject({
    type: z.literal('task/create'),
    name: z.string().max(500),
    projectId: id.optional(),
    forTimer: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('task/call-off') }),
  z.strictObject({ type: z.literal('task/send-held') }),
  z.strictObject({ type: z.literal('task/pin'), taskId: id, pinned: z.boolean() }),
] as const;
