import { z } from 'zod';
import type { FocusProject, FocusSettings, FocusTask } from '../../domain/focus.ts';
import { color, id, instant, name, named, optionalId, shown, shownText } from './wire-fields.ts';

/** The project as tasks and entries embed it. */
export const projectInside = shown(z.object({ id: optionalId, name: shownText, color }));

const tagNames = shown(
  z.array(z.object({ name: z.string() }).transform((tag) => tag.name)),
).transform((names) => names ?? []);

const pinned = shown(z.boolean()).transform((value) => value ?? false);

export const task: z.ZodType<FocusTask> = z
  .object({
    id,
    name,
    project_id: optionalId,
    project: projectInside,
    client: named,
    status: named,
    tags: tagNames,
    pinned,
    archived_at: instant,
  })
  .transform((wire) => ({
    id: wire.id,
    name: wire.name,
    projectId: wire.project_id ?? wire.project?.id,
    projectName: wire.project?.name,
    projectColor: wire.project?.color,
    clientName: wire.client?.name,
    archived: wire.archived_at !== undefined,
    pinned: wire.pinned,
    statusName: wire.status?.name,
    tagNames: wire.tags,
  }));

export const project: z.ZodType<FocusProject> = z
  .object({ id, name, color, client: named, archived_at: instant })
  .transform((wire) => ({
    id: wire.id,
    name: wire.name,
    color: wire.color,
    clientName: wire.client?.name,
    archived: wire.archived_at !== undefined,
  }));

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
