import type { Instant } from '#contract';
import type { Entry, Values } from '../entry.ts';
import { isNameless, sentAtOf } from '../sync/server-id.ts';
import { sameTags } from '../tags.ts';
import type { Finished } from '../finished-entry.ts';

/** The names of a task's tags, which a creation without tags inherits; undefined where not known. */
export type TagsOfTask = (taskId: number) => readonly string[] | undefined;

/** No request leaves after what it creates; clocks are set apart by less. */
const CLOCK_MS = 120_000;

/**
 * Whether an entry of the server, alike in time, type and task, is what a creation from here comes to in
 * what a creation does not tell: no project and seldom tags are told, so that they are the task's.
 */
export type Likeness = 'same' | 'doubtful' | 'different';

export type LikenessScene = {
  readonly tagsOf: TagsOfTask;
  /** Creations of the entry were given up before the one that left last. */
  readonly isSentBefore: boolean;
  /** Told with the creation; undefined where none were, and it has its task's. */
  readonly told: Values['tags'];
};

export function likenessOf(found: Finished, entry: Entry, scene: LikenessScene): Likeness {
  const strange =
    scene.told === undefined ? isStrangeTag(found, scene.tagsOf) : areOtherTags(found, scene.told);
  if (isInOtherProject(found) || strange === 'yes') return 'different';
  return strange === 'perhaps' || isEarlier(found, entry, scene) ? 'doubtful' : 'same';
}

/** In another project than its task, or in one without a task. */
function isInOtherProject({ projectId, taskId, task }: Finished): boolean {
  if (projectId === undefined) return false;
  if (taskId === undefined) return true;
  return task?.projectId !== undefined && projectId !== task.projectId;
}

/**
 * A tag that is missing may only not be told: what is inherited need not be listed. A task of which no tag
 * is known may have got one just now.
 */
function isStrangeTag(
  { tagNames = [], taskId, task }: Finished,
  tagsOf: TagsOfTask,
): 'yes' | 'perhaps' | 'no' {
  const known = taskId === undefined ? [] : inherited(taskId, task, tagsOf);
  if (tagNames.every((name) => known.includes(name))) return 'no';
  return taskId !== undefined && known.length === 0 ? 'perhaps' : 'yes';
}

/** Somebody may have changed them since: others than those that were told are a question, and never another entry. */
function areOtherTags(
  { tags, tagNames }: Finished,
  told: NonNullable<Values['tags']>,
): 'perhaps' | 'no' {
  if (tags !== undefined) return sameTags(tags ?? undefined, told) ? 'no' : 'perhaps';
  const names = (of: readonly string[]) => of.toSorted().join('\n');
  const isAlike = tagNames === undefined || names(tagNames) === names(told.map(({ name }) => name));
  return isAlike ? 'no' : 'perhaps';
}

function inherited(taskId: number, task: Finished['task'], tagsOf: TagsOfTask): readonly string[] {
  return [...(task?.tagNames ?? []), ...(tagsOf(taskId) ?? [])];
}

/**
 * Created before ours was sent. The clock here may be wrong, so that it tells nothing for sure; nothing at
 * all where an earlier request may have created it, or where ours is known to be there.
 */
function isEarlier(
  { createdAt }: Finished,
  entry: Entry,
  { isSentBefore }: LikenessScene,
): boolean {
  return !isSentBefore && !isNameless(entry) && isBefore(createdAt, sentAtOf(entry));
}

/** By more than clocks are apart. */
export function isBefore(createdAt: Instant | undefined, sentAt: Instant | undefined): boolean {
  return createdAt !== undefined && sentAt !== undefined && createdAt < sentAt - CLOCK_MS;
}

/** Whether a person sees no difference between them. */
export function looksSame(a: Finished, b: Finished): boolean {
  return a === b || lookOf(a) === lookOf(b);
}

function lookOf(found: Finished): string {
  const { description = '', projectId, tagNames = [], archivedAt } = found;
  return JSON.stringify([description, projectId, tagNames.toSorted(), archivedAt !== undefined]);
}
