import type { DeliveryView, EntryView, TaskView } from '#contract';

type Rejected = Extract<DeliveryView, { state: 'rejected' }>;

export const noTask = 'No task';
const breakWord = 'Break';

/** What an entry is called: its task, else what was written, else that it has neither. */
export function entryName(entry: EntryView): string {
  if (entry.task !== undefined) return entry.task.name;
  if (entry.description !== undefined && entry.description !== '') return entry.description;
  return entry.type === 'break' ? breakWord : noTask;
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

const deliveryWords: Readonly<Record<DeliveryView['state'], string>> = {
  waiting: 'waiting to send',
  sending: 'sending',
  checking: 'checking whether it arrived',
  delivered: 'sent',
  rejected: 'needs you',
};

function deliveryState(delivery: DeliveryView): string {
  return deliveryWords[delivery.state];
}

/** The words at the end of a row: what a person should know of the entry, the most pressing last. */
export type EntryMark = {
  readonly words: string;
  readonly tone: 'quiet' | 'pending' | 'wrong';
};

export function entryMark(entry: EntryView, overlaps: boolean): EntryMark {
  const { state } = entry.delivery;
  const words = [
    ...(entry.archived ? ['archived'] : []),
    ...(overlaps ? ['overlaps'] : []),
    ...(entry.conflict === undefined ? [] : ['in conflict']),
  ];
  // Archiving implies that it was sent, and so does a change on the other side.
  if (state !== 'delivered' || words.length === 0) words.push(deliveryState(entry.delivery));
  return { words: words.join(', '), tone: toneOf(entry, overlaps) };
}

function toneOf({ delivery, conflict }: EntryView, overlaps: boolean): EntryMark['tone'] {
  if (delivery.state === 'rejected' || conflict !== undefined || overlaps) return 'wrong';
  return delivery.state === 'delivered' ? 'quiet' : 'pending';
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
