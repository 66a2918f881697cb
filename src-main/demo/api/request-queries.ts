import { z } from 'zod';
import { id } from './id.ts';
import { wireTime } from './rfc3339-time.ts';

const integer = z
  .string()
  .regex(/^-?\d+$/)
  .transform(Number);
const flag = z
  .enum(['true', 'false', '1', '0'])
  .transform((text) => text === 'true' || text === '1');
const idText = integer.pipe(id);
const csv = z.string().transform((text) => text.split(',').filter((part) => part !== ''));
const idList = csv.pipe(z.array(idText).min(1).max(1000));

const pagination = z.object({
  page: integer.pipe(z.int().min(1)).default(1),
  per_page: integer.pipe(z.int().min(1).max(100)).default(50),
});
export type Pagination = z.infer<typeof pagination>;

const timedOrder = z.enum([
  'start',
  '-start',
  'task_id',
  '-task_id',
  'created_at',
  '-created_at',
  'updated_at',
  '-updated_at',
]);
/** Of entries and of time blocks. */
export type TimedOrder = z.infer<typeof timedOrder>;

const entryFilter = z.object({
  order_by: csv.pipe(z.array(timedOrder)).default([]),
  type: z.enum(['activity', 'break']).optional(),
  archived: flag.optional(),
});

const range = {
  date_from: wireTime,
  date_to: wireTime,
  task_id: idText.optional(),
  status_id: idText.optional(),
};

const rangeFilter = z.object({
  ...entryFilter.shape,
  ...range,
  include_taskless: flag.default(false),
});

export const taskEntriesQuery = z.object({
  ...pagination.shape,
  ...entryFilter.shape,
  time_block_id: idText.optional(),
});
export const entriesQuery = z.object({
  ...pagination.shape,
  ...rangeFilter.shape,
  time_block_id: idText.optional(),
});
export const entryStreamQuery = rangeFilter;
export type RangeFilter = z.infer<typeof rangeFilter>;

/** `ids=1,2`, `ids[]=1&ids[]=2` and `ids=1&ids=2` all arrive here as one csv. */
export const idsQuery = z.object({ ids: idList });
export const entriesOfTimeBlocksQuery = z.object({ time_block_id: idList });

const timeBlockFilter = z.object({
  order_by: csv.pipe(z.array(timedOrder)).default([]),
  archived: flag.optional(),
});
export const taskTimeBlocksQuery = z.object({ ...pagination.shape, ...timeBlockFilter.shape });
export const timeBlockStreamQuery = z.object({ ...timeBlockFilter.shape, ...range });
export const timeBlocksQuery = z.object({ ...pagination.shape, ...timeBlockStreamQuery.shape });
export type TimeBlockRange = z.infer<typeof timeBlockStreamQuery>;

const taskOrder = z.enum(['name', '-name', 'position', '-position', 'updated_at', '-updated_at']);

const taskFilter = z.object({
  order_by: csv.pipe(z.array(taskOrder)).default([]),
  name: z.string().optional(),
  archived: flag.default(false),
  /** An empty `project_id=` asks for tasks without a project. */
  project_id: csv.pipe(z.array(idText)).optional(),
  status_id: idList.optional(),
  pinned: flag.optional(),
});
export const taskStreamQuery = taskFilter;
export const tasksQuery = z.object({ ...pagination.shape, ...taskFilter.shape });
export type TaskFilter = z.infer<typeof taskFilter>;

export const tagsQuery = z.object({
  ...pagination.shape,
  order_by: csv.pipe(z.array(z.enum(['name', '-name']))).default([]),
});

const projectOrder = z.enum(['name', '-name', 'created_at', '-created_at']);
export const projectsQuery = z.object({
  ...pagination.shape,
  order_by: csv.pipe(z.array(projectOrder)).default([]),
  name: z.string().optional(),
  archived: flag.default(false),
});
export type ProjectsQuery = z.infer<typeof projectsQuery>;
