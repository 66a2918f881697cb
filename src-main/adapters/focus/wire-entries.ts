import { z } from 'zod';
import type { FocusEntry, FocusTask, FocusTimeBlock } from '../../domain/focus.ts';
import { projectInside, task } from './wire-catalogue.ts';
import {
  id,
  instant,
  optionalId,
  seconds,
  shown,
  shownId,
  shownInstant,
  shownSeconds,
  shownText,
} from './wire-fields.ts';

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
    description: shownText,
    time_block_id: shownId,
    planned_start: shownInstant,
    planned_duration: shownSeconds,
    created_at: shownInstant,
    updated_at: shownInstant,
    archived_at: shownInstant,
    deleted_at: instant,
    task: shown(task),
    project: projectInside,
  })
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
  }));

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

/** For routes that may answer without a body: a create, and "what runs" when nothing does. */
export const entryOrNothing: z.ZodType<FocusEntry | undefined> = entryObject
  .nullish()
  .transform((value) => value ?? undefined);

export const timeBlock: z.ZodType<FocusTimeBlock> = z
  .object({
    id,
    start: shownInstant,
    duration: shownSeconds,
    task_id: optionalId,
    description: shownText,
    completed_at: shownInstant,
    task: shown(task),
  })
  .transform((wire) => ({
    id: wire.id,
    startAt: wire.start,
    seconds: wire.duration,
    taskId: wire.task_id ?? wire.task?.id,
    description: wire.description,
    completedAt: wire.completed_at,
    task: wire.task,
  }));

/** For routes whose success is the status alone. */
export const nothing: z.ZodType<undefined> = z.unknown().transform(() => undefined);
