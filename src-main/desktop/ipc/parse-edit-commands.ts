import { z } from 'zod';
import { AWAY_ANSWERS } from '#contract';
import {
  description,
  entryId,
  entryIds,
  id,
  instant,
  range,
  seconds,
  shiftSeconds,
  tagIds,
} from '../../app/ports/page-input-limits.ts';

const task = id.nullable().optional();
const entryType = z.enum(['activity', 'break']).optional();

/** Changes of entries and of the running timer. */
export const editCommands = [
  z.strictObject({
    type: z.literal('entry/edit'),
    entryId,
    taskId: task,
    description: description.optional(),
    startAt: instant.optional(),
    seconds: seconds.optional(),
    entryType,
    billable: z.boolean().optional(),
    tagIds: tagIds.optional(),
  }),
  z.strictObject({
    type: z.literal('entry/add'),
    startAt: instant,
    seconds,
    taskId: task,
    description: description.optional(),
    entryType,
    billable: z.boolean().optional(),
    tagIds: tagIds.optional(),
  }),
  z.strictObject({ type: z.literal('entry/split'), entryId, at: instant }),
  z.strictObject({ type: z.literal('entry/duplicate'), entryId }),
  z.strictObject({ type: z.literal('entry/revert'), entryId }),
  z.strictObject({
    type: z.literal('entry/resolve'),
    entryId,
    keep: z.enum(['mine', 'theirs']),
  }),
  z.strictObject({ type: z.literal('entry/identify'), entryId, serverId: id.nullable() }),
  z.strictObject({ type: z.literal('entries/delete'), entryIds }),
  z.strictObject({ type: z.literal('entries/restore'), entryIds }),
  z.strictObject({ type: z.literal('entries/archive'), entryIds }),
  z.strictObject({ type: z.literal('entries/unarchive'), entryIds }),
  z.strictObject({ type: z.literal('entries/move'), entryIds, taskId: id.nullable() }),
  z.strictObject({
    type: z.literal('entries/shift'),
    entryIds,
    seconds: shiftSeconds,
  }),
  z.strictObject({
    type: z.literal('gaps/fill'),
    gaps: z.array(z.strictObject(range)).min(1).max(100).readonly(),
    taskId: id.optional(),
    description: description.optional(),
  }),
  z.strictObject({
    type: z.literal('overlap/mend'),
    earlierId: entryId,
    laterId: entryId,
    way: z.enum(['trim-earlier', 'trim-later', 'merge']),
  }),
  z.strictObject({
    type: z.literal('timer/edit'),
    taskId: task,
    description: description.optional(),
    startAt: instant.optional(),
  }),
  z.strictObject({
    type: z.literal('away/answer'),
    questionId: entryId,
    answer: z.enum(AWAY_ANSWERS),
  }),
  z.strictObject({ type: z.literal('mend/undo') }),
  z.strictObject({ type: z.literal('mend/redo') }),
] as const;
