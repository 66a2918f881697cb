import { z } from 'zod';
import type { Instant, Seconds } from '#contract';
import type { FocusEntry, FocusProject, FocusSettings, FocusTask } from '../../domain/focus.ts';

/*
 * The answers of Toggl Focus as values. Unknown fields are left out; missing and null mean the same.
 * What delivery decides on (ids, start, duration) must have its type, or the answer is unreadable;
 * what is only shown is dropped where it is odd.
 */

/** `0001-01-01T00:00:00Z`, Go's word for "no time", and anything else before 1970 is absent. */
const instant = z.iso
  .datetime({ offset: true })
  .nullish()
  .transform((text) => {
    const at = Date.parse(text ?? '');
    return at > 0 ? (at as Instant) : undefined;
  });

/** Null, absent and negative all say "still running". */
const seconds = z
  .number()
  .nullish()
  .transform((value) =>
    typeof value === 'number' && value >= 0 ? (Math.round(value) as Seconds) : undefined,
  );

const id = z.int().positive();
const optionalId = z
  .int()
  .nullish()
  .transform((value) => (typeof value === 'number' && value > 0 ? value : undefined));

const shownText = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((value) => value ?? undefined);

/** `#rgb` or `#rrggbb` to the second form; other notations are no colour. */
const color = shownText.transform((text) => {
  const digits = /^#([\da-f]{6}|[\da-f]{3})$/i.exec(text ?? '')?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  return `#${digits.length === 6 ? digits : digits.replace(/./g, '$&$&')}`;
});

const named = z.object({ name: shownText }).nullish().catch(undefined);

/** Of a field that is only shown: odd counts as absent. */
function shown<T extends z.ZodType>(shape: T) {
  return shape.nullish().catch(undefined);
}

const shownId = shown(optionalId).transform((value) => value ?? undefined);
const shownInstant = shown(instant).transform((value) => value ?? undefined);

const projectInside = shown(z.object({ id: optionalId, name: shownText, color })).transform(
  (value) => value ?? undefined,
);

const tagNames = z
  .array(z.object({ name: z.string() }).transform((tag) => tag.name))
  .nullish()
  .catch(undefined)
  .transform((names) => names ?? []);

const taskObject = z
  .object({
    id,
    name: z
      .string()
      .nullish()
      .transform((name) => name ?? ''),
    project_id: optionalId,
    project: projectInside,
    client: named,
    status: named,
    tags: tagNames,
    archived_at: instant,
  })
  .transform((wire): FocusTask => ({
    id: wire.id,
    name: wire.name,
    projectId: wire.project_id ?? wire.project?.id,
    projectName: wire.project?.name,
    projectColor: wire.project?.color,
    clientName: wire.client?.name,
    archived: wire.archived_at !== undefined,
    statusName: wire.status?.name,
    tagNames: wire.tags,
  }));

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
    archived_at: shownInstant,
    deleted_at: instant,
    task: shown(taskObject),
    project: projectInside,
  })
  .transform((wire): FocusEntry => {
    const embedded = wire.task ?? undefined;
    return {
      id: wire.id,
      startAt: wire.start,
      seconds: wire.duration,
      type: wire.type,
      taskId: wire.task_id ?? embedded?.id,
      projectId: wire.project_id ?? wire.project?.id ?? embedded?.projectId,
      description: wire.description,
      timeBlockId: wire.time_block_id,
      archivedAt: wire.archived_at,
      deletedAt: wire.deleted_at,
      task: embedded && withProject(embedded, wire.project),
    };
  });

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

const projectObject = z
  .object({
    id,
    name: z
      .string()
      .nullish()
      .transform((name) => name ?? ''),
    color,
    client: named,
    archived_at: instant,
  })
  .transform((wire): FocusProject => ({
    id: wire.id,
    name: wire.name,
    color: wire.color,
    clientName: wire.client?.name,
    archived: wire.archived_at !== undefined,
  }));

export const entry: z.ZodType<FocusEntry> = entryObject;
export const task: z.ZodType<FocusTask> = taskObject;
export const project: z.ZodType<FocusProject> = projectObject;

/** For routes that may answer without a body: a create, and "what runs" when nothing does. */
export const entryOrNothing: z.ZodType<FocusEntry | undefined> = entryObject
  .nullish()
  .transform((value) => value ?? undefined);

/** For routes whose success is the status alone. */
export const nothing: z.ZodType<undefined> = z.unknown().transform(() => undefined);

export const settings: z.ZodType<FocusSettings> = z
  .object({
    current_workspace_id: optionalId,
    timezone: shownText,
    start_week_on: z.int().min(0).max(6).optional().catch(undefined),
    time_format: z.enum(['12h', '24h']).optional().catch(undefined),
  })
  .transform((wire) => ({
    currentWorkspaceId: wire.current_workspace_id,
    timezone: wire.timezone,
    weekStartsOn: wire.start_week_on,
    timeFormat: wire.time_format,
  }));
