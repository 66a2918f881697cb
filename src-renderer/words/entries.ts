import type { DeliveryView, EntryView, TaskView } from '#contract';

type Rejected = Extract<DeliveryView, { state: 'rejected' }>;

export const noTask = 'No task';

/** What an entry is called: its task, else what was written, else that it has neither. */
export function entryName(entry: EntryView): string {
  if (entry.task !== undefined) return entry.task.name;
  if (entry.description !== undefined && entry.description !== '') return entry.description;
  return entry.type === 'break' ? 'Break' : noTask;
}

/** `Orion`, or `Orion, Acme` where the client is known. */
export function projectAndClient(task: TaskView): string | undefined {
  if (task.projectName === undefined) return task.clientName;
  return task.clientName === undefined
    ? task.projectName
    : `${task.projectName}, ${task.clientName}`;
}

/** What an entry belongs to; a break has to say so, since the day's total leaves it out. */
export function entryPlace({ task, type, description }: EntryView): string | undefined {
  if (task !== undefined) return projectAndClient(task);
  return type === 'break' && (description ?? '') !== '' ? 'Break' : undefined;
}

const deliveryWords: Readonly<Record<DeliveryView['state'], string>> = {
  waiting: 'waiting to send',
  sending: 'sending',
  checking: 'checking whether it arrived',
  delivered: 'sent',
  rejected: 'needs you',
};

export function deliveryState(delivery: DeliveryView): string {
  return deliveryWords[delivery.state];
}

/** Why Toggl Focus refused an entry, in a person's words where the status says enough. */
export function rejection({ status, reason, delivered }: Rejected, hasTask: boolean): string {
  if (delivered) return refusedChange(status, reason);
  if (status === 402) return 'Your Toggl plan does not allow this entry.';
  if (status === 403) return 'You may not track time here any more.';
  if (status === 404 || status === 410) {
    return hasTask
      ? 'The task is no longer in Toggl Focus.'
      : 'The workspace is no longer in Toggl Focus.';
  }
  return reason === '' ? 'Toggl Focus refused this entry.' : `Toggl Focus refused it: “${reason}”`;
}

/** The entry itself is in Toggl Focus, as it was before the change. */
function refusedChange(status: number, reason: string): string {
  if (status === 404) return 'It was deleted in Toggl Focus, so your change could not be made.';
  if (status === 403) return 'You may not change this entry in Toggl Focus.';
  return reason === ''
    ? 'Toggl Focus refused your change.'
    : `Toggl Focus refused your change: “${reason}”`;
}
