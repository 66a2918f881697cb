import { z } from 'zod';
import { description, entryId, entryIds, id, instant, seconds } from './field-limits.ts';

// What is typed into a field for a time or a length.
const typed = z.string().max(100).optional();
const name = z.string().max(1000);

const task = z
  .strictObject({
    id,
    name,
    projectName: name.optional(),
    projectColor: z.string().max(20).optional(),
    clientName: name.optional(),
  })
  .transform((view) => ({
    id: view.id,
    name: view.name,
    projectName: view.projectName,
    projectColor: view.projectColor,
    clientName: view.clientName,
  }));

const choice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unset') }),
  z.strictObject({ kind: z.literal('no-task') }),
  z.strictObject({ kind: z.literal('task'), task, timeBlockId: id.optional() }),
]);

const work = { choice: choice.optional(), description: description.optional() };

const form = z.strictObject({
  ...work,
  panel: z.enum(['edit', 'add', 'split', 'move', 'shift']),
  dayAt: instant,
  rowKey: entryId.optional(),
  selected: entryIds.optional(),
  began: z.strictObject({ startAt: instant, seconds }).optional(),
  entryType: z.enum(['activity', 'break']).optional(),
  start: typed,
  end: typed,
  duration: typed,
  text: typed,
});

/** What is being typed. */
export const draftCommand = z.strictObject({
  type: z.literal('draft/keep'),
  draft: z.strictObject({
    start: z.strictObject(work).optional(),
    timer: z.strictObject({ ...work, timerId: entryId, start: typed }).optional(),
    form: form.optional(),
  }),
});
