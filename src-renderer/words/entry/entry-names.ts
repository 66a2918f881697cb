import type { EntryView, TaskView } from '#contract';

export const noTask = 'No task';
const breakWord = 'Break';

/** What an entry is called: its task, else what was written, else that it has neither. */
export function entryName(entry: EntryView): string {
  if (entry.task !== undefined) return entry.task.name;
  if (entry.description !== undefined && entry.description !== '') return entry.description;
  return entry.type === 'break' ? breakWord : noTask;
}

/** What was written beside the name of its task; empty where that is its name. */
export function entryRemark({ task, description }: EntryView): string {
  return task === undefined ? '' : (description ?? '');
}

/** What hovering over the name tells, where a row may have cut it. */
export function entryTooltip(entry: EntryView): string {
  const remark = entryRemark(entry);
  return remark === '' ? entryName(entry) : `${entryName(entry)} – ${remark}`;
}

/** `Orion`, or `Orion, Acme` where the client is known. */
export function projectAndClient(task: TaskView): string | undefined {
  if (task.projectName === undefined) return task.clientName;
  return task.clientName === undefined
    ? task.projectName
    : `${task.projectName}, ${task.clientName}`;
}

/** What an entry belongs to; a break has to say so, since the day's total leaves it out. */
export function entryPlace(entry: EntryView): string | undefined {
  const place = entry.task === undefined ? undefined : projectAndClient(entry.task);
  if (entry.type !== 'break' || entryName(entry) === breakWord) return place;
  return place === undefined ? breakWord : `${breakWord}, ${place}`;
}
