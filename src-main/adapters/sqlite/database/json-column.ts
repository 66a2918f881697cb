import type { TagView, TaskView } from '#contract';
import type { FocusTask } from '../../../domain/focus-types.ts';

export function taskColumn(task: TaskView | undefined): string | null {
  return task === undefined ? null : JSON.stringify(task);
}

/** Undefined for what is no task, and for none. */
export function taskOf(value: unknown): TaskView | undefined {
  const task = parsed(value);
  return isNamed(task) ? (task as TaskView) : undefined;
}

export function focusTaskOf(value: unknown): FocusTask | undefined {
  const task = parsed(value);
  return isNamed(task) ? (task as FocusTask) : undefined;
}

/** Undefined for anything but tags. */
export function tagsOf(value: unknown): readonly TagView[] | undefined {
  const tags = parsed(value);
  return Array.isArray(tags) && tags.every(isNamed) ? tags : undefined;
}

function isNamed(value: unknown): value is { readonly id: number; readonly name: string } {
  if (typeof value !== 'object' || value === null) return false;
  if (!('id' in value) || !Number.isSafeInteger(value.id)) return false;
  return 'name' in value && typeof value.name === 'string';
}

/** JSON of our own writing; of what a disk made of it, nothing. */
export function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}
