import { z } from 'zod';
import type { Draft, TaskView } from '#contract';
import {
  description,
  entryId,
  entryIds,
  id,
  instant,
  seconds,
  tagIds,
} from './page-input-limits.ts';

/*
 * What a page may say of what is typed, and what it may be told again after a restart: what is on disk came
 * from a page, and a page is not to begin with anything else.
 */

// What is typed into a field for a time or a length.
const typed = z.string().max(100).optional();
const name = z.string().max(1000);

export const taskFields = {
  id,
  name,
  projectName: name.optional(),
  projectColor: z.string().max(20).optional(),
  clientName: name.optional(),
};

type TaskFields = z.infer<z.ZodObject<typeof taskFields>>;

export function taskViewOf(fields: TaskFields): TaskView {
  return {
    id: fields.id,
    name: fields.name,
    projectName: fields.projectName,
    projectColor: fields.projectColor,
    clientName: fields.clientName,
  };
}

const task = z.strictObject(taskFields).transform(taskViewOf);

const choice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unset') }),
  z.strictObject({ kind: z.literal('no-task') }),
  z.strictObject({ kind: z.literal('task'), task, timeBlockId: id.optional() }),
]);

const taskAndDescription = { choice: choice.optional(), description: description.optional() };

const form = z.strictObject({
  ...taskAndDescription,
  panel: z.enum(['edit', 'add', 'split', 'move', 'shift']),
  dayAt: instant,
  rowKey: entryId.optional(),
  selected: entryIds.optional(),
  began: z.strictObject({ startAt: instant, seconds }).optional(),
  entryType: z.enum(['activity', 'break']).optional(),
  billable: z.boolean().optional(),
  tagIds: tagIds.optional(),
  start: typed,
  end: typed,
  duration: typed,
  text: typed,
});

export const draftShape = z.strictObject({
  start: z.strictObject(taskAndDescription).optional(),
  timer: z.strictObject({ ...taskAndDescription, timerId: entryId, start: typed }).optional(),
  form: form.optional(),
}) satisfies z.ZodType<Draft>;
