import { z } from 'zod';
import { LENGTH_STYLES, type TagView } from '#contract';
import type { FocusProject, FocusSettings, FocusTask } from '../../../domain/focus-types.ts';
import { MAX_TAGS } from '../../../domain/limits.ts';
import {
  id,
  instant,
  name,
  named,
  optionalId,
  shown,
  shownId,
  shownText,
} from './absent-odd-and-long-fields.ts';
import { color } from './parse-color.ts';

/** The project as tasks and entries embed it. */
export const projectInside = shown(z.object({ id: optionalId, name: shownText, color }));

/** Undefined where none are told. */
export const tagsInside = shown(
  z
    .array(z.unknown())
    .transform((tags) => tags.slice(0, MAX_TAGS))
    .pipe(z.array(z.object({ id: shownId, name }))),
);

const tagNames = tagsInside.transform((tags) => (tags ?? []).map((tag) => tag.name));

const pinned = shown(z.boolean()).transform((value) => value ?? false);

export const task: z.ZodType<FocusTask> = z
  .object({
    id,
    name,
    project_id: optionalId,
    project: projectInside,
    client: named,
    status: shown(z.object({ id: shownId, name: shownText, type: shownText })),
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
    statusId: wire.status?.id,
    done: wire.status?.type === 'done' ? true : undefined,
    tagNames: wire.tags,
  }));

/** A tag of the workspace. */
export const tag: z.ZodType<TagView> = z.object({ id, name });

export const project: z.ZodType<FocusProject> = z
  .object({ id, name, color, client: named, archived_at: instant })
  .transform((wire) => ({
    id: wire.id,
    name: wire.name,
    color: wire.color,
    clientName: wire.client?.name,
    archived: wire.archived_at !== undefined,
  }));

const SETTINGS = [
  'theme',
  'current_workspace_id',
  'timezone',
  'start_week_on',
  'time_format',
  'date_format',
  'duration_format',
];

/** Any of them may be missing, not all: an object of something else holds none. */
export const settings: z.ZodType<FocusSettings> = z
  .looseObject({
    current_workspace_id: optionalId,
    timezone: shownText,
    start_week_on: z.int().min(0).max(6).optional().catch(undefined),
    time_format: z.enum(['12h', '24h']).optional().catch(undefined),
    date_format: z.enum(['US', 'EU', 'ISO']).optional().catch(undefined),
    duration_format: z.enum(LENGTH_STYLES).optional().catch(undefined),
  })
  .refine((wire) => SETTINGS.some((name) => Object.hasOwn(wire, name)))
  .transform((wire) => ({
    currentWorkspaceId: wire.current_workspace_id,
    timezone: wire.timezone,
    weekStartsOn: wire.start_week_on,
    timeFormat: wire.time_format,
    dateFormat: wire.date_format,
    durationFormat: wire.duration_format,
  }));
