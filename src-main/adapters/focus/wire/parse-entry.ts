import { z } from 'zod';
import type { TagView } from '#contract';
import type { FocusEntry, FocusTask, FocusTimeBlock } from '../../../domain/focus-types.ts';
import { MAX_TAGS } from '../../../domain/limits.ts';
import { projectInside, tagsInside, task } from './parse-task-project-settings.ts';
import {
  description,
  endsInTime,
  id,
  instant,
  optionalId,
  seconds,
  shown,
  shownId,
  shownInstant,
  shownSeconds,
} from './absent-odd-and-long-fields.ts';

const entryObject = z
  .object({
    id,
    start: instant,
    duration: seconds,
    type: z
      .unknown()
      .optional()
      .transform((type) => (type === 'break' ? type : 'activity')),
    task_id: optionalId,
    project_id: shownId,
    description,
    billable: shown(z.boolean()),
    time_block_id: shownId,
    planned_start: shownInstant,
    planned_duration: shownSeconds,
    created_at: shownInstant,
    updated_at: shownInstant,
    archived_at: shownInstant,
    deleted_at: instant,
    task: shown(task),
    project: projectInside,
    tags: tagsInside,
    tag_ids: z.array(id).max(MAX_TAGS).nullish().catch(undefined),
  })
  .refine(({ start, duration }) => endsInTime(start, duration), { path: ['duration'] })
  .transform((wire): FocusEntry => ({
    id: wire.id,
    startAt: wire.start,
    seconds: wire.duration,
    type: wire.type,
    taskId: wire.task_id ?? wire.task?.id,
    projectId: wire.project_id ?? wire.project?.id ?? wire.task?.projectId,
    description: wire.description,
    timeBlockId: wire.time_block_id,
    plannedStartAt: wire.planned_start,
    plannedSeconds: wire.planned_duration,
    createdAt: wire.created_at,
    updatedAt: wire.updated_at,
    archivedAt: wire.archived_at,
    deletedAt: wire.deleted_at,
    task: wire.task && withProject(wire.task, wire.project),
    ...(wire.billable === undefined ? {} : { billable: wire.billable }),
    ...looks(wire),
  }));

/** Absent where a list does not tell it. */
function looks({
  project,
  tags,
  tag_ids: ids,
}: {
  readonly project: z.output<typeof projectInside>;
  readonly tags: z.output<typeof tagsInside>;
  readonly tag_ids?: readonly number[] | null | undefined;
}): Pick<FocusEntry, 'projectName' | 'tagNames' | 'tags'> {
  return {
    ...(project?.name === undefined ? {} : { projectName: project.name }),
    ...(tags === undefined ? {} : { tagNames: tags.map(({ name }) => name) }),
    ...(ids === undefined
      ? {}
      : { tags: ids === null ? null : ids.flatMap((id) => ownTag(id, tags)) }),
  };
}

/** One that is not among those that are named beside it was deleted there; where none are, nobody tells. */
function ownTag(id: number, named: z.output<typeof tagsInside>): TagView | [] {
  if (named === undefined) return { id, name: `Tag ${id}` };
  const found = named.find((tag) => tag.id === id);
  return found === undefined ? [] : { id, name: found.name };
}

/** Lists embed the project beside the task, and not always inside it. */
function withProject(task: FocusTask, project: z.output<typeof projectInside>): FocusTask {
  const same = task.projectId === undefined || task.projectId === project?.id;
  if (project === undefined || !same) return task;
  return {
    ...task,
    projectId: project.id,
    projectName: task.projectName ?? project.name,
    projectColor: task.projectColor ?? project.color,
  };
}

export const entry: z.ZodType<FocusEntry> = entryObject;

/** A create, which may answer 201 without a body. */
export const created = {
  answer: entryObject.optional() satisfies z.ZodType<FocusEntry | undefined>,
  emptyWith: 201,
} as const;

/** What runs: nothing at all where nothing does. */
export const entryIfAny = {
  answer: entryObject.nullish().transform((value) => value ?? undefined),
  emptyWith: 204,
} as const;

export const timeBlock: z.ZodType<FocusTimeBlock> = z
  .object({
    id,
    start: shownInstant,
    duration: shownSeconds,
    task_id: optionalId,
    description,
    completed_at: shownInstant,
    task: shown(task),
  })
  .refine(({ start, duration }) => endsInTime(start, duration), { path: ['duration'] })
  .transform((wire) => ({
    id: wire.id,
    startAt: wire.start,
    seconds: wire.duration,
    taskId: wire.task_id ?? wire.task?.id,
    description: wire.description,
    completedAt: wire.completed_at,
    task: wire.task,
  }));

const entryId = z.object({ id });

/**
 * For routes that answer 204. What they changed may be shown with another status of success; anything else is
 * nobody's word that it was done.
 */
export const done = {
  answer: z
    .union([z.undefined(), entryId, z.array(entryId).nonempty()])
    .transform((): undefined => undefined),
  emptyWith: 204,
} as const;
